/** One member's past sales and returns through one set of rules, in the order they were booked: the
 *  functions that book, on what they would have remembered. Tier, and as far as it was kept birthday
 *  and first purchase, are those of the sale, the profile that of today; nothing is spent. @module */
import { dayOf } from "../business-day.ts";
import { accrue } from "../points/accrue.ts";
import { toldBy, withinOf } from "../points/ground.ts";
import type { EarningLine } from "../points/earning-line.ts";
import type { Given } from "../points/limits.ts";
import { MICRO_PER_POINT } from "../points/limits.ts";
import type { Reason } from "../points/reason.ts";
import { keptLines, type ReturnedLine, takeBack } from "../points/take-back.ts";
import type { EarningGround } from "../points/when.ts";
import { worthOf } from "../points/worth.ts";
import type { ProgrammeRules } from "./rules.ts";

export interface PastSale {
  /** Instant (ms). */
  at: number;
  /** Instant of booking (ms): late ones are replayed in their turn. */
  bookedAt: number;
  /** What it was judged on; null: nothing was kept. */
  kept: EarningGround | null;
  storeId: string;
  tierId: string | null;
  /** The version it was booked under. */
  rulesId: string | null;
  lines: readonly EarningLine[];
  /** In the order of booking, `at` (ms); none that the replay is to leave out. */
  returns: readonly { at: number; lines: readonly ReturnedLine[] }[];
}

/** What there was before the first sale; the same for every set of rules. */
export interface Start {
  carryMicro: number;
  tags: readonly string[];
  memberCategoryId: string | null;
  birthday: EarningGround["birthday"];
  /** A purchase before that was kept. */
  bought: boolean;
  balance: number;
  /** What rules had given before, in micro-points by key. */
  given: Readonly<Record<string, number>>;
}

/** What became of one sale. */
export interface Replayed {
  issued: number;
  /** Points its returns took, less those they gave. */
  takenBack: number;
  lapsesAt: number | null;
  /** Micro-points that its lines brought in, by the top of their category path; null: no category,
   *  or a bonus for the sale as a whole. */
  byCategory: Map<string | null, number>;
}

type Kept = {
  sale: PastSale;
  ground: EarningGround;
  result: Replayed;
  shares: Map<number, number>;
};

/** What the rules would have remembered by now. */
interface Memory {
  start: Start;
  ever: Record<string, number>;
  days: Map<string, Record<string, number>>;
  carryMicro: number;
  balance: number;
  keptSales: number;
}

const allWindows = ["day", "week", "month"] as const;

/** What was known of birthday and first purchase, the same for every set of rules; what was not kept is
 *  taken from today's birthday and the replay itself. */
function knownOf(sale: PastSale, start: Start, bookedUnder: ProgrammeRules, first: boolean) {
  const { kept, at } = sale;
  if (kept === null) return { birthday: start.birthday, firstPurchase: first };
  const told = toldBy(bookedUnder);
  const before = kept.birthday && "within" in kept.birthday ? kept.birthday.within : [];
  const today = withinOf(start.birthday, allWindows, at)?.within ?? [];
  const within = allWindows.filter((window) =>
    (told.windows.includes(window) ? before : today).includes(window)
  );
  return {
    birthday: told.windows.length > 0 ? { within } : start.birthday,
    firstPurchase: told.firstPurchase ? kept.firstPurchase : first,
  };
}

/** @param rulesOf the rules that a sale is judged by
 *  @param bookedUnder the rules that it was booked under: they say what was kept with it
 *  @returns one result for each sale, in their order */
export function replayMember(
  sales: readonly PastSale[],
  start: Start,
  rulesOf: (sale: PastSale) => ProgrammeRules,
  bookedUnder: (sale: PastSale) => ProgrammeRules,
): Replayed[] {
  const memory: Memory = {
    start,
    ever: { ...start.given },
    days: new Map(),
    carryMicro: start.carryMicro,
    balance: start.balance,
    keptSales: start.bought ? 1 : 0,
  };
  const results: Replayed[] = [];
  const waiting: { at: number; kept: Kept; index: number }[] = [];
  const returnsUntil = (at: number): void => {
    for (let next = waiting[0]; next && next.at < at; next = waiting[0]) {
      waiting.shift();
      giveBack(memory, next.kept, next.index, rulesOf(next.kept.sale));
    }
  };
  for (const sale of sales) {
    returnsUntil(sale.bookedAt);
    const kept = sell(memory, sale, rulesOf(sale), bookedUnder(sale));
    results.push(kept.result);
    if (sale.returns.length === 0) continue;
    waiting.push(...sale.returns.map(({ at }, index) => ({ at, kept, index })));
    waiting.sort((a, b) => a.at - b.at);
  }
  returnsUntil(Infinity);
  return results;
}

