/** Is a referral to be paid, and if not, why not. @module */
import { addDays, dayOf, endOfDay } from "../business-day.ts";
import type { GrantRules } from "./grant-rules.ts";

type ReferralRules = NonNullable<GrantRules["referral"]>;

/** A purchase of the new member; `keptFen` is what was paid less what was returned. */
export interface FriendPurchase {
  saleId: string;
  occurredAt: number;
  keptFen: number;
}

export type ReferralVerdict =
  /** To be paid; the referrer gets nothing when the month's cap is reached. */
  | { state: "due"; saleId: string; referrerPoints: number; friendPoints: number; capped: boolean }
  /** Nothing was bought yet that counts. */
  | { state: "waits-for-purchase" }
  /** Bought; paid when it has not been returned by then (ms). */
  | { state: "waits-until"; saleId: string; at: number };

/** The instant from which a purchase can no longer be returned out of the referral. */
export const settledAt = (rules: ReferralRules, occurredAt: number): number =>
  rules.waitDays === 0 ? occurredAt : endOfDay(addDays(dayOf(occurredAt), rules.waitDays));

const counts = (rules: ReferralRules, keptFen: number): boolean =>
  keptFen > 0 && keptFen >= rules.minSaleFen;

/**
 * Judges by the first purchase that counts: kept in a sum of at least `minSaleFen`. One that was
 * returned below it leaves its place to the next. `paidThisMonth` are the referrer's, in the
 * stores' calendar month of `now`.
 */
export const judgeReferral = (
  rules: ReferralRules,
  purchases: FriendPurchase[],
  paidThisMonth: number,
  now: number,
): ReferralVerdict => {
  const first = purchases
    .filter((p) => counts(rules, p.keptFen))
    .sort((a, b) => a.occurredAt - b.occurredAt || (a.saleId < b.saleId ? -1 : 1))[0];
  if (!first) return { state: "waits-for-purchase" };
  const at = settledAt(rules, first.occurredAt);
  if (now < at) return { state: "waits-until", saleId: first.saleId, at };
  const capped = paidThisMonth >= rules.maxPerMonth;
  return {
    state: "due",
    saleId: first.saleId,
    referrerPoints: capped ? 0 : rules.referrerPoints,
    friendPoints: rules.friendPoints,
    capped,
  };
};

/** True when what was paid at once must be taken back: the purchase no longer counts. */
export const isForfeit = (rules: ReferralRules, keptFen: number): boolean =>
  rules.waitDays === 0 && !counts(rules, keptFen);

/** Why a person who joins may not name this member; null when they may. Whoever is a member already
 *  joins nothing, and so has no door to name anybody at. */
export const referralRefusal = (asked: {
  referrerId: string | null;
  friendId: string;
  /** The friend's phone number, or the phone in the hand, is the referrer's. */
  samePerson: boolean;
}): "referral-unknown" | "referral-self" | null => {
  if (asked.referrerId === null) return "referral-unknown";
  return asked.referrerId === asked.friendId || asked.samePerson ? "referral-self" : null;
};
