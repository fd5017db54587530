/** How many of a store's points one person may move without a second: in one go, and in a day. @module */
import { limitsOf } from "../../shared/access.ts";
import { aloneMax } from "../../shared/approvals/approval.ts";
import { dayOf, startOfDay } from "../../shared/business-day.ts";
import type { Desk } from "../desk.ts";
import { parametersIn } from "../parameters/queries.ts";
import { movedBy } from "./budget-queries.ts";

/** The same limits as for points by hand. `most` is what is left now, `dayMost` the whole day's. */
export const aloneIn = async (
  desk: Desk,
  kind: "set" | "top-up",
  brandId: string,
): Promise<{ most: number; dayMost: number }> => {
  const limits = limitsOf(desk.actor);
  const [{ adjustmentAloneMax }, [today]] = await Promise.all([
    parametersIn(desk, brandId),
    desk.db.read(movedBy, [
      desk.actor.staffId ?? desk.actor.id,
      kind,
      startOfDay(dayOf(desk.now)),
    ]),
  ]);
  return {
    most: aloneMax(limits, today?.points ?? 0, adjustmentAloneMax),
    dayMost: limits.adjustmentDay,
  };
};
