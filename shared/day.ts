/** A calendar day as a schema. Apart from business-day.ts, so that a screen that only reckons with
 *  days needs no schemas. @module */
import * as z from "zod/mini";
import { isDay } from "./business-day.ts";

/** A calendar day of the stores, "YYYY-MM-DD", that really exists (no 30 February). */
export const Day = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}$/),
  z.refine(isDay),
);
export type Day = z.infer<typeof Day>;
