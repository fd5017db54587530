/** Delivering a command once, over a line that may fail. @module */
import { Unreachable } from "../shared/call.ts";
import { Problem } from "../shared/problems.ts";

/** Pauses before the second and third try of a command that got no answer, ms. */
const PAUSES = [400, 1_200];

/** Refusals after which the same command, with the same key, may be sent again. */
const passing: readonly string[] = ["too-busy", "still-running"];

/** No answer came, or one that says "not now": whether it took effect is open. */
export const isOpen = (error: unknown): boolean =>
  error instanceof Unreachable || (error instanceof Problem && passing.includes(error.code));

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
        if (!isOpen(error)) {
          open = null;
          throw error;
        }
        const wait = PAUSES[tries];
        if (wait === undefined) throw error;
        await pause(wait);
      }
    }
  };
}
