/** What a fault test has tried, for the table at the end of `deno task soak`. @module */
import { appendFileSync } from "node:fs";
import process from "node:process";

/** The long form of the fault tests was asked for: `deno task soak`. */
export const soak = process.env.SOAK === "1";

/** How long a test may take, ms: in the long form as long as it needs. */
export const atMost = (ms: number): number => soak ? 4 * 3_600_000 : ms;

export type Tried = {
  /** The fault: "kill -9 under load". */
  fault: string;
  /** How often: "200 rounds". */
  times: string;
  /** What happened, with figures. */
  happened: string;
};

/** Notes what was tried: a line on the screen, and a row of the soak's table where one is asked
 *  for (TRIED_TO names the file it is gathered in). */
export const tried = (row: Tried): void => {
  console.log(`${row.fault}: ${row.times}: ${row.happened}`);
  const { TRIED_TO } = process.env;
  if (TRIED_TO) appendFileSync(TRIED_TO, `${JSON.stringify(row)}\n`);
};

/** Chance that can be repeated: the same seed, the same run (mulberry32). SEED overrides. */
export const seeded = (seed = Number(process.env.SEED ?? 1)) => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  /** A whole number from 0 to n - 1. */
  const below = (n: number): number => Math.floor(next() * n);
  return { next, below, pick: <T>(of: readonly T[]): T => of[below(of.length)]! };
};
