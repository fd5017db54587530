/** What birthday, festival, share, profile and recharge earn. @module */
import type { Day } from "../business-day.ts";
import { type Birthday, birthdayYear, celebrationAround, windowOf } from "../calendar/birthday.ts";
import { type FestivalId, isFestival } from "../calendar/festival.ts";
import type { GrantRules } from "./grant-rules.ts";

/**
 * The birthday grant due to a member on `today`: its points and the year of the birthday's own
 * calendar that it is for (one per year, whatever is changed in the profile). Paid as the window
 * opens it is due on any later day of the window as well, so that somebody who joins in it, or a
 * night without a server, loses nothing.
 */
export const birthdayGrant = (
  rules: GrantRules,
  birthday: Birthday | null,
  today: Day,
): { points: number; year: number; on: Day } | null => {
  if (!rules.birthday || !birthday) return null;
  const on = celebrationAround(birthday, today, rules.birthday.when);
  return on === null
    ? null
    : { points: rules.birthday.points, year: birthdayYear(birthday, on), on };
};

/** First and last day of the window of a birthday that is celebrated on `on`. */
export const birthdayWindow = (rules: GrantRules, on: Day) =>
  windowOf(on, rules.birthday?.when ?? "day");

/** The festivals that are paid on a day. */
export const festivalGrants = (
  rules: GrantRules,
  today: Day,
): { festivalId: FestivalId; points: number }[] =>
  rules.festivals.filter((f) => isFestival(f.festivalId, today));

/** Points for a link that somebody else opened; 0 when off or when the day's cap is reached. */
export const sharePoints = (rules: GrantRules, paidToday: number): number =>
  rules.share && paidToday < rules.share.maxPerDay ? rules.share.points : 0;

export type ProfilePart = "name" | "phone" | "birthday" | "sex";

/** What a profile lacks before it counts as complete. */
export const profileMissing = (profile: {
  name: string;
  phone: boolean;
  birthday: Birthday | null;
  sex: string | null;
}): ProfilePart[] => [
  ...(profile.name.trim() ? [] : ["name" as const]),
  ...(profile.phone ? [] : ["phone" as const]),
  ...(profile.birthday ? [] : ["birthday" as const]),
  ...(profile.sex ? [] : ["sex" as const]),
];

/** Points for a recharge of so many fen of principal: full steps only, bonus does not count. */
export const rechargePoints = (rules: GrantRules, principalFen: number): number =>
  rules.recharge
    ? Math.floor(principalFen / rules.recharge.fenPerPoint) * rules.recharge.pointsPerStep
    : 0;
