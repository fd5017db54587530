/** The rows of a sale: the sale and its lines, points that paid, points that it earned. @module */
import { dayOf } from "../../shared/business-day.ts";
import { maskName } from "../../shared/cards/mask.ts";
import { OFFSET_KEY } from "../../shared/points/ground.ts";
import { type Given, MICRO_PER_POINT } from "../../shared/points/limits.ts";
import { spend } from "../../shared/points/lot.ts";
import type { Offset } from "../../shared/points/offset.ts";
import type { SaleReceipt } from "../../shared/sales/endpoints.ts";
import { useScan } from "../cards/queries.ts";
import type { Decision } from "../db/settle.ts";
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import type { Holdings } from "../points/holdings.ts";
import { type Posting, startPosting } from "../points/posting.ts";
import { queueMessage } from "../push/queue-message.ts";
import { raiseBySale } from "../tiers/raise-by-sale.ts";
import { type Judged, judgeSale, offsetReasons, type Terms } from "./judge-sale.ts";
import { insertSale, insertSaleLine, type PlaceRow } from "./queries.ts";
import type { ResolvedLine } from "./resolve-lines.ts";
import { insertGiven } from "./sale-ground.ts";
import type { Whose } from "./sale-member.ts";
import type * as z from "zod/mini";

type Receipt = z.infer<typeof SaleReceipt>;

const messageLifeMs = 86_400_000;

export type Booking = {
  orderNo: string;
  at: number;
  place: PlaceRow;
  terms: Terms;
  lines: ResolvedLine[];
  totalFen: number;
  whose: Whose | null;
  offset: Offset | null;
  /** Rows of the discounts that the till gave, checked. */
  discounts: (saleId: string) => Write[];
};

/** The sale stands; only a collision with another till can undo it. */
export const bookSale = (desk: Desk, b: Booking): Decision<Receipt> => {
  const saleId = desk.id("sale");
  const earned = b.whose ? earn(desk, saleId, b, b.whose) : null;
  const lines = earned?.judged.lines ?? b.lines;
  return {
    answer: {
      saleId,
      orderNo: b.orderNo,
      totalFen: b.totalFen,
      payFen: b.totalFen - (b.offset?.fen ?? 0),
      offset: b.offset && { points: b.offset.points, fen: b.offset.fen },
      occurredAt: b.at,
      storeNameZh: b.place.name_zh,
      storeNameEn: b.place.name_en,
      points: earned?.receipt ?? null,
      reasons: earned?.judged.accrual.reasons ?? [{ code: "no-member" }],
      missed: earned?.judged.accrual.missed ?? [],
    },
    writes: [
      insertSale.row(saleRow(desk, saleId, b, earned)),
      ...lines.map((line) => lineRow(saleId, line)),
      ...b.discounts(saleId),
      ...(earned?.writes ?? []),
    ],
    touches: earned ? earned.posting.touches : [],
  };
};

const saleRow = (desk: Desk, id: string, b: Booking, earned: ReturnType<typeof earn> | null) => ({
  id,
  brand_id: b.place.brand_id,
  store_id: b.place.store_id,
  order_no: b.orderNo,
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
  points: earned?.judged.accrual.points ?? 0,
  ground: earned?.judged.ground ? JSON.stringify(earned.judged.ground) : null,
  offset_points: b.offset?.points ?? 0,
  offset_fen: b.offset?.fen ?? 0,
  offset_journal_id: earned?.paid?.journalId ?? null,
});

const lineRow = (saleId: string, line: ResolvedLine): Write =>
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
    offset_fen: line.offsetFen ?? 0,
    gift_card: line.giftCard ? 1 : 0,
  });

const earn = (desk: Desk, saleId: string, b: Booking, whose: Whose) => {
  const paid = b.offset && pay(desk, saleId, b, b.offset, whose);
  const holdings = paid ? paid.after() : whose.holdings;
  const judged = judgeSale(
    b.lines,
    b.terms,
    { storeId: b.place.store_id, at: b.at },
    whose,
    b.offset,
  );
  const { accrual } = judged;
  const posting = post(desk, saleId, b, holdings, judged);
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
    ...(paid ? paid.writes() : []),
    ...posting.writes(),
    ...(whose.scanId ? [useScan.row({ id: whose.scanId, used_by: saleId })] : []),
    ...(raised?.writes ?? []),
    ...givenRows(holdings.loyaltyId, b.at, saleId, [
      ...accrual.given,
      ...(b.offset ? [{ key: OFFSET_KEY, micro: b.offset.points * MICRO_PER_POINT }] : []),
    ]),
    ...(holdings.listens ? [tellMember(desk, b, holdings, receipt)] : []),
  ];
  return { judged, paid, posting, receipt, writes };
};

/** What a sale or its return adds to the tally, on the store's day of the sale. */
export const givenRows = (
  accountId: string,
  soldAt: number,
  causeId: string,
  given: readonly Given[],
): Write[] =>
  given.map(({ key, micro }) =>
    insertGiven.row({ account_id: accountId, day: dayOf(soldAt), key, cause_id: causeId, micro })
  );

const titleOf = (lines: readonly ResolvedLine[]): string =>
  lines.length === 1 ? lines[0]!.name : "";

/** Draws the points that pay, first to lapse first. */
const pay = (desk: Desk, saleId: string, b: Booking, offset: Offset, whose: Whose): Posting => {
  const { holdings } = whose;
  const spending = spend(holdings.lots, offset.points, desk.now);
  if ("refused" in spending) throw new Error(`Cannot draw ${offset.points} points: lots differ`);
  const posting = startPosting(desk, holdings, {
    kind: "offset",
    cause: { kind: "offset", id: saleId },
    storeId: b.place.store_id,
    occurredAt: b.at,
    explanation: {
      title: titleOf(b.lines),
      rulesId: b.terms.id,
      reasons: offsetReasons(b.terms, offset, whose),
    },
  });
  posting.draw(spending.uses, `redeemed@${b.place.store_id}`);
  return posting;
};

const post = (
  desk: Desk,
  saleId: string,
  b: Booking,
  holdings: Holdings,
  { accrual }: Judged,
): Posting => {
  const debt = Math.min(holdings.debt.balance, accrual.points);
  const posting = startPosting(desk, holdings, {
    kind: "accrual",
    cause: { kind: "sale", id: saleId },
    storeId: b.place.store_id,
    occurredAt: b.at,
    explanation: {
      title: titleOf(b.lines),
      rulesId: b.terms.id,
      carries: b.terms.rules.carryRemainder,
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
    rulesId: b.terms.id,
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
