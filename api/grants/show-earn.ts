/** Ways to earn without buying, and how far the member is with each. @module */
import { addDays, addMonths, dayOf, startOfDay } from "../../shared/business-day.ts";
import { birthdayIn, celebrationAround } from "../../shared/calendar/birthday.ts";
import { upcoming } from "../../shared/calendar/festival.ts";
import { maskName } from "../../shared/cards/mask.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { type LastCheckIn, roundAround, streakOn } from "../../shared/grants/check-in.ts";
import type { showEarn } from "../../shared/grants/endpoints.ts";
import type { GrantRules } from "../../shared/grants/grant-rules.ts";
import { settledAt } from "../../shared/grants/referral.ts";
import { birthdaySettlesMs } from "../../shared/members/birthday-change.ts";
import { Problem } from "../../shared/problems.ts";
import type { Desk } from "../desk.ts";
import { rulesAt } from "../points/queries.ts";
import { openSurveys, type SurveyRow } from "../surveys/queries.ts";
import { isFor, questionsOf } from "../surveys/survey-view.ts";
import { missingOf } from "./claim-profile-grant.ts";
import { grantsOf } from "./grant-rules.ts";
import {
  checkInDays,
  grantedSince,
  journalOfCause,
  lastCheckIn,
  profileOfMember,
  type ProfileRow,
} from "./queries.ts";
import { type FriendRow, friendsOf, paidInMonth } from "./referral-queries.ts";
import { opensOfDay } from "./share-queries.ts";

type Earn = AnswerOf<typeof showEarn>;

const festivalsAhead = 30;

const read = async (desk: Desk, memberId: string, brandId: string, today: string) => {
  const { db, now, seen } = desk;
  const month = `${today.slice(0, 7)}-01`;
  const [
    [rules],
    [profile],
    [last],
    days,
    [granted],
    [forProfile],
    friends,
    [paid],
    [opens],
    surveys,
  ] = await Promise.all([
    db.readSeen(rulesAt, [brandId, now], seen),
    db.readSeen(profileOfMember, [memberId], seen),
    db.readSeen(lastCheckIn, [memberId], seen),
    db.readSeen(checkInDays, [memberId, addMonths(month, -1)], seen),
    db.readSeen(grantedSince, [memberId, startOfDay(month)], seen),
    db.readSeen(journalOfCause, ["profile", memberId], seen),
    db.readSeen(friendsOf, [memberId], seen),
    db.readSeen(paidInMonth, [memberId, today.slice(0, 7)], seen),
    db.readSeen(opensOfDay, [memberId, today, ""], seen),
    db.readSeen(openSurveys, [brandId, now, memberId], seen),
  ]);
  return { rules, profile, last, days, granted, forProfile, friends, paid, opens, surveys };
};

const checkInOf = (
  rules: GrantRules,
  last: LastCheckIn | null,
  days: string[],
  today: string,
): Earn["checkIn"] =>
  rules.checkIn && {
    points: rules.checkIn.points,
    streak: streakOn(last, today),
    doneToday: last?.day === today,
    round: roundAround(rules.checkIn, last, today),
    days,
  };

type Referral = NonNullable<GrantRules["referral"]>;

const friendOf = (rules: Referral, row: FriendRow) => {
  const known = { nameMasked: maskName(row.name), joinedAt: row.named_at };
  if (row.back_at !== null) {
    return { ...known, state: "taken-back" as const, at: row.back_at, points: 0 };
  }
  if (row.paid_at !== null) {
    const state = row.points ? "paid" as const : "capped" as const;
    return { ...known, state, at: row.paid_at, points: row.points ?? 0 };
  }
  if (row.bought_at === null) {
    return { ...known, state: "waits-for-purchase" as const, at: null, points: 0 };
  }
  const at = settledAt(rules, row.bought_at);
  return { ...known, state: "waits-until" as const, at, points: rules.referrerPoints };
};

const surveyOf = (row: SurveyRow & { answered: 0 | 1 }): Earn["surveys"][number] => ({
  id: row.id,
  titleZh: row.title_zh,
  titleEn: row.title_en,
  points: row.points,
  questions: questionsOf(row).length,
  closesAt: row.closes_at,
  answered: row.answered === 1,
});

const birthdayOf = (rules: GrantRules, profile: ProfileRow, today: string): Earn["birthday"] => {
  const points = profile.tier_birthday ?? rules.birthday?.points ?? 0;
  const when = rules.birthday?.when ?? "day";
  if (points === 0) return null;
  if (profile.birthday === null) return { points, when, on: null };
  const birthday = { on: profile.birthday, calendar: profile.birthday_calendar };
  const settled = (profile.birthday_set_at ?? -birthdaySettlesMs) + birthdaySettlesMs;
  const from = [today, dayOf(settled)].sort()[1]!;
  const year = Number(from.slice(0, 4));
  const on = celebrationAround(birthday, from, when) ??
    [year, year + 1, year + 2].flatMap((y) => birthdayIn(birthday, y)).find((d) => d >= from);
  return { points, when, on: on ?? null };
};

const festivalsOf = (rules: GrantRules, today: string): Earn["festivals"] =>
  upcoming(today, festivalsAhead).flatMap(({ id, on }) => {
    const gift = rules.festivals.find((f) => f.festivalId === id);
    return gift && on <= addDays(today, 120) ? [{ festivalId: id, on, points: gift.points }] : [];
  });

/** @throws Problem not-found */
export const showWaysToEarn = async (desk: Desk): Promise<Earn> => {
  const memberId = desk.actor.memberId!;
  const brandId = desk.actor.brandId!;
  const today = dayOf(desk.now);
  const r = await read(desk, memberId, brandId, today);
  const { rules, profile } = r;
  if (!rules || !profile) throw new Problem("not-found");
  const grants = grantsOf(rules);
  const { referral } = grants;
  return {
    today,
    monthPoints: r.granted?.points ?? 0,
    checkIn: checkInOf(grants, r.last ?? null, r.days.map((d) => d.day), today),
    surveys: r.surveys.filter((s) => isFor(s, profile, brandId)).map(surveyOf),
    profile: grants.profile && {
      points: grants.profile.points,
      missing: missingOf(profile),
      done: r.forProfile !== undefined,
    },
    referral: referral && {
      ...referral,
      paidThisMonth: r.paid?.paid ?? 0,
      friends: r.friends.map((f) => friendOf(referral, f)),
    },
    share: grants.share && { ...grants.share, paidToday: r.opens?.opens ?? 0 },
    birthday: birthdayOf(grants, profile, today),
    festivals: festivalsOf(grants, today),
  };
};
