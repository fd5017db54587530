/** When to remind a member of points that will lapse (R77). Once a week at most, of what lapses
 *  within two weeks: every point is mentioned at least a week before it lapses. @module */
import { addDays, type Day, dayOf, daysBetween } from "../business-day.ts";

export const reminderAheadMs = 14 * 86_400_000;

export type Lapsing = { lapsesAt: number; points: number };
export type LapseReminder = {
  points: number;
  /** First and last instant (ms) at which some of the points stop counting. */
  lapsesAt: number;
  lapsesLastAt: number;
  /** Monday of the week; a week has one reminder. */
  week: Day;
};

/** 1970-01-05 was a Monday. */
const aMonday: Day = "1970-01-05";

/** Monday of the week in which an instant lies, on the stores' calendar. */
export const weekOf = (at: number): Day => {
  const day = dayOf(at);
  return addDays(day, -(((daysBetween(aMonday, day) % 7) + 7) % 7));
};

/** The reminder due now, or null if nothing lapses soon enough. */
export const lapseReminder = (lapsing: readonly Lapsing[], now: number): LapseReminder | null => {
  const soon = lapsing.filter((l) =>
    l.points > 0 && l.lapsesAt > now && l.lapsesAt <= now + reminderAheadMs
  );
  if (soon.length === 0) return null;
  return {
    points: soon.reduce((sum, l) => sum + l.points, 0),
    lapsesAt: Math.min(...soon.map((l) => l.lapsesAt)),
    lapsesLastAt: Math.max(...soon.map((l) => l.lapsesAt)),
    week: weekOf(now),
  };
};
