/** Something that comes from the server: on its way, here, or refused. */
export type Loaded<T> =
  | { state: "loading" }
  | { state: "ready"; value: T }
  | { state: "failed"; error: unknown };

export const LOADING: Loaded<never> = { state: "loading" };
export const ready = <T>(value: T): Loaded<T> => ({ state: "ready", value });
export const failed = (error: unknown): Loaded<never> => ({ state: "failed", error });
