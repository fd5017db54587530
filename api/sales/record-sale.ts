/** Books a sale and its points, once per order number and store. @module */
import { type Accrual, accrue } from "../../shared/points/accrue.ts";
import type { EarningRules } from "../../shared/points/earning-rules.ts";
import { maskName } from "../../shared/cards/mask.ts";
import { Problem } from "../../shared/problems.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import type { recordSale as door, SaleReceipt } from "../../shared/sales/endpoints.ts";
import type { DiscountSource } from "../../shared/tiers/discount.ts";
import { useScan } from "../cards/queries.ts";
import { type Decision, settle } from "../db/settle.ts";
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import type { Holdings } from "../points/holdings.ts";
import { type Posting, startPosting } from "../points/posting.ts";
import { parsedRules } from "../points/rules.ts";
import { queueMessage } from "../push/queue-message.ts";
import { checkDiscounts } from "../tiers/check-discounts.ts";
import { discountsOf } from "../tiers/member-discounts.ts";
import { raiseBySale } from "../tiers/raise-by-sale.ts";
import { insertSale, insertSaleLine, placeOfSale, type PlaceRow } from "./queries.ts";
import { type ResolvedLine, resolveLines } from "./resolve-lines.ts";
import { saleMember, type Whose } from "./sale-member.ts";
import type * as z from "zod/mini";

type Body = BodyOf<typeof door>;
type Receipt = z.infer<typeof SaleReceipt>;

const tillMaxBackMs = 72 * 3_600_000;
const clockSlackMs = 5 * 60_000;
const messageLifeMs = 86_400_000;

/** When a sale happened, as the till says: a till's own clock is trusted for 72 hours back, an
 *  integration key (a migration, an import) for any past. @throws Problem time-refused */
export const occurredAt = (desk: Desk, said: number | undefined): number => {
  if (said === undefined) return desk.now;
  const anyPast = desk.actor.role === "integration";
  if (said > desk.now + clockSlackMs || (!anyPast && said < desk.now - tillMaxBackMs)) {
    throw new Problem("time-refused");
  }
  return Math.min(said, desk.now);
};

/** @throws Problem amount-invalid, sale-mismatch, time-refused, product-unknown, order-exists and
 *  what saleMember refuses, in that order */
export const recordSale = async (desk: Desk, key: string, body: Body): Promise<Receipt> => {
  let memberId: string | null = null;
  const receipt = await settle(desk, key, body, async () => {
    const { storeId, brandId } = desk.actor;
    if (!storeId || !brandId) throw new Problem("not-allowed", { permission: "sale.record" });
    const at = occurredAt(desk, body.occurredAt);
    const [goods, whose, [place], sources] = await Promise.all([
      resolveLines(desk, brandId, body.lines),
      saleMember(desk, body.member, { booking: true }),
      desk.db.read(placeOfSale, [storeId, at, body.orderNo]),
      claimedDiscounts(desk, body),
    ]);
    if (goods.totalFen === 0) throw new Problem("amount-invalid");
    if (goods.totalFen !== body.totalFen) {
      throw new Problem("sale-mismatch", { expectedFen: goods.totalFen });
    }
    if (!place || place.state !== "open") throw new Problem("not-found");
    if (place.taken_by) throw new Problem("order-exists", { saleId: place.taken_by });
    memberId = whose?.holdings.memberId ?? null;
    const discounts = checkDiscounts(goods.lines, sources);
    return book(desk, { body, at, place, ...goods, whose, discounts });
  });
  if (memberId) desk.nudge(memberId);
  return receipt;
};

/** What the member may have taken off, read only when the till says that it took something off. */
const claimedDiscounts = (desk: Desk, { member, lines }: Body): Promise<DiscountSource[]> =>
  member && lines.some((line) => line.discount)
    ? discountsOf(desk, "scanId" in member ? member.scanId : member.card)
    : Promise.resolve([]);

type Booking = {
  body: Body;
  at: number;
  place: PlaceRow;
  lines: ResolvedLine[];
  totalFen: number;
  whose: Whose | null;
  /** Rows of the discounts that the till gave, checked. */
  discounts: (saleId: string) => Write[];
};

