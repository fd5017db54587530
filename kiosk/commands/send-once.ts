import { Unreachable } from "../../shared/call.ts";
import { Problem, standingOf } from "../../shared/problems.ts";
import type { Command, Drawer } from "./command.ts";

/** Waits between tries (ms); the last one repeats until patience ends. */
const PAUSES_MS = [400, 1_000, 2_000, 4_000];

/** No final answer came in time. The command is kept; `sendKept` asks again with the same key. */
export class OutcomeUnknown extends Error {
  readonly command: Command;
  constructor(command: Command, cause: unknown) {
    super("The outcome of the command is not known yet", { cause });
    this.name = "OutcomeUnknown";
    this.command = command;
  }
}

export interface Sending {
  drawer: Drawer;
  /** Sends the command once; Problem and Unreachable as `call` throws them. */
  send: (command: Command) => Promise<unknown>;
  /** Milliseconds of repeating before the person is asked. */
  patienceMs?: number;
  /** Told when an answer was lost and the command is about to be repeated. */
  onRepeat?: (tries: number) => void;
  sleep?: (ms: number) => Promise<void>;
  now?: () => number;
}

/**
 * Keeps a command, then sends it until its outcome is known. Whatever happens in between, a lost
 * answer or a restart, it is booked once, because every try carries the same key.
 * @throws Problem a final refusal: nothing was booked
 * @throws OutcomeUnknown see there
 */
export async function sendOnce(command: Command, sending: Sending): Promise<unknown> {
  await sending.drawer.put(command);
  return sendKept(command, sending);
}

/** The same for a command that is in the drawer already. */
export async function sendKept(command: Command, sending: Sending): Promise<unknown> {
  const { drawer, send, patienceMs = 20_000, onRepeat, sleep = pause, now = Date.now } = sending;
  const startedAt = now();
  for (let tries = 0;; tries++) {
    try {
      const answer = await send(command);
      // A disk that forgets nothing loses nothing: asked again, the same key answers the same.
      await drawer.remove(command.key).catch(() => {});
      return answer;
    } catch (error) {
      if (isFinal(error)) {
        await drawer.remove(command.key);
        throw error;
      }
      const waitMs = pauseAfter(error, tries);
      if (waitMs === null || now() - startedAt + waitMs > patienceMs) {
        throw new OutcomeUnknown(command, error);
      }
      await sleep(waitMs);
      onRepeat?.(tries + 1);
    }
  }
}

/** Is this answer the last word, so that the command may be forgotten? A lost staff session is not:
 *  the first try may have been booked before it ended. */
export function isFinal(error: unknown): boolean {
  return error instanceof Problem && standingOf(error.code) === "final";
}

function pauseAfter(error: unknown, tries: number): number | null {
  if (error instanceof Problem) {
    // Waiting does not sign anybody in.
    if (standingOf(error.code) === "guard") return null;
    const seconds = Number(error.fields.retryAfterSeconds);
    if (seconds > 0) return seconds * 1_000;
  } else if (!(error instanceof Unreachable)) return null;
  return PAUSES_MS[Math.min(tries, PAUSES_MS.length - 1)] ?? 4_000;
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
