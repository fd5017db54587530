/** The points side of a return: what the rule takes back, where it comes from, what is owed.
 *  @module */
import { maskName } from "../../shared/cards/mask.ts";
import { drawBack } from "../../shared/points/draw-back.ts";
import { spendable } from "../../shared/points/lot.ts";
import { datesOf } from "../../shared/points/accrue.ts";
import { OFFSET_KEY } from "../../shared/points/ground.ts";
import { MICRO_PER_POINT } from "../../shared/points/limits.ts";
import { blankGround, type EarningGround } from "../../shared/points/when.ts";
import { type TakeBack, takeBack } from "../../shared/points/take-back.ts";
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { type Holdings, lotOf } from "../points/holdings.ts";
import { type Posting, startPosting } from "../points/posting.ts";
import type { LotRow, RulesRow } from "../points/queries.ts";
import { parsedRules } from "../points/rules.ts";
import { queueMessage } from "../push/queue-message.ts";
import { lowerByReturn, type RaisedRow } from "../tiers/lower-by-return.ts";
import { givenRows } from "./book-sale.ts";
import type { SaleHeadRow, SoldLineRow } from "./queries.ts";
import type { Part } from "./return-parts.ts";

type Before = {
  points_taken: number;
  points_owed: number;
  points_forgiven: number;
  points_granted: number;
};

const messageLifeMs = 86_400_000;

export type Back = {
  returnId: string;
  at: number;
  sale: SaleHeadRow;
  sold: readonly SoldLineRow[];
  parts: readonly Part[];
  before: readonly Before[];
  holdings: Holdings;
  ownLots: readonly LotRow[];
  lapsed: number;
  /** The buyer's tier, if sales raised it. */
  raised: RaisedRow | undefined;
  rules: RulesRow;
  /** Points that had paid and go back with this return. */
  offsetPoints: number;
};

/** What a sale was judged on. */
export const groundOfSale = (sale: Pick<SaleHeadRow, "ground" | "store_id">): EarningGround =>
  sale.ground === null
    ? { ...blankGround, storeId: sale.store_id }
    : JSON.parse(sale.ground) as EarningGround;

/** A sold line as the rules saw it. */
export const soldLine = (l: SoldLineRow) => ({
  n: l.line_n,
  productId: l.product_id,
  categoryIds: JSON.parse(l.category_path) as string[],
  quantityMilli: l.quantity_milli,
  amountFen: l.amount_fen,
  giftCard: l.gift_card === 1,
  offsetFen: l.offset_fen,
});

const ruleOf = (b: Back): TakeBack =>
  takeBack({
    lines: b.sold.map(soldLine),
    returnedBefore: b.sold.map((l) => ({
      n: l.line_n,
      amountFen: l.returned_fen,
      quantityMilli: l.returned_milli,
    })),
    returnedNow: b.parts,
    rules: parsedRules(b.rules),
    tierId: b.sale.tier_id,
    earnedAt: b.sale.occurred_at,
    ground: groundOfSale(b.sale),
    pointsEarned: b.sale.points,
    pointsTakenBack: b.before.reduce(
      (sum, r) => sum + r.points_taken + r.points_owed + r.points_forgiven - r.points_granted,
      0,
    ),
    carryMicro: b.holdings.points.carry,
  });

/** Points that lapsed in the member's hands unspent are not asked for again. */
const forgivable = (b: Back, now: number): number => {
  const unswept = b.ownLots.filter((l) => l.lapses_at !== null && now >= l.lapses_at)
    .reduce((sum, l) => sum + l.remaining, 0);
  return Math.max(0, b.lapsed + unswept - b.before.reduce((sum, r) => sum + r.points_forgiven, 0));
};

/** What is kept earns more than the whole did: a lot like any other, debt first. */
const grant = (posting: Posting, b: Back, rule: TakeBack): void => {
  posting.issue(rule.granted, {
    contra: `issued@${b.sale.store_id}`,
    ...datesOf(parsedRules(b.rules), b.at),
    rulesId: b.rules.id,
    carryAfter: rule.carryAfterMicro,
  });
  posting.repayDebt();
};

const reasonsOf = (rule: TakeBack, forgiven: number, shortfall: number) => [
  ...rule.reasons,
  ...(forgiven > 0 ? [{ code: "lapsed-forgiven", points: forgiven }] : []),
  ...(shortfall > 0 ? [{ code: "debt-incurred", points: shortfall }] : []),
];

/** The posting of a return and what its receipt says. */
export const takePointsBack = (desk: Desk, b: Back) => {
  const rule = ruleOf(b);
  const { uses, forgiven, shortfall } = drawBack(
    b.ownLots.map(lotOf),
    b.holdings.lots,
    rule.points,
    desk.now,
    forgivable(b, desk.now),
  );
  const reasons = reasonsOf(rule, forgiven, shortfall);
  const posting = startPosting(desk, b.holdings, {
    kind: "return",
    cause: { kind: "return", id: b.returnId },
    storeId: b.sale.store_id,
    occurredAt: b.at,
    explanation: { rulesId: b.rules.id, reasons },
    reverses: b.sale.journal_id,
  });
  const contra = `clawback@${b.sale.store_id}`;
  if (rule.granted > 0) grant(posting, b, rule);
  else posting.draw(uses, contra, rule.carryAfterMicro);
  posting.owe(shortfall, `owed@${b.sale.store_id}`);
  const eligible = rule.reasons.find((r) => r.code === "returned");
  const fen = eligible?.code === "returned"
    ? eligible.eligibleAfterFen - eligible.eligibleBeforeFen
    : 0;
  if (eligible?.code === "returned") posting.qualify(fen, contra);
  const held = spendable(posting.lots(), desk.now);
  const taken = uses.reduce((sum, use) => sum + use.amount, 0);
  return {
    journalId: posting.journalId,
    forgiven,
    reasons,
    receipt: {
      taken,
      granted: rule.granted,
      owed: shortfall,
      spendable: held,
      debt: posting.debt(),
      carryMicro: rule.carryAfterMicro,
      nameMasked: maskName(b.holdings.memberName),
    },
    writes: [
      ...posting.writes(),
      ...givenRows(b.holdings.loyaltyId, b.sale.occurred_at, b.returnId, [
        ...rule.given,
        ...(b.offsetPoints > 0
          ? [{ key: OFFSET_KEY, micro: -b.offsetPoints * MICRO_PER_POINT }]
          : []),
      ]),
      ...lowerByReturn(desk, b.holdings, b.raised, {
        returnId: b.returnId,
        soldAt: b.sale.occurred_at,
        fen,
        points: rule.granted - taken - shortfall,
      }),
      ...(b.holdings.listens ? [tellMember(desk, b, taken, held, posting.debt())] : []),
    ],
  };
};

const tellMember = (
  desk: Desk,
  { holdings, sale }: Back,
  points: number,
  balance: number,
  debt: number,
): Write =>
  queueMessage(desk, {
    channel: "push",
    kind: "points-returned",
    memberId: holdings.memberId,
    fields: {
      points,
      balance,
      debt,
      storeNameZh: sale.store_zh,
      storeNameEn: sale.store_en,
    },
    language: holdings.language,
    expiresAt: desk.now + messageLifeMs,
  });
