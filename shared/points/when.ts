/** When an earning rule holds: conditions on the member, the store, the sale and the calendar. All
 *  that are named must hold; a list holds when one of it does. @module */
import * as z from "zod/mini";
import { dayOf, SHANGHAI_OFFSET } from "../business-day.ts";
import { type Birthday, type BirthdayWindow, inBirthdayWindow } from "../calendar/birthday.ts";
import { Day } from "../day.ts";
import { festivalIds, isFestival, weekdayOf } from "../calendar/festival.ts";

const Id = z.string().check(z.minLength(1), z.maxLength(64));
const some = <T extends z.core.$ZodType>(each: T, most: number) =>
  z.optional(z.array(each).check(z.minLength(1), z.maxLength(most)));
/** Minutes from the start of the store's day. */
const Minute = z.int().check(z.gte(0), z.lte(1440));

export const When = z.strictObject({
  tierIds: some(Id, 20),
  /** Any of these tags; a segment is a tag that a screening keeps. */
  tags: some(z.string().check(z.minLength(1), z.maxLength(40)), 50),
  memberCategoryIds: some(Id, 50),
  storeIds: some(Id, 500),
  /** The counted part of the sale is at least so much (fen). */
  minSaleFen: z.optional(z.int().check(z.gte(1), z.lte(1e12))),
  /** The member has no purchase before this one that was not wholly returned. */
  firstPurchase: z.optional(z.literal(true)),
  /** The member can spend at most so many points before the sale. */
  balanceAtMost: z.optional(z.int().check(z.gte(0), z.lte(1e12))),
  /** The sale's day is the birthday, in its week (Monday to Sunday) or in its month. */
  birthday: z.optional(z.enum(["day", "week", "month"])),
  festivals: z.optional(z.strictObject({
    ids: z.array(z.enum(festivalIds)).check(z.minLength(1), z.maxLength(30)),
    daysBefore: z.int().check(z.gte(0), z.lte(30)),
    daysAfter: z.int().check(z.gte(0), z.lte(30)),
  })),
  /** 1 is Monday, 7 is Sunday. */
  weekdays: some(z.int().check(z.gte(1), z.lte(7)), 7),
  /** Days of the month; one that a month lacks is left out in that month. */
  monthDays: some(z.int().check(z.gte(1), z.lte(31)), 31),
  /** From a minute to before another; a window that ends before it starts goes over midnight. */
  hours: some(z.strictObject({ from: Minute, to: Minute }), 12),
  /** First and last day of a period, both included. */
  from: z.optional(Day),
  to: z.optional(Day),
});
export type When = z.infer<typeof When>;
export type Condition = keyof typeof When.def.shape;

/** What is known of the member and the place before a sale is judged. */
export interface EarningGround {
  storeId: string | null;
  tags: readonly string[];
  memberCategoryId: string | null;
  /** Or, where the day itself is not to be told, the windows that the sale's day lies in. */
  birthday: Birthday | { within: readonly BirthdayWindow[] } | null;
  /** No earlier purchase that was not wholly returned. */
  firstPurchase: boolean;
  /** Points that could be spent before this sale. */
  balance: number;
  tally: Tally;
}

/** What rules have given this member already, in micro-points by rule id (`*` for all together,
 *  `group:<id>` for a group, `<rule>/<product>` for a product's first purchase): on the store's day
 *  of the sale, and ever. Rules with limits look here. */
export interface Tally {
  day: Readonly<Record<string, number>>;
  ever: Readonly<Record<string, number>>;
}

/** Nothing known: no store, no tags, nothing given yet. */
export const blankGround: EarningGround = {
  storeId: null,
  tags: [],
  memberCategoryId: null,
  birthday: null,
  firstPurchase: false,
  balance: 0,
  tally: { day: {}, ever: {} },
};

/** The moment and the member that conditions are judged at. */
export interface Moment {
  /** Instant of the sale (ms). */
  earnedAt: number;
  offset?: number;
  tierId: string | null;
  /** The counted part of the sale (fen). */
  eligibleFen: number;
  ground: EarningGround;
}

const DAY_MS = 86_400_000;

/** Minutes since the start of the store's day. */
export const minuteOf = (at: number, offset = SHANGHAI_OFFSET): number =>
  Math.floor((((at + offset * 60_000) % DAY_MS) + DAY_MS) % DAY_MS / 60_000);

const inWindow = (minute: number, { from, to }: { from: number; to: number }): boolean =>
  from <= to ? minute >= from && minute < to : minute >= from || minute < to;

const festivalDays = new WeakMap<object, Map<Day, boolean>>();

/** Kept by day: a replay asks for the same days a million times. */
function onFestival(festivals: NonNullable<When["festivals"]>, day: Day): boolean {
  const known = festivalDays.get(festivals) ?? new Map<Day, boolean>();
  const before = known.get(day);
  if (before !== undefined) return before;
  const { ids, daysBefore, daysAfter } = festivals;
  const on = ids.some((id) => isFestival(id, day, daysBefore, daysAfter));
  festivalDays.set(festivals, known.set(day, on));
  return on;
}

/** Each condition, judged alone. In the order in which a failing one is told: what nobody can change
 *  first. */
const judges: { [C in Condition]: (wanted: NonNullable<When[C]>, m: Moment, day: Day) => boolean } =
  {
    from: (from, _, day) => day >= from,
    to: (to, _, day) => day <= to,
    festivals: (festivals, _, day) => onFestival(festivals, day),
    weekdays: (days, _, day) => days.includes(weekdayOf(day)),
    monthDays: (days, _, day) => days.includes(Number(day.slice(8))),
    hours: (windows, m) => windows.some((each) => inWindow(minuteOf(m.earnedAt, m.offset), each)),
    storeIds: (ids, m) => m.ground.storeId !== null && ids.includes(m.ground.storeId),
    tierIds: (ids, m) => m.tierId !== null && ids.includes(m.tierId),
    memberCategoryIds: (ids, { ground }) =>
      ground.memberCategoryId !== null && ids.includes(ground.memberCategoryId),
    tags: (tags, { ground }) => tags.some((tag) => ground.tags.includes(tag)),
    birthday: (window, { ground: { birthday } }, day) =>
      birthday !== null &&
      ("within" in birthday
        ? birthday.within.includes(window)
        : inBirthdayWindow(birthday, day, window)),
    firstPurchase: (_, { ground }) => ground.firstPurchase,
    balanceAtMost: (most, { ground }) => ground.balance <= most,
    minSaleFen: (least, m) => m.eligibleFen >= least,
  };

export const conditionOrder = Object.keys(judges) as Condition[];

/** The first condition that does not hold at this moment, or null when all do. */
export const failing = (when: When, moment: Moment): Condition | null =>
  failingOn(when, moment, dayOf(moment.earnedAt, moment.offset));

/** The same, where the store's day is known. */
export function failingOn(when: When, moment: Moment, day: Day): Condition | null {
  for (const condition of conditionOrder) {
    const wanted = when[condition];
    if (wanted === undefined) continue;
    const judge = judges[condition] as (wanted: unknown, m: Moment, day: Day) => boolean;
    if (!judge(wanted, moment, day)) return condition;
  }
  return null;
}
