import { useEffect, useRef, useState } from "preact/hooks";
import { type Failure, failureOf } from "./failure.ts";
import { signIns } from "./session.ts";

/** Answers seen so far; going back to a screen shows them at once while they are fetched anew. */
const kept = new Map<string, unknown>();

/** Forgets every answer: another person may sit down here. */
export const forgetAnswers = (): void => kept.clear();

export interface Loaded<T> {
  /** The latest answer; stays while a newer one is on its way. */
  data: T | undefined;
  failure: Failure | null;
  loading: boolean;
  reload: () => void;
  /** Puts a newer answer in without asking. */
  put: (data: T) => void;
}

interface State<T> {
  key: string;
  data: T | undefined;
  failure: Failure | null;
  loading: boolean;
}

const opening = <T>(key: string): State<T> => ({
  key,
  data: kept.get(key) as T | undefined,
  failure: null,
  loading: true,
});

/** Loads what a screen shows; again when the key changes, after `reload` and after a sign-in.
 *  The key names the question with all its arguments.
 *  @param linger the answer to the question before stays on screen until the new one is there */
export function useLoad<T>(
  key: string,
  load: (signal: AbortSignal) => Promise<T>,
  { linger = false }: { linger?: boolean } = {},
): Loaded<T> {
  const [state, setState] = useState<State<T>>(() => opening(key));
  const [turn, setTurn] = useState(0);
  const latest = useRef(load);
  latest.current = load;
  const signIn = signIns.value;
  const next = (before: State<T>): State<T> => {
    const opened = opening<T>(key);
    return linger && opened.data === undefined ? { ...opened, data: before.data } : opened;
  };
  useEffect(() => {
    const abort = new AbortController();
    setState((before) => next(before));
    latest.current(abort.signal).then((data) => {
      if (abort.signal.aborted) return;
      kept.set(key, data);
      setState({ key, data, failure: null, loading: false });
    }, (error) => {
      if (abort.signal.aborted) return;
      setState((before) => ({ ...before, failure: failureOf(error), loading: false }));
    });
    return () => abort.abort();
  }, [key, turn, signIn]);
  const { data, failure, loading } = state.key === key ? state : next(state);
  return {
    data,
    failure,
    loading,
    reload: () => setTurn((before) => before + 1),
    put: (newer) => {
      kept.set(key, newer);
      setState({ key, data: newer, failure: null, loading: false });
    },
  };
}
