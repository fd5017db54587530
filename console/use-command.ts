import { useRef, useState } from "preact/hooks";
import { deliverer } from "./deliver.ts";
import { type Failure, failureOf } from "./failure.ts";
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

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** A command of a screen, delivered once; see `deliverer`. */
export function useCommand<I, A>(send: (input: I, key: string) => Promise<A>): Command<I, A> {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const latest = useRef(send);
  latest.current = send;
  const [deliver] = useState(() =>
    deliverer((input: I, key) => latest.current(input, key), newKey, pause)
  );
  return {
    busy,
    failure,
    unknown: failure?.kind === "unreachable",
    clear: () => setFailure(null),
    send: async (input) => {
      setBusy(true);
      setFailure(null);
      try {
        return { done: true, answer: await deliver(input) };
      } catch (error) {
        const failed = failureOf(error);
        setFailure(failed);
        return { done: false, failure: failed };
      } finally {
        setBusy(false);
      }
    },
  };
}
