/** A referral that was paid at once and whose purchase was returned is taken back from both: first
 *  from its own lot, then from others, the rest is owed. @module */
import { drawBack } from "../../shared/points/draw-back.ts";
import { isForfeit } from "../../shared/grants/referral.ts";
import { spendable } from "../../shared/points/lot.ts";
import { grantTitles } from "../../shared/wording/grants/titles.ts";
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { findHoldings, type Holdings } from "../points/holdings.ts";
import { startPosting } from "../points/posting.ts";
import { rulesAt } from "../points/queries.ts";
import { queueMessage } from "../push/queue-message.ts";
import { onceDue } from "./give-once.ts";
import { grantsOf } from "./grant-rules.ts";
import {
  forgetReferralWatch,
  insertReferralBack,
  pageMax,
  paidLots,
  referralCause,
  watchedReferrals,
} from "./referral-queries.ts";

const messageLifeMs = 3 * 86_400_000;

type Watched = { friend_id: string; turn: number; referrer_id: string };

/** @returns referrals taken back */
export const takeReferralsBack = async (desk: Desk): Promise<number> => {
  let taken = 0;
  for (let after = "";;) {
    const watched = await desk.db.read(watchedReferrals, [after]);
    const done = await Promise.all(watched.map(async (row) => {
      const [rules] = await desk.db.read(rulesAt, [row.brand_id, row.named_at]);
      const referral = rules && grantsOf(rules).referral;
      if (referral && isForfeit(referral, row.kept_fen)) return await takeBack(desk, row);
      if (row.until <= desk.now) {
        await desk.db.write([forgetReferralWatch.row({ friend_id: row.friend_id })]);
      }
      return false;
    }));
    taken += done.filter(Boolean).length;
    if (watched.length < pageMax) return taken;
    after = watched.at(-1)!.friend_id;
  }
};

const takeBack = (desk: Desk, row: Watched): Promise<boolean> =>
  onceDue(
    desk,
    `referral-back:${row.friend_id}${row.turn === 1 ? "" : `:${row.turn}`}`,
    () => decide(desk, row),
  );

const sideOf = async (
  desk: Desk,
  row: Watched,
  what: "referrer" | "friend",
): Promise<{ writes: Write[]; touches: string[] }> => {
  const causeId = referralCause(row.friend_id, what, row.turn);
  const [holdings, own] = await Promise.all([
    findHoldings(desk, what === "friend" ? row.friend_id : row.referrer_id),
    desk.db.read(paidLots, [causeId]),
  ]);
  const journal = own[0]?.journal_id;
  return holdings && journal
    ? { writes: backRows(desk, holdings, causeId, own), touches: [holdings.loyaltyId] }
    : { writes: [], touches: [] };
};

const backRows = (
  desk: Desk,
  holdings: Holdings,
  causeId: string,
  own: { id: string; original: number; lapsed: number; journal_id: string }[],
): Write[] => {
  const ids = new Set(own.map((lot) => lot.id));
  const ownOpen = holdings.lots.filter((lot) => ids.has(lot.id));
  const original = own.reduce((sum, lot) => sum + lot.original, 0);
  const unswept = ownOpen.filter((lot) => lot.lapsesAt !== null && lot.lapsesAt <= desk.now)
    .reduce((sum, lot) => sum + lot.remaining, 0);
  const lapsed = own.reduce((sum, lot) => sum + lot.lapsed, 0) + unswept;
  const { uses, shortfall } = drawBack(ownOpen, holdings.lots, original, desk.now, lapsed);
  const taken = uses.reduce((sum, use) => sum + use.amount, 0);
  const posting = startPosting(desk, holdings, {
    kind: "grant",
    cause: { kind: "referral-back", id: causeId },
    storeId: null,
    occurredAt: desk.now,
    explanation: {
      title: grantTitles.forfeit.zh,
      titleEn: grantTitles.forfeit.en,
      reasons: [
        { code: "grant-forfeit", points: original },
        ...(shortfall > 0 ? [{ code: "debt-incurred", points: shortfall }] : []),
      ],
    },
    reverses: own[0]!.journal_id,
  });
  if (taken > 0) posting.draw(uses, `clawback@${holdings.brandId}`);
  posting.owe(shortfall, `owed@${holdings.brandId}`);
  const word = queueMessage(desk, {
    channel: "push",
    kind: "grant",
    memberId: holdings.memberId,
    fields: {
      points: -original,
      balance: spendable(posting.lots(), desk.now),
      titleZh: grantTitles.forfeit.zh,
      titleEn: grantTitles.forfeit.en,
    },
    language: holdings.language,
    expiresAt: desk.now + messageLifeMs,
  });
  return [...posting.writes(), ...(holdings.listens ? [word] : [])];
};

const decide = async (desk: Desk, row: Watched) => {
  const sides = await Promise.all([sideOf(desk, row, "referrer"), sideOf(desk, row, "friend")]);
  return {
    members: [row.friend_id, row.referrer_id],
    writes: [
      ...sides.flatMap((side) => side.writes),
      insertReferralBack.row({ friend_id: row.friend_id, turn: row.turn, at: desk.now }),
      forgetReferralWatch.row({ friend_id: row.friend_id }),
    ],
    touches: sides.flatMap((side) => side.touches),
  };
};
