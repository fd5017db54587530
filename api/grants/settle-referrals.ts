/** What the clock does about referrals: those that are due are paid, those that turned out to be for
 *  nothing are taken back. @module */
import type { Desk } from "../desk.ts";
import { payReferrals } from "./pay-referrals.ts";
import { takeReferralsBack } from "./take-referrals-back.ts";

export const settleReferrals = async (
  desk: Desk,
): Promise<{ paid: number; takenBack: number }> => ({
  paid: await payReferrals(desk),
  takenBack: await takeReferralsBack(desk),
});
