/** Delivering a command once, over a line that may fail. @module */
import { Unreachable } from "../shared/call.ts";
import { Problem, standingOf } from "../shared/problems.ts";

/** Pauses before the second and third try of a command that got no answer, ms. */
const PAUSES = [400, 1_200];

/** Longer than this nobody waits before a screen that says nothing, ms: it says how long instead. */
const LONGEST_PAUSE = 5_000;

/** The next pause; none after the last try. A server that is too busy says how long itself. */
const pauseAfter = (error: unknown, tries: number): number | undefined => {
  const usual = isOpen(error) ? PAUSES[tries] : undefined;
  if (usual === undefined || !(error instanceof Problem)) return usual;
  const asked = 1000 * (Number(error.fields.retryAfterSeconds) || 0);
  return asked > LONGEST_PAUSE ? undefined : Math.max(usual, asked);
};

/** No answer came, or one that says "not now": the same may be sent again at once. */
export const isOpen = (error: unknown): boolean =>
  standing(error) === "passing" && !(error instanceof Problem && error.code === "too-many");

const standing = (error: unknown): ReturnType<typeof standingOf> => {
  if (error instanceof Unreachable) return "passing";
  return error instanceof Problem ? standingOf(error.code) : "final";
};

/** Sends commands of one kind. The key is made once for one input and kept until there is an answer,
 *  through every repetition, by itself and by the person: the same input is never booked twice.
 *  @param pause waits so many ms
 *  @returns a function that throws what the last try threw */
export function deliverer<I, A>(
  send: (input: I, key: string) => Promise<A>,
  newKey: () => string,
  pause: (ms: number) => Promise<void>,
): (input: I) => Promise<A> {
  let open: { text: string; key: string } | null = null;
  return async (input) => {
    const text = JSON.stringify(input);
    if (open?.text !== text) open = { text, key: newKey() };
    const { key } = open;
    for (let tries = 0;; tries++) {
      try {
        const answer = await send(input, key);
        open = null;
        return answer;
      } catch (error) {
        if (standing(error) === "final") open = null;
        const wait = pauseAfter(error, tries);
        if (wait === undefined) throw error;
        await pause(wait);
      }
    }
  };
}
