/** Referrals are paid when the friend's purchase stands: to both, once; again if that was taken
 *  back and another purchase stands. Runs by the clock, so that no sale waits for it. @module */
import { addDays, dayOf, startOfDay } from "../../shared/business-day.ts";
import { judgeReferral } from "../../shared/grants/referral.ts";
import { grantTitles } from "../../shared/wording/grants/titles.ts";
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { findHeads } from "../points/holdings.ts";
import { rulesAt, type RulesRow } from "../points/queries.ts";
import { NotDue, onceDue } from "./give-once.ts";
import { grantsOf } from "./grant-rules.ts";
import { type PostedGrant, postGrant } from "./post-grant.ts";
import {
  firstPurchases,
  insertReferralEnd,
  insertReferralWatch,
  type OpenReferralRow,
  openReferrals,
  pageMax,
  paidInMonth,
  referralCause,
  referralOf,
  type ReferralRow,
} from "./referral-queries.ts";

/** An invitation is good for a year. */
export const referralDays = 366;
/** How long a referral that was paid at once may be taken back. */
const watchDays = 366;

/** @returns referrals paid */
export const payReferrals = async (desk: Desk): Promise<number> => {
  const since = startOfDay(addDays(dayOf(desk.now), -referralDays));
  let paid = 0;
  for (let after = "";;) {
    const open = await desk.db.read(openReferrals, [after, since]);
    const done = await Promise.all(open.map((row) => pay(desk, row)));
    paid += done.filter(Boolean).length;
    if (open.length < pageMax) return paid;
    after = open.at(-1)!.friend_id;
  }
};

type Judged = { rules: RulesRow; verdict: ReturnType<typeof judgeReferral>; waitDays: number };

/** By the rules of the day the friend joined: what both were promised. */
const judge = async (desk: Desk, row: OpenReferralRow, month: string): Promise<Judged | null> => {
  const [[rules], purchases, [counted]] = await Promise.all([
    desk.db.read(rulesAt, [row.brand_id, row.named_at]),
    desk.db.read(firstPurchases, [row.friend_id]),
    desk.db.read(paidInMonth, [row.referrer_id, month]),
  ]);
  const promised = rules && grantsOf(rules).referral;
  if (!rules || !promised) return null;
  const bought = purchases.map((p) => ({
    saleId: p.sale_id,
    occurredAt: p.occurred_at,
    keptFen: p.kept_fen,
  }));
  const verdict = judgeReferral(promised, bought, counted?.paid ?? 0, desk.now);
  return { rules, verdict, waitDays: promised.waitDays };
};

/** Looks first without a command: most wait. */
const pay = async (desk: Desk, row: OpenReferralRow): Promise<boolean> => {
  const month = dayOf(desk.now).slice(0, 7);
  const judged = await judge(desk, row, month);
  if (judged?.verdict.state !== "due") return false;
  const [referral] = await desk.db.read(referralOf, [row.friend_id]);
  if (!referral || referral.ended) return false;
  const turn = referral.turn === 1 ? "" : `:${referral.turn}`;
  const name = `referral:${row.friend_id}${turn}`;
  return await onceDue(desk, name, () => decide(desk, row.friend_id, month));
};

const grantTo = (
  desk: Desk,
  holdings: Awaited<ReturnType<typeof findHeads>>,
  rules: RulesRow,
  what: "referrer" | "friend",
  points: number,
  { friend_id, turn }: ReferralRow,
): PostedGrant | null =>
  holdings && points > 0
    ? postGrant(desk, holdings, rules, {
      cause: { kind: "referral", id: referralCause(friend_id, what, turn) },
      points,
      title: grantTitles[what],
      reasons: [{ code: "granted", what, points }],
      tell: true,
    })
    : null;

/** @throws NotDue */
const decide = async (desk: Desk, friendId: string, month: string) => {
  const [row] = await desk.db.read(referralOf, [friendId]);
  if (!row || row.ended) throw new NotDue();
  const [judged, friend, referrer] = await Promise.all([
    judge(desk, row, month),
    findHeads(desk, row.friend_id),
    findHeads(desk, row.referrer_id),
  ]);
  if (judged?.verdict.state !== "due" || row.friend_state !== "active") {
    throw new NotDue();
  }
  const { rules, verdict, waitDays } = judged;
  const referrerPoints = row.referrer_state === "active" ? verdict.referrerPoints : 0;
  const posted = [
    grantTo(desk, referrer, rules, "referrer", referrerPoints, row),
    grantTo(desk, friend, rules, "friend", verdict.friendPoints, row),
  ].filter((p) => p !== null);
  const [counted] = await desk.db.read(paidInMonth, [row.referrer_id, month]);
  const writes: Write[] = [
    ...posted.flatMap((p) => p.writes),
    insertReferralEnd.row({
      friend_id: friendId,
      turn: row.turn,
      referrer_id: row.referrer_id,
      sale_id: verdict.saleId,
      referrer_points: referrerPoints,
      friend_points: verdict.friendPoints,
      month: referrerPoints > 0 ? month : null,
      n: referrerPoints > 0 ? (counted?.last ?? 0) + 1 : null,
      at: desk.now,
      wait_days: waitDays,
    }),
  ];
  if (waitDays === 0) {
    const until = startOfDay(addDays(dayOf(desk.now), watchDays));
    writes.push(insertReferralWatch.row({ friend_id: friendId, turn: row.turn, until }));
  }
  const touches = [...posted.flatMap((p) => p.touches), `referrer ${row.referrer_id}`];
  return { writes, touches, members: [row.friend_id, row.referrer_id] };
};
