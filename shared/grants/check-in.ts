/** What a day's check-in earns, and the calendar of the round that is running. @module */
import { addDays, type Day } from "../business-day.ts";
import type { GrantRules } from "./grant-rules.ts";

type CheckInRules = NonNullable<GrantRules["checkIn"]>;

/** The last check-in there was: its day, and the how-many-th in a row it was. */
export interface LastCheckIn {
  day: Day;
  streak: number;
}

export interface CheckIn {
  /** Days in a row, this one included. */
  streak: number;
  /** Place in the round, from 1; the round is as long as the longest streak that is rewarded. */
  place: number;
  points: number;
  /** What of the points is for the streak. */
  bonus: number;
}

/** Days of a round; a programme without streaks has rounds of a week that earn no more. */
export const roundOf = (rules: CheckInRules): number =>
  rules.streaks.length ? Math.max(...rules.streaks.map((s) => s.days)) : 7;

const earnedAt = (rules: CheckInRules, streak: number): CheckIn => {
  const place = (streak - 1) % roundOf(rules) + 1;
  const bonus = rules.streaks.find((s) => s.days === place)?.points ?? 0;
  return { streak, place, points: rules.points + bonus, bonus };
};

/** Days in a row as they stand on `today`: 0 once a day was missed. */
export const streakOn = (last: LastCheckIn | null, today: Day): number =>
  last && (last.day === today || addDays(last.day, 1) === today) ? last.streak : 0;

/** What checking in on `today` earns (days are the stores'); null when it was done already. */
export const checkInOn = (
  rules: CheckInRules,
  last: LastCheckIn | null,
  today: Day,
): CheckIn | null => {
  if (last && last.day >= today) return null;
  return earnedAt(rules, streakOn(last, today) + 1);
};

export interface RoundDay extends CheckIn {
  day: Day;
  state: "done" | "today" | "ahead";
}

/** The running round, first day to last: what is done, what today earns, what follows. */
export const roundAround = (
  rules: CheckInRules,
  last: LastCheckIn | null,
  today: Day,
): RoundDay[] => {
  const done = last?.day === today;
  const current = done ? last.streak : streakOn(last, today) + 1;
  const place = earnedAt(rules, current).place;
  return Array.from({ length: roundOf(rules) }, (_, i) => ({
    ...earnedAt(rules, current - place + 1 + i),
    day: addDays(today, i + 1 - place),
    state: i + 1 < place || (i + 1 === place && done)
      ? "done"
      : i + 1 === place
      ? "today"
      : "ahead",
  }));
};