// Past this line the sale stands; only a collision with another till can undo it.
const book = (desk: Desk, b: Booking): Decision<Receipt> => {
  const saleId = desk.id("sale");
  const earned = b.whose ? earn(desk, saleId, b, b.whose) : null;
  const sale = insertSale.row({
    id: saleId,
    brand_id: b.place.brand_id,
    store_id: b.place.store_id,
    order_no: b.body.orderNo,
    member_id: b.whose?.holdings.memberId ?? null,
    account_id: b.whose?.holdings.loyaltyId ?? null,
    scan_id: b.whose?.scanId ?? null,
    total_fen: b.totalFen,
    terminal_id: desk.actor.terminalId ?? null,
    staff_id: desk.actor.staffId ?? null,
    api_key_id: desk.actor.apiKeyId ?? null,
    occurred_at: b.at,
    recorded_at: desk.now,
    journal_id: earned?.posting.journalId ?? null,
    rules_id: b.place.rules_id,
    tier_id: b.whose?.holdings.tierId ?? null,
    points: earned?.accrual.points ?? 0,
  });
  const lines = b.lines.map((line) =>
    insertSaleLine.row({
      sale_id: saleId,
      n: line.n,
      product_id: line.productId,
      category_id: line.categoryId,
      category_path: JSON.stringify(line.categoryIds),
      name: line.name,
      quantity_milli: line.quantityMilli,
      unit_fen: line.unitFen,
      amount_fen: line.amountFen,
    })
  );
  return {
    answer: {
      saleId,
      orderNo: b.body.orderNo,
      totalFen: b.totalFen,
      occurredAt: b.at,
      storeNameZh: b.place.name_zh,
      storeNameEn: b.place.name_en,
      points: earned?.receipt ?? null,
      reasons: earned?.accrual.reasons ?? [{ code: "no-member" }],
    },
    writes: [sale, ...lines, ...b.discounts(saleId), ...(earned?.writes ?? [])],
    touches: earned ? earned.posting.touches : [],
  };
};

const earn = (desk: Desk, saleId: string, b: Booking, { holdings, scanId }: Whose) => {
  const rules = parsedRules({ body: b.place.rules_body });
  const accrual = accrue({
    lines: b.lines,
    rules,
    ruleVersionId: b.place.rules_id,
    tierId: holdings.tierId,
    carryMicro: holdings.points.carry,
    earnedAt: b.at,
  });
  const posting = post(desk, saleId, b, holdings, accrual, rules);
  const debtRepaid = posting.repayDebt();
  if (accrual.eligibleFen > 0) posting.qualify(accrual.eligibleFen, `issued@${b.place.store_id}`);
  const counts = { id: saleId, at: b.at, fen: accrual.eligibleFen, points: accrual.points };
  const raised = raiseBySale(desk, holdings, b.place.tiers, counts);
  const kept = accrual.points - debtRepaid;
  const receipt = {
    earned: accrual.points,
    debtRepaid,
    spendable: holdings.spendable + (accrual.availableAt <= desk.now ? kept : 0),
    pending: holdings.pending + (accrual.availableAt > desk.now ? kept : 0),
    debt: posting.debt(),
    carryMicro: accrual.carryAfterMicro,
    lapsesAt: accrual.points > 0 ? accrual.lapsesAt : null,
    tierRaisedTo: raised?.tierId ?? null,
    nameMasked: maskName(holdings.memberName),
    journalId: posting.journalId,
  };
  const writes = [
    ...posting.writes(),
    ...(scanId ? [useScan.row({ id: scanId, used_by: saleId })] : []),
    ...(raised?.writes ?? []),
    ...(holdings.listens ? [tellMember(desk, b, holdings, receipt)] : []),
  ];
  return { accrual, posting, receipt, writes };
};

const post = (
  desk: Desk,
  saleId: string,
  b: Booking,
  holdings: Holdings,
  accrual: Accrual,
  rules: EarningRules,
): Posting => {
  const debt = Math.min(holdings.debt.balance, accrual.points);
  const posting = startPosting(desk, holdings, {
    kind: "accrual",
    cause: { kind: "sale", id: saleId },
    storeId: b.place.store_id,
    occurredAt: b.at,
    explanation: {
      title: b.lines.length === 1 ? b.lines[0]!.name : "",
      rulesId: b.place.rules_id,
      carries: rules.carryRemainder,
      reasons: [
        ...accrual.reasons,
        ...(debt > 0 ? [{ code: "debt-repaid", points: debt }] : []),
      ],
    },
  });
  posting.issue(accrual.points, {
    contra: `issued@${b.place.store_id}`,
    availableAt: accrual.availableAt,
    lapsesAt: accrual.lapsesAt,
    rulesId: b.place.rules_id,
    carryAfter: accrual.carryAfterMicro,
  });
  return posting;
};

const tellMember = (
  desk: Desk,
  b: Booking,
  holdings: Holdings,
  receipt: { earned: number; spendable: number },
): Write =>
  queueMessage(desk, {
    channel: "push",
    kind: "points-earned",
    memberId: holdings.memberId,
    fields: {
      points: receipt.earned,
      balance: receipt.spendable,
      storeNameZh: b.place.name_zh,
      storeNameEn: b.place.name_en,
    },
    language: holdings.language,
    expiresAt: desk.now + messageLifeMs,
  });
