/** What rules make of a trial: the functions that preview and book a sale, on a basket and a member
 *  that somebody made up. @module */
import { dayOf } from "../business-day.ts";
import { accrue } from "../points/accrue.ts";
import type { EarningLine } from "../points/earning-line.ts";
import { MICRO_PER_POINT } from "../points/limits.ts";
import { offsetOffer, useOffset } from "../points/offset.ts";
import type { EarningGround } from "../points/when.ts";
import type { ProgrammeRules } from "./rules.ts";
import type { Expected, Trial, TrialOutcome } from "./trial.ts";

/** Category paths (itself and all above it) of the products and categories that a trial names. */
export interface TrialGoods {
  /** By product id. */
  products: ReadonlyMap<string, readonly string[]>;
  /** By category id. */
  categories: ReadonlyMap<string, readonly string[]>;
}

/** A product or category that is not there (any more). */
export class GoodsGone extends Error {}

/** Key under which the tally keeps points that paid. */
const offsetKey = "-offset";

const linesOf = ({ lines }: Trial, goods: TrialGoods): EarningLine[] =>
  lines.map((line, i) => {
    const path = line.productId !== undefined
      ? goods.products.get(line.productId)
      : line.categoryId !== undefined
      ? goods.categories.get(line.categoryId)
      : [];
    if (!path) throw new GoodsGone(line.productId ?? line.categoryId);
    return {
      n: i + 1,
      productId: line.productId ?? null,
      categoryIds: path,
      quantityMilli: line.quantityMilli,
      amountFen: line.amountFen,
      ...(line.giftCard ? { giftCard: true } : {}),
    };
  });

const groundOf = ({ member, storeId }: Trial): EarningGround => ({
  storeId,
  tags: member.tags,
  memberCategoryId: member.memberCategoryId,
  birthday: member.birthday,
  firstPurchase: member.firstPurchase,
  balance: member.balance,
  tally: member.given,
});

type Paid = { offset: TrialOutcome["offset"]; shares: { n: number; fen: number }[] };

function pay(trial: Trial, rules: ProgrammeRules, lines: readonly EarningLine[]): Paid {
  if (!rules.offset) return { offset: null, shares: [] };
  const { member, at, offsetPoints } = trial;
  const ground = {
    tierId: member.tierId,
    memberCategoryId: member.memberCategoryId,
    tags: member.tags,
    spendable: member.balance,
    debt: 0,
    usedToday: Math.floor((member.given.day[offsetKey] ?? 0) / MICRO_PER_POINT),
    at,
  };
  const offer = offsetOffer(rules.offset, lines, ground);
  const none = { points: 0, fen: 0 };
  if ("refused" in offer) {
    return { offset: { mostPoints: 0, ...none, refused: offer.refused }, shares: [] };
  }
  const mostPoints = offer.maxPoints;
  if (offsetPoints === 0) return { offset: { mostPoints, ...none, refused: null }, shares: [] };
  const used = useOffset(rules.offset, lines, ground, offsetPoints);
  if ("refused" in used) {
    return { offset: { mostPoints, ...none, refused: used.refused }, shares: [] };
  }
  const { points, fen, shares } = used;
  return { offset: { mostPoints, points, fen, refused: null }, shares };
}

/** @param ruleVersionId what the reasons call the rules
 *  @throws GoodsGone when it names goods that the brand does not have */
export function tryTrial(
  trial: Trial,
  rules: ProgrammeRules,
  ruleVersionId: string,
  goods: TrialGoods,
): TrialOutcome {
  const lines = linesOf(trial, goods);
  const { offset, shares } = pay(trial, rules, lines);
  const paid = new Map(shares.map((share) => [share.n, share.fen]));
  const { member, at } = trial;
  const accrual = accrue({
    lines: lines.map((line) => {
      const offsetFen = paid.get(line.n);
      return offsetFen ? { ...line, offsetFen } : line;
    }),
    rules,
    ruleVersionId,
    tierId: member.tierId,
    carryMicro: member.carryMicro,
    earnedAt: at,
    ground: groundOf(trial),
  });
  const { points, eligibleFen, carryAfterMicro, availableAt, lapsesAt, reasons, missed } = accrual;
  const totalFen = lines.reduce((sum, line) => sum + line.amountFen, 0);
  return {
    totalFen,
    eligibleFen,
    points,
    carryAfterMicro,
    availableAt,
    lapsesAt,
    reasons,
    missed,
    offset,
  };
}

/** The part of an outcome that a case remembers. */
export const expectedOf = ({ points, availableAt, lapsesAt, offset }: TrialOutcome): Expected => ({
  points,
  availableOn: points > 0 ? dayOf(availableAt) : null,
  lapsesAfter: points > 0 && lapsesAt !== null ? dayOf(lapsesAt - 1) : null,
  offsetFen: offset?.fen ?? 0,
});

export const sameOutcome = (a: Expected, b: Expected): boolean =>
  a.points === b.points && a.availableOn === b.availableOn && a.lapsesAfter === b.lapsesAfter &&
  a.offsetFen === b.offsetFen;
