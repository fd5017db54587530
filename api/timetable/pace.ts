/** When a job runs. Pure: the time is an argument. @module */
import { isLater } from "../clock-back.ts";
import { addDays, dayOf, startOfDay } from "../../shared/business-day.ts";

/** Every so many milliseconds, or each day at a minute of the day on the stores' clock. */
export type Pace = { everyMs: number } | { dailyAt: { hour: number; minute: number } };

const minuteMs = 60_000;

/** The first instant after `now` at which the job is due again. A run that was missed is made up for
 *  once, not as often as it was missed. */
export const nextRunAt = (pace: Pace, now: number): number => {
  if ("everyMs" in pace) return now + pace.everyMs;
  const { hour, minute } = pace.dailyAt;
  const today = dayOf(now);
  const at = startOfDay(today) + (hour * 60 + minute) * minuteMs;
  return at > now ? at : startOfDay(addDays(today, 1)) + (hour * 60 + minute) * minuteMs;
};

/** When a job that never ran is due: at once if it runs every so often, else at its time of day. */
export const firstRunAt = (pace: Pace, now: number): number =>
  "everyMs" in pace ? now : nextRunAt(pace, now - 1);

const failedWaitMs = 60_000;

/** A run that failed is repeated soon, but no later than it would have run anyway. */
export const retryRunAt = (pace: Pace, startedAt: number, now: number): number =>
  Math.min(nextRunAt(pace, startedAt), now + failedWaitMs);

/** When a job is due, as far as its entry can be true: one that lies later than its pace ever puts it
 *  was written before the clock was set back, and the job is due as if it had never run. */
export const dueAt = (pace: Pace, enteredAt: number, now: number): number => {
  const latest = "everyMs" in pace ? now + pace.everyMs : nextRunAt(pace, now);
  return isLater(enteredAt, latest) ? firstRunAt(pace, now) : enteredAt;
};

export type JobState = { name: string; leased_until: number; next_run_at: number };

/** Names of the jobs that are due and that nobody runs now, longest due first. */
export const dueJobs = (states: readonly JobState[], now: number): string[] =>
  states.filter((s) => s.next_run_at <= now && s.leased_until <= now)
    .toSorted((a, b) => a.next_run_at - b.next_run_at)
    .map((s) => s.name);
