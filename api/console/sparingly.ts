/** Work that grows with the house, done sparingly. @module */
import type { Db } from "../db/open.ts";

type Kept = { until: number; answer: Promise<unknown> };
const shelves = new WeakMap<Db, Map<string, Kept>>();
const shelfMax = 500;

/** Below this it is done anew each time. */
const quickMs = 50;

/** Keeps what took long for a hundred times as long as it took: however often it is asked for, it takes
 *  no more than a hundredth of the process's time. Whoever asks while it runs gets the same answer.
 *  Durations are measured here, no decision about business depends on them. */
export const sparingly = <T>(db: Db, key: string, work: () => Promise<T>): Promise<T> => {
  const shelf = shelves.get(db) ?? new Map<string, Kept>();
  shelves.set(db, shelf);
  const startedAt = performance.now();
  const found = shelf.get(key);
  if (found && startedAt < found.until) return found.answer as Promise<T>;
  if (shelf.size >= shelfMax) shelf.clear();
  const answer = work();
  const kept = { until: Infinity, answer };
  shelf.set(key, kept);
  answer.then(() => {
    const tookMs = performance.now() - startedAt;
    if (tookMs < quickMs) shelf.delete(key);
    else kept.until = performance.now() + 100 * tookMs;
  }, () => shelf.delete(key));
  return answer;
};
