/** What a sale comes to for its member: points that pay, points that it earns. Quote and booking call
 *  it alike. @module */
import { type Accrual, accrue } from "../../shared/points/accrue.ts";
import { asksGround, OFFSET_KEY, relevantGround } from "../../shared/points/ground.ts";
import { MICRO_PER_POINT } from "../../shared/points/limits.ts";
import { type Offset, type OffsetGround, offsetWorth } from "../../shared/points/offset.ts";
import type { Reason } from "../../shared/points/reason.ts";
import { blankGround, type EarningGround } from "../../shared/points/when.ts";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import type { Desk } from "../desk.ts";
import type { ResolvedLine } from "./resolve-lines.ts";
import type { Whose } from "./sale-member.ts";

export type Terms = { id: string; rules: ProgrammeRules };

export type Judged = {
  accrual: Accrual;
  /** What is to be kept with the sale; null: the rules ask nothing of the member. */
  ground: EarningGround | null;
  /** The lines with what points paid of each. */
  lines: ResolvedLine[];
};

/** The ground of paying with points. */
export const offsetGround = (desk: Desk, { holdings, ground }: Whose): OffsetGround => ({
  tierId: holdings.tierId,
  memberCategoryId: ground.memberCategoryId,
  tags: ground.tags,
  spendable: holdings.spendable,
  debt: holdings.debt.balance,
  usedToday: (ground.tally.day[OFFSET_KEY] ?? 0) / MICRO_PER_POINT,
  at: desk.now,
});

/** Judges a sale on what was known before it. */
export const judgeSale = (
  lines: readonly ResolvedLine[],
  { id, rules }: Terms,
  { storeId, at }: { storeId: string | null; at: number },
  { holdings, ground }: Whose,
  offset: Offset | null,
): Judged => {
  const share = new Map(offset?.shares.map(({ n, fen }) => [n, fen]));
  const paid = lines.map((line) => ({ ...line, offsetFen: share.get(line.n) ?? 0 }));
  const products = lines.map((line) => line.productId);
  const kept = asksGround(rules)
    ? relevantGround(rules, { ...ground, storeId }, at, products)
    : null;
  const accrual = accrue({
    lines: paid,
    rules,
    ruleVersionId: id,
    tierId: holdings.tierId,
    carryMicro: holdings.points.carry,
    earnedAt: at,
    ground: kept ?? { ...blankGround, storeId },
  });
  return { accrual, ground: kept, lines: paid };
};

/** Why points paid what they did. */
export const offsetReasons = ({ rules, id }: Terms, offset: Offset, whose: Whose): Reason[] => {
  const { holdings, ground } = whose;
  const worth = offsetWorth(rules.offset!, { ...ground, tierId: holdings.tierId });
  return [
    { code: "rule-version", ruleVersionId: id },
    {
      code: "offset-used",
      points: offset.points,
      fen: offset.fen,
      perPoints: worth.points,
      perFen: worth.fen,
    },
    ...offset.shares.map(({ n, fen }): Reason => ({ code: "offset-line", n, fen })),
  ];
};
