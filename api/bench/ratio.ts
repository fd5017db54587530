/** A measurement beside its limit: printed as a ratio, and judged. @module */
export type Ratio = {
  what: string;
  /** The figure over its denominator. */
  ratio: number;
  budget: number;
  /** true: at least the budget; false: at most. */
  atLeast: boolean;
  detail: string;
};

export const holds = (r: Ratio): boolean => r.atLeast ? r.ratio >= r.budget : r.ratio <= r.budget;

export const printRatio = (r: Ratio): void =>
  console.log(
    `${holds(r) ? "ok  " : "MISS"} ${r.what.padEnd(58)} ${r.ratio.toFixed(2).padStart(7)}  ` +
      `${r.atLeast ? "≥" : "≤"} ${r.budget.toFixed(2)}   ${r.detail}`,
  );

/** Runs `work` n times by `callers` closed loops and answers how many a second. */
export const perSecond = async (
  callers: number,
  n: number,
  work: (i: number) => Promise<unknown>,
): Promise<number> => {
  let next = 0;
  const from = performance.now();
  await Promise.all(Array.from({ length: callers }, async () => {
    while (next < n) await work(next++);
  }));
  return n / (performance.now() - from) * 1000;
};

/** Median of several runs; the spread is in the detail. */
export const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

export const rounded = (value: number): string =>
  value >= 100 ? String(Math.round(value)) : value.toFixed(1);
