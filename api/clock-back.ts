/** A clock that is set back: what was made in what is now the future, and how late it has been.
 *  Nothing that lives for a while may live longer by as much, and nobody waits longer for it.
 *  @module */
import type { Db } from "./db/open.ts";

/** More than requests overtake each other by, and than the clocks of two machines differ. */
export const slackMs = 60_000;

/** Was something made after now? Then the clock has been set back since. */
export const isLater = (madeAt: number, now: number): boolean => madeAt > now + slackMs;

const dayMs = 86_400_000;
const latest = new WeakMap<Db, number>();

/** The latest time at which this process has been asked this, or now: what was stale then does not
 *  become fresh again. A clock that goes back by more than a day had been wrong: it counts anew. */
export const latestTime = (db: Db, now: number): number => {
  const before = latest.get(db) ?? now;
  const at = before - now > dayMs ? now : Math.max(before, now);
  latest.set(db, at);
  return at - now > slackMs ? at : now;
};
