/** Paying with points at the counter: how many may be used, what they are worth, which line takes how
 *  much. Preview, booking and the screen call the same functions. @module */
import { assertFen } from "./earning-line.ts";
import { assertPoints } from "./lot.ts";
import type { OffsetRules } from "./offset-rules.ts";
import { blankGround, failing } from "./when.ts";

/** A sale line as paying with points sees it. */
export interface OffsetLine {
  n: number;
  /** The product's category and all above it. */
  categoryIds: readonly string[];
  /** What it was sold for after discounts. */
  amountFen: number;
  giftCard?: boolean;
}

/** What is known of the member and the moment. */
export interface OffsetGround {
  tierId: string | null;
  memberCategoryId: string | null;
  tags: readonly string[];
  /** Points that can be spent now. */
  spendable: number;
  debt: number;
  /** Points that paid for sales on this day, less those that came back. */
  usedToday: number;
  /** Instant of the sale (ms). */
  at: number;
  /** Minutes the stores are ahead of UTC; Shanghai when left out. */
  offset?: number;
}

/** The refusals in their order of precedence: what nobody can change first, what the basket changes
 *  next, then what is the member's, then how much was asked for. */
export const offsetRefusals = [
  "offset-not-offered",
  "offset-closed",
  "offset-goods",
  "offset-minimum",
  "debt-open",
  "offset-limit-today",
  "points-short",
  "offset-share",
  "offset-step",
] as const;
export type OffsetRefusal = typeof offsetRefusals[number];
export type OffsetRefused = {
  refused: OffsetRefusal;
  fields: Record<string, number | string | null>;
};

/** What may be used. */
export interface OffsetOffer {
  /** So many points are worth so many fen. */
  points: number;
  fen: number;
  stepPoints: number;
  /** The most that may be used; a multiple of the step, at least one. */
  maxPoints: number;
  maxFen: number;
  /** The part of the sale that points can pay. */
  payableFen: number;
  /** What keeps it from being more. */
  boundBy: "balance" | "day" | "sale" | "share";
}

/** Points at work in a sale. */
export interface Offset {
  points: number;
  fen: number;
  /** What each line takes of it, in the order of their numbers; lines that take nothing are left out. */
  shares: { n: number; fen: number }[];
}

/** What so many points are worth (fen), rounded down. */
export const worthFen = (points: number, by: { points: number; fen: number }): number =>
  Number(BigInt(points) * BigInt(by.fen) / BigInt(by.points));

/** The most points that are worth no more than so much, none of them wasted. */
const pointsWorth = (fen: number, by: { points: number; fen: number }): number => {
  const most = Number(BigInt(fen) * BigInt(by.points) / BigInt(by.fen));
  const worth = BigInt(worthFen(most, by));
  return Number((worth * BigInt(by.points) + BigInt(by.fen) - 1n) / BigInt(by.fen));
};

/** The worth for a member: of the first that names the member's tier, category or a tag, else the
 *  general one. */
export function offsetWorth(
  rules: OffsetRules,
  member: Pick<OffsetGround, "tierId" | "memberCategoryId" | "tags">,
): { points: number; fen: number } {
  const { tierId, memberCategoryId, tags } = member;
  const own = rules.others.find((each) =>
    (tierId !== null && each.tierIds?.includes(tierId)) ||
    (memberCategoryId !== null && each.memberCategoryIds?.includes(memberCategoryId)) ||
    each.tags?.some((tag) => tags.includes(tag))
  );
  const { points, fen } = own ?? rules;
  return { points, fen };
}

/** Lines that points can pay. */
const payable = (rules: OffsetRules, lines: readonly OffsetLine[]): OffsetLine[] => {
  const excluded = new Set(rules.excludedCategoryIds);
  return lines.filter((line) =>
    !line.giftCard && line.amountFen > 0 && !line.categoryIds.some((id) => excluded.has(id))
  ).sort((a, b) => a.n - b.n);
};

const totalOf = (lines: readonly OffsetLine[]): number =>
  lines.reduce((total, line) => total + line.amountFen, 0);

const refuse = (
  refused: OffsetRefusal,
  fields: Record<string, number | string | null> = {},
): OffsetRefused => ({ refused, fields });

/**
 * What may be used for these lines, or the first refusal in the order of `offsetRefusals`. Minimum
 * and share look at the part of the sale that points can pay.
 */
