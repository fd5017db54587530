import { type ReadonlySignal, signal } from "@preact/signals";
import { type Trouble, troubleOf } from "./trouble.ts";
import { keep, type Kept, recall } from "./kept.ts";

/** Something that comes from the server and is also kept on the phone. */
export interface Loaded<T> {
  data: T | null;
  /** When the data came from the server (phone ms). */
  at: number | null;
  busy: boolean;
  /** Why the last attempt failed; the data may still be there from before. */
  trouble: Trouble | null;
}

export interface Resource<T> {
  state: ReadonlySignal<Loaded<T>>;
  /** Shows what is kept, then asks the server. What is under way already may be older than the wish:
   *  the server is asked once more then. Never throws. */
  load: () => Promise<void>;
  /** Puts newer data in, for example from an event; an answer under way does not take its place. */
  put: (data: T) => void;
  /** Forgets what is in memory, and an answer under way with it. */
  reset: () => void;
}

const NOTHING = { data: null, at: null, busy: false, trouble: null };

/** Makes a resource; with a name it is kept on the phone and shown when there is no network. */
export function openResource<T>(
  fetchIt: () => Promise<T>,
  name?: keyof { [N in keyof Kept as Kept[N] extends T ? N : never]: true } & keyof Kept,
): Resource<T> {
  const state = signal<Loaded<T>>(NOTHING);
  let running: Promise<void> | null = null;
  /** Counts what makes an answer under way too old: a newer wish, newer data, a member who left. */
  let turn = 0;
  const show = (data: T) => {
    state.value = { ...state.value, data, at: Date.now(), trouble: null };
    if (name) void keep(name, data as Kept[typeof name]);
  };
  const recallIt = async (isMine: () => boolean) => {
    if (!name || state.value.data !== null) return;
    const kept = await recall(name);
    if (!kept || !isMine() || state.value.data !== null) return;
    state.value = { ...state.value, data: kept.value as T, at: kept.at };
  };
  const run = async (isMine: () => boolean) => {
    state.value = { ...state.value, busy: true };
    // Nothing is asked before whoever else wishes for it in this moment has said so.
    await recallIt(isMine);
    for (let asked = -1; isMine() && asked !== turn;) {
      asked = turn;
      try {
        const data = await fetchIt();
        if (asked === turn) show(data);
      } catch (error) {
        if (asked === turn) state.value = { ...state.value, trouble: troubleOf(error) };
      }
    }
    if (isMine()) state.value = { ...state.value, busy: false };
  };
  const start = () => {
    const mine: Promise<void> = run(() => running === mine).finally(() => {
      if (running === mine) running = null;
    });
    return running = mine;
  };
  return {
    state,
    put: (data) => {
      turn++;
      show(data);
    },
    load: () => {
      turn++;
      return running ?? start();
    },
    reset: () => {
      turn++;
      running = null;
      state.value = NOTHING;
    },
  };
}
