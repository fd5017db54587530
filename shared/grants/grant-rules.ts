/** Points that are given, not bought for: which grants a programme makes, and how much. @module */
import * as z from "zod/mini";
import { festivalIds } from "../calendar/festival.ts";

const Granted = z.int().check(z.gte(1), z.lte(1e6));
const count = (from: number, to: number) => z.int().check(z.gte(from), z.lte(to));
const distinct = <T>(of: (item: T) => unknown) => (items: T[]): boolean =>
  new Set(items.map(of)).size === items.length;

/**
 * The grants of a programme; a part that is null is off. Part of the rules' versioned body, so a
 * change is a new version from a date on. A survey carries its own points; what joining gives is
 * `signUpPoints` of the earning rules, which were there first.
 */
export const GrantRules = z.strictObject({
  /**
   * Once a year. `when` is the window around the birthday (its day, its Monday-to-Sunday week, its
   * calendar month); paid as the window opens, or at the first purchase within it.
   */
  birthday: z.nullable(z.strictObject({
    points: Granted,
    when: z.enum(["day", "week", "month"]),
    paid: z.enum(["window-opens", "visit"]),
  })),
  /** To every active member, on the festival's day. */
  festivals: z.array(z.strictObject({
    festivalId: z.enum(festivalIds),
    points: Granted,
  })).check(z.maxLength(40), z.refine(distinct((f: { festivalId: string }) => f.festivalId))),
  /**
   * To both when somebody whom a member brought has bought: the first purchase of which at least
   * `minSaleFen` (and something) is kept, `waitDays` later. With 0 days it is paid at once and taken
   * back if the purchase is returned. `maxPerMonth` is the referrer's; the friend is paid anyway.
   */
  referral: z.nullable(z.strictObject({
    referrerPoints: Granted,
    friendPoints: Granted,
    minSaleFen: count(0, 1e9),
    waitDays: count(0, 366),
    maxPerMonth: count(1, 10_000),
  })),
  /** For each link that somebody else opened. */
  share: z.nullable(z.strictObject({ points: Granted, maxPerDay: count(1, 100) })),
  /**
   * Once a day; on the so-many-th day in a row `points` more. After the longest of them the count
   * of the round begins anew.
   */
  checkIn: z.nullable(z.strictObject({
    points: Granted,
    streaks: z.array(z.strictObject({ days: count(2, 366), points: Granted }))
      .check(z.maxLength(12), z.refine(distinct((s: { days: number }) => s.days))),
  })),
  /** Once, when name, birthday, sex and phone are known. */
  profile: z.nullable(z.strictObject({ points: Granted })),
  /** For each full `fenPerPoint` recharged; a hook until stored value is sold. */
  recharge: z.nullable(z.strictObject({
    fenPerPoint: count(1, 1e9),
    pointsPerStep: Granted,
  })),
});
export type GrantRules = z.infer<typeof GrantRules>;

/** No grants at all: what rules mean that were written before there were any. */
export const noGrants: GrantRules = {
  birthday: null,
  festivals: [],
  referral: null,
  share: null,
  checkIn: null,
  profile: null,
  recharge: null,
};

/** What a new programme begins with. */
export const defaultGrantRules: GrantRules = {
  birthday: { points: 100, when: "day", paid: "window-opens" },
  festivals: [
    { festivalId: "spring-festival", points: 66 },
    { festivalId: "mid-autumn", points: 20 },
  ],
  referral: {
    referrerPoints: 30,
    friendPoints: 30,
    minSaleFen: 0,
    waitDays: 7,
    maxPerMonth: 10,
  },
  share: { points: 2, maxPerDay: 3 },
  checkIn: {
    points: 1,
    streaks: [{ days: 3, points: 2 }, { days: 7, points: 10 }],
  },
  profile: { points: 20 },
  recharge: null,
};