export function offsetOffer(
  rules: OffsetRules | null | undefined,
  lines: readonly OffsetLine[],
  ground: OffsetGround,
): OffsetOffer | OffsetRefused {
  if (!rules) return refuse("offset-not-offered");
  const condition = closedBy(rules, ground);
  if (condition) return refuse("offset-closed", { condition });
  const payableFen = totalOf(payable(rules, lines));
  if (payableFen === 0) return refuse("offset-goods");
  if (payableFen < rules.minSaleFen) {
    return refuse("offset-minimum", { minSaleFen: rules.minSaleFen, payableFen });
  }
  if (ground.debt > 0) return refuse("debt-open", { debt: ground.debt });
  const worth = offsetWorth(rules, ground);
  const { stepPoints, maxPoints, maxPointsPerDay } = rules;
  const shareFen = Number(BigInt(payableFen) * BigInt(rules.maxSharePercent) / 100n);
  const bounds: [OffsetOffer["boundBy"], number][] = [
    ["day", maxPointsPerDay === null ? Infinity : Math.max(0, maxPointsPerDay - ground.usedToday)],
    ["balance", ground.spendable],
    ["sale", maxPoints ?? Infinity],
    ["share", pointsWorth(shareFen, worth)],
  ];
  const whole = (points: number) => points - points % stepPoints;
  for (const [boundBy, most] of bounds) {
    if (most >= stepPoints && (boundBy !== "balance" || worthFen(whole(most), worth) > 0)) continue;
    if (boundBy === "day") {
      return refuse("offset-limit-today", { limit: maxPointsPerDay, left: most });
    }
    if (boundBy === "balance") {
      return refuse("points-short", { spendable: most, needed: stepPoints });
    }
    return refuse("offset-share", { maxPoints: 0 });
  }
  const [boundBy, most] = bounds.reduce((a, b) => b[1] < a[1] ? b : a);
  const max = whole(most);
  const maxFen = worthFen(max, worth);
  if (maxFen === 0) return refuse("offset-share", { maxPoints: 0 });
  return { ...worth, stepPoints, maxPoints: max, maxFen, payableFen, boundBy };
}

function closedBy({ window }: OffsetRules, { at, offset, tierId }: OffsetGround) {
  if (!window) return null;
  const moment = { earnedAt: at, tierId, eligibleFen: 0, ground: blankGround };
  return failing(window, offset === undefined ? moment : { ...moment, offset });
}

/** So many points (1 or more) used for these lines, or the first refusal. */
export function useOffset(
  rules: OffsetRules | null | undefined,
  lines: readonly OffsetLine[],
  ground: OffsetGround,
  points: number,
): Offset | OffsetRefused {
  assertPoints(points, 1);
  const offer = offsetOffer(rules, lines, ground);
  if ("refused" in offer) return offer;
  const { maxPointsPerDay } = rules!;
  const leftToday = maxPointsPerDay === null ? Infinity : maxPointsPerDay - ground.usedToday;
  if (points > leftToday) {
    return refuse("offset-limit-today", { limit: maxPointsPerDay, left: leftToday });
  }
  if (points > ground.spendable) {
    return refuse("points-short", { spendable: ground.spendable, needed: points });
  }
  if (points > offer.maxPoints && boundOver(offer, points)) {
    return refuse("offset-share", { maxPoints: offer.maxPoints });
  }
  if (points % offer.stepPoints !== 0 || worthFen(points, offer) === 0) {
    return refuse("offset-step", { step: offer.stepPoints });
  }
  const fen = worthFen(points, offer);
  return { points, fen, shares: sharesOf(payable(rules!, lines), fen) };
}

/** More than the sale takes, not only more than whole steps of what there is. */
const boundOver = ({ boundBy, maxPoints, stepPoints }: OffsetOffer, points: number): boolean =>
  boundBy === "share" || boundBy === "sale" || points >= maxPoints + stepPoints;

/** Shares an amount among lines by what they cost: the largest remainders get the odd fen, equal ones
 *  in the order of their numbers. No line takes more than it costs. */
export function sharesOf(lines: readonly OffsetLine[], fen: number): { n: number; fen: number }[] {
  assertFen(fen);
  const total = totalOf(lines);
  if (fen > total) throw new RangeError(`${fen} fen do not go into lines of ${total}`);
  const parts = lines.map(({ n, amountFen }) => {
    const exact = BigInt(fen) * BigInt(amountFen);
    return { n, fen: Number(exact / BigInt(total)), rest: exact % BigInt(total) };
  });
  let left = fen - parts.reduce((sum, part) => sum + part.fen, 0);
  const byRest = [...parts].sort((a, b) =>
    a.rest === b.rest ? a.n - b.n : a.rest > b.rest ? -1 : 1
  );
  for (const part of byRest) {
    if (left === 0) break;
    part.fen += 1;
    left -= 1;
  }
  return parts.filter((part) => part.fen > 0).map(({ n, fen }) => ({ n, fen }));
}

/** The part of a line's offset that goes back with so much of its amount: all of it with all of it.
 *  Take back the difference of two such, so that any partial returns add up. */
export const offsetOf = (offsetFen: number, amountFen: number, backFen: number): number =>
  amountFen === 0 ? 0 : Number(BigInt(offsetFen) * BigInt(backFen) / BigInt(amountFen));

/** Points that go back with so much of the money they were worth. */
export const pointsBack = (points: number, fen: number, backFen: number): number =>
  fen === 0 ? 0 : Number(BigInt(points) * BigInt(backFen) / BigInt(fen));
