/** Giving points to a friend: what is allowed, in which order it is refused. @module */
import * as z from "zod/mini";
import { type Day, dayOf, startOfDay } from "../business-day.ts";

const amount = z.int().check(z.gte(1), z.lte(1e9));

/** What a brand allows. A day and a month are the stores'. */
export const TransferPolicy = z.strictObject({
  enabled: z.boolean(),
  /** Fewest and most points of one gift. */
  least: amount,
  perGift: amount,
  perDay: amount,
  perMonth: amount,
  /** Days in which the friend must accept, the day of sending not counted. */
  acceptDays: z.int().check(z.gte(1), z.lte(60)),
}).check(z.refine((p) => p.least <= p.perGift && p.perGift <= p.perDay && p.perDay <= p.perMonth));
export type TransferPolicy = z.infer<typeof TransferPolicy>;

/** What a brand has that set nothing. */
export const closedPolicy: TransferPolicy = {
  enabled: false,
  least: 10,
  perGift: 1_000,
  perDay: 2_000,
  perMonth: 5_000,
  acceptDays: 7,
};

export interface SendGround {
  policy: TransferPolicy;
  points: number;
  /** Points sent today and this month and not come back. */
  sentToday: number;
  sentThisMonth: number;
  spendable: number;
  debt: number;
  /** It is addressed to the sender's own phone. */
  toSelf: boolean;
}

export const sendRefusals = [
  "transfer-off",
  "transfer-self",
  "transfer-limit",
  "debt-open",
  "points-short",
] as const;

export type SendOutcome =
  | { refused: null }
  | { refused: typeof sendRefusals[number]; fields: Record<string, number> };

/** Points that may still be sent now; 0 when nothing may. */
export const leftToSend = (
  g: Pick<SendGround, "policy" | "sentToday" | "sentThisMonth">,
): number =>
  g.policy.enabled
    ? Math.max(
      0,
      Math.min(
        g.policy.perGift,
        g.policy.perDay - g.sentToday,
        g.policy.perMonth - g.sentThisMonth,
      ),
    )
    : 0;

/** Whether a gift of points may be sent; of several reasons against it the first is told. Nothing
 *  here knows whether the phone is a member's. */
export const maySend = (g: SendGround): SendOutcome => {
  const refuse = (refused: typeof sendRefusals[number], fields: Record<string, number> = {}) => ({
    refused,
    fields,
  });
  if (!g.policy.enabled) return refuse("transfer-off");
  if (g.toSelf) return refuse("transfer-self");
  const left = leftToSend(g);
  if (g.points < g.policy.least || g.points > left) {
    const limit = g.points < g.policy.least ? g.policy.least : g.policy.perGift;
    return refuse("transfer-limit", { limit, left });
  }
  if (g.debt > 0) return refuse("debt-open", { debt: g.debt });
  if (g.points > g.spendable) {
    return refuse("points-short", { spendable: g.spendable, needed: g.points });
  }
  return { refused: null };
};

/** The first instant of the stores' day and month of an instant (ms). */
export const sendingPeriods = (now: number): { day: number; month: number } => {
  const today: Day = dayOf(now);
  return { day: startOfDay(today), month: startOfDay(`${today.slice(0, 7)}-01`) };
};

/** Letters of a gift code: nothing that looks like something else. */
const letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
export const giftCodeLength = 12;

/** A code of 12 letters, 58 bits. @param chance at least 24 random bytes */
export const makeGiftCode = (chance: Uint8Array): string => {
  let code = "";
  for (const byte of chance) {
    // Bytes above the last whole multiple would favour the first letters.
    if (byte < letters.length * 8 && code.length < giftCodeLength) {
      code += letters[byte % letters.length];
    }
  }
  return code.length === giftCodeLength ? code : "";
};

/** What somebody typed as a code in its one form; null: not one. */
export const parseGiftCode = (text: string): string | null => {
  const plain = text.normalize("NFKC").toUpperCase().replace(/[\s-]/g, "");
  return new RegExp(`^[${letters}]{${giftCodeLength}}$`).test(plain) ? plain : null;
};

/** "ABCD-EFGH-JKMN" for reading aloud. */
export const groupGiftCode = (code: string): string => code.replace(/(.{4})(?=.)/g, "$1-");
