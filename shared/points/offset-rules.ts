/** How points pay at the counter, as data of the versioned programme. @module */
import * as z from "zod/mini";
import { Day } from "../day.ts";

const Id = z.string().check(z.minLength(1), z.maxLength(64));
const Minute = z.int().check(z.gte(0), z.lte(1440));
const some = <T extends z.core.$ZodType>(each: T, most: number) =>
  z.optional(z.array(each).check(z.minLength(1), z.maxLength(most)));
/** So many points are worth so much money: 100 points = 1.00 yuan is 100 and 100. */
const worth = {
  points: z.int().check(z.gte(1), z.lte(1e9)),
  fen: z.int().check(z.gte(1), z.lte(1e9)),
};

export const OffsetRules = z.strictObject({
  ...worth,
  /** Another worth for some members: the first that names the member's tier, category or tag. */
  others: z.array(z.strictObject({
    tierIds: some(Id, 20),
    memberCategoryIds: some(Id, 50),
    tags: some(z.string().check(z.minLength(1), z.maxLength(40)), 50),
    ...worth,
  })).check(z.maxLength(20)),
  /** Sales below this (fen) take no points. */
  minSaleFen: z.int().check(z.gte(0), z.lte(1e12)),
  /** At most this share of the sale is paid with points. */
  maxSharePercent: z.int().check(z.gte(1), z.lte(100)),
  /** At most so many points in a sale, and in a day; null: no limit. */
  maxPoints: z.nullable(z.int().check(z.gte(1), z.lte(1e9))),
  maxPointsPerDay: z.nullable(z.int().check(z.gte(1), z.lte(1e9))),
  /** Points go in steps of this many; 1: to the exact amount. */
  stepPoints: z.int().check(z.gte(1), z.lte(1e6)),
  /** Goods in these categories, or below them, cannot be paid with points. Gift cards never. */
  excludedCategoryIds: z.array(Id).check(z.maxLength(500)),
  /** Only then; null: always. All that is named must hold. */
  window: z.nullable(z.strictObject({
    from: z.optional(Day),
    to: z.optional(Day),
    weekdays: some(z.int().check(z.gte(1), z.lte(7)), 7),
    monthDays: some(z.int().check(z.gte(1), z.lte(31)), 31),
    hours: some(z.strictObject({ from: Minute, to: Minute }), 12),
  })),
});
export type OffsetRules = z.infer<typeof OffsetRules>;