function remember({ days, ever }: Memory, day: string, given: readonly Given[]): void {
  if (given.length === 0) return;
  const sums = days.get(day) ?? {};
  days.set(day, sums);
  for (const { key, micro } of given) {
    sums[key] = (sums[key] ?? 0) + micro;
    ever[key] = (ever[key] ?? 0) + micro;
  }
}

function sell(
  memory: Memory,
  sale: PastSale,
  rules: ProgrammeRules,
  bookedUnder: ProgrammeRules,
): Kept {
  const { start } = memory;
  const day = dayOf(sale.at);
  const tally = { day: memory.days.get(day) ?? {}, ever: memory.ever };
  const ground: EarningGround = {
    storeId: sale.storeId,
    tags: start.tags,
    memberCategoryId: start.memberCategoryId,
    ...knownOf(sale, start, bookedUnder, memory.keptSales === 0),
    balance: memory.balance,
    // A return is judged on what was known at its sale: it needs a copy of its own.
    tally: sale.returns.length > 0 ? { day: { ...tally.day }, ever: { ...tally.ever } } : tally,
  };
  const earned = accrue({
    lines: sale.lines,
    rules,
    ruleVersionId: "",
    tierId: sale.tierId,
    carryMicro: memory.carryMicro,
    earnedAt: sale.at,
    ground,
  });
  memory.carryMicro = earned.carryAfterMicro;
  memory.balance += earned.points;
  memory.keptSales++;
  remember(memory, day, earned.given);
  const shares = sharesOf(earned.reasons);
  const result: Replayed = {
    issued: earned.points,
    takenBack: 0,
    lapsesAt: earned.lapsesAt,
    byCategory: new Map(),
  };
  addShares(result.byCategory, sale.lines, shares, 1);
  return { sale, ground, result, shares };
}

function giveBack(memory: Memory, kept: Kept, index: number, rules: ProgrammeRules): void {
  const { sale, ground, result } = kept;
  const returnedBefore = sale.returns.slice(0, index).flatMap((each) => each.lines);
  const returnedNow = sale.returns[index]!.lines;
  const of = { lines: sale.lines, rules, tierId: sale.tierId, earnedAt: sale.at, ground };
  const back = takeBack({
    ...of,
    returnedBefore,
    returnedNow,
    pointsEarned: result.issued,
    pointsTakenBack: result.takenBack,
    carryMicro: memory.carryMicro,
  });
  const taken = back.points - back.granted;
  memory.carryMicro = back.carryAfterMicro;
  memory.balance = Math.max(0, memory.balance - taken);
  result.takenBack += taken;
  remember(memory, dayOf(sale.at), back.given);
  const left = keptLines(sale.lines, [...returnedBefore, ...returnedNow]);
  if ("refused" in left) throw new RangeError(`more of line ${left.n} returned than was sold`);
  if (left.lines.every((line) => line.quantityMilli === 0)) memory.keptSales--;
  const shares = sharesOf(worthOf({ ...of, lines: left.lines }).reasons);
  addShares(result.byCategory, sale.lines, kept.shares, -1);
  addShares(result.byCategory, sale.lines, shares, 1);
  kept.shares = shares;
}

/** Micro-points by line number; 0 for the sale as a whole. */
function sharesOf(reasons: readonly Reason[]): Map<number, number> {
  const shares = new Map<number, number>();
  const add = (n: number, micro: number) => shares.set(n, (shares.get(n) ?? 0) + micro);
  for (const reason of reasons) {
    if (reason.code === "line-share") add(reason.n, reason.micro);
    if (reason.code !== "rule-bonus") continue;
    const ns = reason.ns.length > 0 ? reason.ns : [0];
    for (const n of ns) add(n, reason.micro / ns.length);
  }
  return shares;
}

function addShares(
  to: Map<string | null, number>,
  lines: readonly EarningLine[],
  shares: ReadonlyMap<number, number>,
  sign: 1 | -1,
): void {
  for (const [n, micro] of shares) {
    if (micro === 0) continue;
    const top = lines.find((line) => line.n === n)?.categoryIds.at(-1) ?? null;
    to.set(top, (to.get(top) ?? 0) + sign * micro);
  }
}

/** Points of a sale net of its returns. */
export const netOf = ({ issued, takenBack }: Replayed): number => issued - takenBack;

/** Those of them that have not lapsed at an instant. */
export const openOf = (replayed: Replayed, now: number): number =>
  replayed.lapsesAt !== null && replayed.lapsesAt <= now ? 0 : netOf(replayed);

export { MICRO_PER_POINT };
