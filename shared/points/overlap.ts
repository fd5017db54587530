/** Which rules can meet: at the same moment, on the same line. Said of the rules alone, for every
 *  member, basket and day there may ever be. @module */
import { addDays, type Day } from "../business-day.ts";
import { daysIn, weekdayOf } from "../calendar/festival.ts";
import type { EarningRule } from "./earning-rules.ts";
import type { When } from "./when.ts";

/** A brand's categories, as far as they are known: without them each is taken to stand alone. */
export type Categories = readonly { id: string; parentId: string | null }[];

type Scope = EarningRule["lines"];
type Above = ReadonlyMap<string, string | null>;

export const aboveOf = (categories: Categories): Above =>
  new Map(categories.map(({ id, parentId }) => [id, parentId]));

/** Is a category the other one, or below it? */
function isWithin(id: string, other: string, above: Above): boolean {
  let at: string | null | undefined = id;
  for (let steps = 0; at != null && steps < 100; steps++) {
    if (at === other) return true;
    at = above.get(at);
  }
  return false;
}

const isScoped = ({ productIds, categoryIds }: Scope): boolean =>
  productIds !== undefined || categoryIds !== undefined;

/** May there be a line that both cover? Of a product and a category nobody knows. */
export function mayShareLine(a: Scope, b: Scope, above: Above): boolean {
  if (!isScoped(a) || !isScoped(b)) return true;
  if (a.productIds && b.categoryIds || a.categoryIds && b.productIds) return true;
  if (a.productIds?.some((id) => b.productIds?.includes(id))) return true;
  return (a.categoryIds ?? []).some((one) =>
    (b.categoryIds ?? []).some((other) =>
      isWithin(one, other, above) || isWithin(other, one, above)
    )
  );
}

/** Does `a` cover every line that `b` covers? */
export function coversAll(a: Scope, b: Scope, above: Above): boolean {
  if (!isScoped(a)) return true;
  if (!isScoped(b)) return false;
  return (b.productIds ?? []).every((id) => a.productIds?.includes(id)) &&
    (b.categoryIds ?? []).every((id) => a.categoryIds?.some((top) => isWithin(id, top, above)));
}

/** Days on which the calendar lets a rule hold, in a dozen years; null: no reason to count them. */
export type Days = ReadonlySet<Day> | null;

const YEARS = 12;
const FIRST_YEAR = 2025;

const isOpenOn = ({ from, to, weekdays, monthDays }: When, day: Day): boolean =>
  (from === undefined || day >= from) && (to === undefined || day <= to) &&
  (!weekdays || weekdays.includes(weekdayOf(day))) &&
  (!monthDays || monthDays.includes(Number(day.slice(8))));

/** Counted where a festival or an end makes the days few. */
export function daysOf(when: When): Days {
  const { festivals, from, to } = when;
  const found = new Set<Day>();
  if (festivals) {
    const first = from ? Number(from.slice(0, 4)) : FIRST_YEAR;
    for (let year = first - 1; year <= Math.min(first + YEARS, 2099); year++) {
      for (const on of festivals.ids.flatMap((id) => daysIn(id, year))) {
        for (let past = -festivals.daysBefore; past <= festivals.daysAfter; past++) {
          const day = addDays(on, past);
          if (isOpenOn(when, day)) found.add(day);
        }
      }
    }
    return found;
  }
  if (!from || !to) return null;
  for (let day = from, n = 0; day <= to; day = addDays(day, 1), n++) {
    if (n > YEARS * 366) return null;
    if (isOpenOn(when, day)) found.add(day);
  }
  return found;
}

const lists = ["tierIds", "memberCategoryIds", "storeIds", "weekdays", "monthDays"] as const;

const shareOne = (a: readonly unknown[] | undefined, b: readonly unknown[] | undefined): boolean =>
  !a || !b || a.some((each) => b.includes(each));

type Windows = NonNullable<When["hours"]>;

const minutesOf = (windows: Windows): { from: number; to: number }[] =>
  windows.flatMap(({ from, to }) =>
    from <= to ? [{ from, to }] : [{ from, to: 1440 }, { from: 0, to }]
  );

const shareMinute = (a: Windows | undefined, b: Windows | undefined): boolean =>
  !a || !b ||
  minutesOf(a).some((one) =>
    minutesOf(b).some((other) => Math.max(one.from, other.from) < Math.min(one.to, other.to))
  );

/** May both hold for one sale? */
export function mayMeet(a: When, b: When, daysA: Days, daysB: Days): boolean {
  if (!lists.every((name) => shareOne(a[name], b[name]))) return false;
  if (!shareMinute(a.hours, b.hours)) return false;
  if (a.to && b.from && a.to < b.from || b.to && a.from && b.to < a.from) return false;
  if (daysA && daysB) return [...daysA].some((day) => daysB.has(day));
  if (daysA) return [...daysA].some((day) => isOpenOn(b, day));
  if (daysB) return [...daysB].some((day) => isOpenOn(a, day));
  return true;
}

const within = <T>(a: readonly T[] | undefined, b: readonly T[]): boolean =>
  a !== undefined && a.every((each) => b.includes(each));

/** Does the second hold whenever the first does? */
const implied: {
  [C in keyof When]-?: (a: When, wanted: NonNullable<When[C]>) => boolean;
} = {
  tierIds: (a, ids) => within(a.tierIds, ids),
  tags: (a, tags) => within(a.tags, tags),
  memberCategoryIds: (a, ids) => within(a.memberCategoryIds, ids),
  storeIds: (a, ids) => within(a.storeIds, ids),
  weekdays: (a, days) => within(a.weekdays, days),
  monthDays: (a, days) => within(a.monthDays, days),
  minSaleFen: (a, least) => a.minSaleFen !== undefined && a.minSaleFen >= least,
  balanceAtMost: (a, most) => a.balanceAtMost !== undefined && a.balanceAtMost <= most,
  firstPurchase: (a) => a.firstPurchase === true,
  birthday: (a, window) => a.birthday === window || a.birthday === "day",
  festivals: (a, { ids, daysBefore, daysAfter }) =>
    a.festivals !== undefined && within(a.festivals.ids, ids) &&
    a.festivals.daysBefore <= daysBefore && a.festivals.daysAfter <= daysAfter,
  hours: (a, windows) =>
    within(
      a.hours?.map(({ from, to }) => `${from} ${to}`),
      windows.map((w) => `${w.from} ${w.to}`),
    ),
  from: (a, from) => a.from !== undefined && a.from >= from,
  to: (a, to) => a.to !== undefined && a.to <= to,
};

/** Does `b` hold whenever `a` does? Where it cannot be told: no. */
export const implies = (a: When, b: When): boolean =>
  (Object.keys(b) as (keyof When)[]).every((condition) => {
    const wanted = b[condition];
    if (wanted === undefined) return true;
    return (implied[condition] as (a: When, wanted: unknown) => boolean)(a, wanted);
  });
