/** Everything a brand's programme says about points, as one versioned body: earning, grants and
 *  paying with points. A version is published from a date and never edited. @module */
import * as z from "zod/mini";
import { GrantRules } from "../grants/grant-rules.ts";
import { EarningRules } from "../points/earning-rules.ts";
import { OffsetRules } from "../points/offset-rules.ts";

export const ProgrammeRules = z.extend(EarningRules, {
  /** Paying with points; null or left out: not offered. */
  offset: z.optional(z.nullable(OffsetRules)),
  /** What is given without a purchase; left out: nothing but the sign-up points. */
  grants: z.optional(GrantRules),
});
export type ProgrammeRules = z.infer<typeof ProgrammeRules>;
