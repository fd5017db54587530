import { useRef, useState } from "preact/hooks";
import { type Failure, failureOf, isRefusal } from "./failure.ts";
import { newKey } from "./wire.ts";

export type Outcome<A> = { done: true; answer: A } | { done: false; failure: Failure };

export interface Command<I, A> {
  busy: boolean;
  failure: Failure | null;
  /** No answer came: it may have taken effect, and the same input can safely be sent again. */
  unknown: boolean;
  send: (input: I) => Promise<Outcome<A>>;
  /** Takes the failure from the screen. */
  clear: () => void;
}

/** Pauses before the second and third try of a command that got no answer, ms. */
const PAUSES = [400, 1_200];

const mayRepeat = (failure: Failure): boolean =>
  failure.kind === "unreachable" || isRefusal(failure, "too-busy") ||
  isRefusal(failure, "still-running");

/** A command of a screen. The idempotency key is made once for one input and kept until there is
 *  an answer, through every repetition: the same input is never booked twice. */
export function useCommand<I, A>(
  send: (input: I, key: string) => Promise<A>,
): Command<I, A> {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const open = useRef<{ text: string; key: string } | null>(null);
  const latest = useRef(send);
  latest.current = send;

  const attempt = async (input: I, key: string): Promise<Outcome<A>> => {
    for (let tries = 0;; tries++) {
      try {
        return { done: true, answer: await latest.current(input, key) };
      } catch (error) {
        const failed = failureOf(error);
        const pause = PAUSES[tries];
        if (!mayRepeat(failed) || pause === undefined) return { done: false, failure: failed };
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  };

  return {
    busy,
    failure,
    unknown: failure?.kind === "unreachable",
    clear: () => setFailure(null),
    send: async (input) => {
      const text = JSON.stringify(input);
      if (open.current?.text !== text) open.current = { text, key: newKey() };
      setBusy(true);
      setFailure(null);
      const outcome = await attempt(input, open.current.key);
      if (outcome.done || !mayRepeat(outcome.failure)) open.current = null;
      setBusy(false);
      setFailure(outcome.done ? null : outcome.failure);
      return outcome;
    },
  };
}
