/** What a till is told of a member beside the scan, to preview a sale by the function that books it.
 *  @module */
import * as z from "zod/mini";
import { Instant, Points } from "../schema.ts";

const Micro = z.record(z.string(), z.int());

/** An EarningGround (shared/points/when.ts) less what no rule in force asks for. A birthday is told
 *  only as the windows that today lies in, and only those that a rule names. */
export const GroundView = z.object({
  storeId: z.nullable(z.string()),
  tags: z.array(z.string()),
  memberCategoryId: z.nullable(z.string()),
  birthday: z.nullable(z.object({ within: z.array(z.enum(["day", "week", "month"])) })),
  firstPurchase: z.boolean(),
  balance: Points,
  tally: z.object({ day: Micro, ever: Micro }),
});

export const SaleGround = z.object({
  /** The version that it was cut to. */
  rulesId: z.string(),
  ground: GroundView,
  offset: z.object({
    /** Points that paid for sales today. */
    usedToday: Points,
    /** What can be spent, by the instant it lapses, first to lapse first. */
    lots: z.array(z.object({ points: Points, lapsesAt: z.nullable(Instant) })),
  }),
});
export type SaleGround = z.infer<typeof SaleGround>;
