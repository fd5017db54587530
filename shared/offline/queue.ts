/** The queue of a terminal that works without network: what is sent next, what an answer makes of it,
 *  how long to wait. Pure: clock and chance are arguments, the box they are kept in is the client's.
 *  @module */
import { Unreachable } from "../call.ts";
import { CLOCK_AHEAD_MS } from "./late.ts";
import { withoutUnseen } from "../plain-text.ts";
import { isProblemCode, Problem, type ProblemFields, standingOf } from "../problems.ts";

/**
 * - `waiting`: to be sent
 * - `refused`: the house said no; the task for the staff is still to be left
 * - `task`: the house keeps it as a task
 * - `booked`: done
 * - `dismissed`: ended by staff without having been sent: another terminal had made it
 */
export type ItemState = "waiting" | "refused" | "task" | "booked" | "dismissed";
export type ItemKind = "sale" | "enrolment" | "join";

export interface QueueItem {
  /** Place in the queue; only ever grows. */
  n: number;
  /** The idempotency key, made before anything was shown as done. */
  key: string;
  kind: ItemKind;
  /** What staff know it by. */
  label: string;
  /** When it happened, ms by the server's clock as far as it was known. */
  madeAt: number;
  state: ItemState;
  /** Tries since the last answer that moved it. */
  tries: number;
  refusal?: { code: string; fields: ProblemFields };
  /** When it was booked or handed over. */
  settledAt?: number;
}

export const isOpen = ({ state }: Pick<QueueItem, "state">): boolean =>
  state === "waiting" || state === "refused";

/** What an attempt says about the operation. `again`: not now, with the same key; `person`: not
 *  before somebody has signed in. */
export type Verdict =
  | { how: "booked" }
  | { how: "refused"; code: string; fields: ProblemFields }
  | { how: "again"; afterSeconds: number | null }
  | { how: "person" };

/** What a failed attempt says. No answer, a busy or broken house say nothing about the operation. */
export const verdictOf = (error: unknown): Verdict => {
  if (error instanceof Unreachable || !(error instanceof Problem)) {
    return { how: "again", afterSeconds: null };
  }
  switch (standingOf(error.code)) {
    case "final":
      return { how: "refused", code: error.code, fields: error.fields };
    case "guard":
      return { how: "person" };
    case "passing": {
      const seconds = Number(error.fields.retryAfterSeconds);
      return { how: "again", afterSeconds: seconds > 0 ? seconds : null };
    }
  }
};

/** The item after an attempt. A refusal that is refused in turn (its task was not taken) stays. */
export const afterAttempt = <Item extends QueueItem>(
  item: Item,
  verdict: Verdict,
  now: number,
): Item => {
  switch (verdict.how) {
    case "booked":
      return {
        ...item,
        state: item.state === "refused" ? "task" : "booked",
        tries: 0,
        settledAt: now,
      };
    case "refused": {
      if (item.state === "refused") return { ...item, tries: item.tries + 1 };
      const { code, fields } = verdict;
      return { ...item, state: "refused", tries: 0, refusal: { code, fields } };
    }
    case "again":
      return { ...item, tries: item.tries + 1 };
    case "person":
      return item;
  }
};

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/** How long to wait before the next attempt, ms: as long as the house asks, else twice as long each
 *  time, less up to half by chance, so that the tills of a street do not come back as one.
 *  @param tries attempts without an answer so far, from 1
 *  @param chance 0 to 1 */
export const pauseMs = (tries: number, afterSeconds: number | null, chance: number): number => {
  if (afterSeconds !== null) return Math.ceil(afterSeconds * 1_000 * (1 + chance / 4));
  const most = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(tries - 1, 10));
  return Math.round(most * (1 - chance / 2));
};

/** How far a moment may lie ahead of what is known of the server's time, ms: less than the server
 *  takes, because what is known is a little off. */
const AHEAD_MOST_MS = CLOCK_AHEAD_MS - 30_000;

/** The moment of the next operation: not before the last one that is still open, though the device's
 *  clock may have been put back a little meanwhile. A last one that lies further ahead than the
 *  server would take was made by a wrong clock, and nothing follows it there.
 *  @param now by the server's clock as far as it is known */
export const momentAfter = (last: number | null, now: number): number =>
  last === null || last > now + AHEAD_MOST_MS ? now : Math.max(last, now);

/** Operations that were sent with network and whose answer never came: those that may wait join the
 *  queue under their own keys, oldest first, each once. */
export const toAdopt = <Kept extends { key: string; madeAt: number }>(
  left: readonly Kept[],
  queued: readonly { key: string }[],
  mayWait: (kept: Kept) => boolean,
): Kept[] => {
  const known = new Set(queued.map(({ key }) => key));
  return left.filter((kept) => mayWait(kept) && !known.has(kept.key) && known.add(kept.key))
    .sort((a, b) => a.madeAt - b.madeAt);
};

/** What was settled so long ago that nobody asks for it any more. */
export const isForgotten = (
  { state, settledAt }: Pick<QueueItem, "state" | "settledAt">,
  now: number,
  keptMs: number,
): boolean => !isOpen({ state }) && settledAt !== undefined && settledAt < now - keptMs;

/** What staff know an operation by, as it may be handed over: it may be a name that was refused. */
export const plainLabel = (label: string, otherwise: string): string =>
  withoutUnseen(label.normalize("NFC")).slice(0, 80).trim() || otherwise;

/** A refusal as it may be handed over: a code that is none of ours, and only plain fields. */
export const plainRefusal = (
  { code, fields }: { code: string; fields: ProblemFields },
): { code: string; fields: Record<string, string | number | null> } => ({
  code: isProblemCode(code) ? code : "internal",
  fields: Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, string | number | null] => {
      const [name, value] = field;
      return name.length <= 40 && (value === null || typeof value === "number" ||
        typeof value === "string" && value.length <= 200);
    }),
  ),
});
