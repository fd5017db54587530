/** Which members: the filter of the list of members, kept as a tag if one likes. Everything that is
 *  said must hold; of several values in one place any may. @module */
import * as z from "zod/mini";
import { Day, Id, Points } from "../schema.ts";

const someOf = <S extends z.ZodMiniType>(schema: S, most = 50) =>
  z.optional(z.array(schema).check(z.minLength(1), z.maxLength(most)));

export const Screening = z.strictObject({
  tierIds: someOf(Id("tier")),
  categoryIds: someOf(Id("memberCategory")),
  tagIds: someOf(Id("tag")),
  /** Where they joined. */
  storeIds: someOf(Id("store"), 500),
  joinedFrom: z.optional(Day),
  joinedTo: z.optional(Day),
  /** Months as the birthday is written, in its own calendar. */
  birthdayMonths: someOf(z.int().check(z.gte(1), z.lte(12)), 12),
  /** Their last purchase lies in these days, both included. */
  boughtFrom: z.optional(Day),
  boughtTo: z.optional(Day),
  /** They bought nothing on this day or since, or never. */
  notBoughtSince: z.optional(Day),
  /** Spendable points. */
  pointsMin: z.optional(Points),
  pointsMax: z.optional(Points),
  state: z.optional(z.enum(["active", "frozen", "closed"])),
});
export type Screening = z.infer<typeof Screening>;

export const memberSorts = ["joined", "points", "bought", "name"] as const;
export type MemberSort = typeof memberSorts[number];

/** How many conditions a screening has. */
export const conditionsOf = (screening: Screening): number =>
  Object.values(screening).filter((value) => value !== undefined).length;
