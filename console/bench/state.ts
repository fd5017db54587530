import type { ComponentChildren } from "preact";
import type { StaffRole } from "../../shared/access.ts";
import type { Door, Mood } from "./doors.ts";

/** A screen in a state, reachable by its name in the address after "#". */
export interface BenchState {
  name: string;
  /** Which navigation entry is lit. */
  path?: string;
  role?: StaffRole;
  mood?: Mood;
  /** Doors that answer differently from the usual ones. */
  doors?: readonly Door[];
  /** Without the frame: the sign-in. */
  bare?: boolean;
  draw: () => ComponentChildren;
  /** What a person does after the screen stands there. */
  act?: () => Promise<void>;
}

const soon = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until there is such an element. */
const find = async (selector: string): Promise<HTMLElement> => {
  for (let tries = 0; tries < 100; tries++) {
    const found = document.querySelector<HTMLElement>(selector);
    if (found) return found;
    await soon(40);
  }
  throw new Error(`not on the bench: ${selector}`);
};

/** Presses what carries `data-act="<name>"`, or fits the selector. */
export const press = async (what: string): Promise<void> => {
  (await find(/^[\w-]+$/.test(what) ? `[data-act="${what}"]` : what)).click();
  await soon(60);
};

/** Types into the input that fits the selector. */
export const type = async (selector: string, text: string): Promise<void> => {
  const input = await find(selector) as HTMLInputElement;
  input.focus();
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  await soon(60);
};

/** Does one thing after the other. */
export const inTurn = (...acts: (() => Promise<void>)[]) => async () => {
  for (const act of acts) await act();
};

/** Waits, for what a screen does by itself. */
export const pause = (ms: number) => () => soon(ms) as Promise<void>;
