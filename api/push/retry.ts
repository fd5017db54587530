/** When to try again. Pure: the time and the dice are arguments. @module */

/** How an attempt to hand a message over ended. */
export type Outcome =
  | { state: "sent"; note: string }
  /** Nobody is there any more: 404 or 410. */
  | { state: "gone"; note: string }
  /** It may work later; `afterMs` is what the other side asked for. */
  | { state: "retry"; note: string; afterMs?: number }
  | { state: "refused"; note: string };

const firstWaitMs = 2_000;
const waitMaxMs = 15 * 60_000;
const askedMaxMs = 6 * 3_600_000;
/** After this many tries a message has failed (about an hour and a half with these waits). */
export const triesMax = 14;

/** What a Retry-After header asks for (seconds or a date, RFC 9110 10.2.3), bounded; undefined if
 *  there is none or it says nothing. */
export const retryAfterMs = (header: string | null, now: number): number | undefined => {
  if (!header) return undefined;
  const text = header.trim();
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), askedMaxMs) : undefined;
};

/** The outcome an HTTP status stands for; the same for push services and our adapters, but that
 *  only a push service's 404 means that somebody is gone. */
export const outcomeOf = (
  status: number,
  retryAfter: string | null,
  now: number,
  goneStatuses: readonly number[] = [],
): Outcome => {
  const note = `status ${status}`;
  if (status >= 200 && status < 300) return { state: "sent", note };
  if (goneStatuses.includes(status)) return { state: "gone", note };
  if (status === 408 || status === 425 || status === 429 || status >= 500) {
    const afterMs = retryAfterMs(retryAfter, now);
    return { state: "retry", note, ...(afterMs === undefined ? {} : { afterMs }) };
  }
  return { state: "refused", note };
};

/** When the next try is due (ms), or null if there is none: too many tries, or expired by then.
 *  Waits double from 2 seconds to 15 minutes, between half and whole, so that a crowd spreads.
 *  @param tries tries made so far, this one included
 *  @param dice a number from 0 to 255 */
export const nextTryAt = (
  now: number,
  tries: number,
  expiresAt: number,
  dice: number,
  afterMs = 0,
): number | null => {
  if (tries >= triesMax) return null;
  const wait = Math.min(firstWaitMs * 2 ** (tries - 1), waitMaxMs);
  const at = now + Math.max(Math.round(wait * (0.5 + dice / 510)), afterMs);
  return at < expiresAt ? at : null;
};
