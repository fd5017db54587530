import { type ReadonlySignal, signal } from "@preact/signals";
import { type Trouble, troubleOf } from "./api.ts";
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
  /** Shows what is kept, then asks the server. Never throws. */
  load: () => Promise<void>;
  /** Puts newer data in, for example from an event. */
  put: (data: T) => void;
  /** Forgets what is in memory. */
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
  const put = (data: T) => {
    state.value = { ...state.value, data, at: Date.now(), trouble: null };
    if (name) void keep(name, data as Kept[typeof name]);
  };
  const run = async () => {
    state.value = { ...state.value, busy: true };
    if (name && state.value.data === null) {
      const kept = await recall(name);
      if (kept && state.value.data === null) {
        state.value = { ...state.value, data: kept.value as T, at: kept.at };
      }
    }
    try {
      put(await fetchIt());
    } catch (error) {
      state.value = { ...state.value, trouble: troubleOf(error) };
    } finally {
      state.value = { ...state.value, busy: false };
    }
  };
  return {
    state,
    put,
    load: () => running ??= run().finally(() => running = null),
    reset: () => state.value = NOTHING,
  };
}
