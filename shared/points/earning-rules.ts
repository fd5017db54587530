import * as z from "zod/mini";
import { Validity } from "./validity.ts";

const Id = z.string().check(z.minLength(1), z.maxLength(64));

/**
 * The rules by which a programme gives points, first form. Rules are data: a change is a new
 * version effective from a date, and each lot names the version it was born under.
 */
export const EarningRules = z.strictObject({
  v: z.literal(1),
  /** Fen of eligible sale for each `pointsPerStep` points: 100 yuan = 10 points is 10000 and 10. */
  fenPerPoint: z.int().check(z.gte(1), z.lte(1e9)),
  pointsPerStep: z.int().check(z.gte(1), z.lte(1e6)),
  /** Sales whose eligible part is smaller earn nothing. */
  minSaleFen: z.int().check(z.gte(0), z.lte(1e12)),
  /** Percent by tier id, 100 = once; a tier not named here earns once. */
  tierFactorPercent: z.record(Id, z.int().check(z.gte(0), z.lte(10_000))),
  /** Goods in these categories, or below them, earn nothing. */
  excludedCategoryIds: z.array(Id).check(z.maxLength(500)),
  /** Keep the fraction of a point towards the next one, instead of dropping it. */
  carryRemainder: z.boolean(),
  validity: Validity,
  /** Points become available at the start of the day so many days after the sale; 0: at once. */
  pendingDays: z.int().check(z.gte(0), z.lte(366)),
  /** Points for enrolling. */
  signUpPoints: z.int().check(z.gte(0), z.lte(1e9)),
});
export type EarningRules = z.infer<typeof EarningRules>;

/** The factor of a tier in percent. */
export function factorPercent(rules: EarningRules, tierId: string | null): number {
  if (tierId === null || !Object.hasOwn(rules.tierFactorPercent, tierId)) return 100;
  return rules.tierFactorPercent[tierId] ?? 100;
}
