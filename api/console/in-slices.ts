/** Sums over tables that grow with the house, a slice at a time. A file's database answers within the
 *  event loop: one statement over a million members held every till for seconds (docs/benchmarks.md).
 *  Each slice is right when it is read; together they show the seconds they took, not one instant.
 *  @module */

/** A slice that took less than this is doubled, one that took four times as long is halved. */
const quickMs = 4;

const nextSize = (size: number, tookMs: number, least: number): number =>
  tookMs < quickMs ? size * 2 : tookMs > 4 * quickMs ? Math.max(least, size / 2) : size;

/** Lets whatever waits for the event loop come first. */
const breathe = (): Promise<void> => new Promise((done) => setImmediate(done));

type Key = string | number;

/** One slice: its sum, how many rows it looked at, and the key of the last. */
export type KeySlice = { sum: number; n: number; last: Key | null };

/** The sum over a table in the order of a key.
 *  @param before a key that lies before all
 *  @param slice looks at so many rows after a key */
export const sumByKey = async (
  before: Key,
  slice: (after: Key, rows: number) => Promise<KeySlice>,
): Promise<number> => {
  let sum = 0;
  let after = before;
  for (let rows = 10_000;;) {
    const from = performance.now();
    const got = await slice(after, rows);
    sum += got.sum;
    if (got.n < rows || got.last === null) return sum;
    after = got.last;
    rows = Math.min(100_000, nextSize(rows, performance.now() - from, 1_000));
    await breathe();
  }
};

const hour = 3_600_000;
const leastMs = hour / 60;

/** Rows of a span of time, from `from` up to but not with `until`, in the order of time.
 *  @param most no slice spans more, ms: after a quiet night comes a morning
 *  @param tooMany counts before the slice is read; a span with too many rows is halved */
export const byTime = async <Row>(
  from: number,
  until: number,
  most: number,
  slice: (from: number, until: number) => Promise<Row[]>,
  tooMany: (from: number, until: number) => Promise<boolean> = () => Promise.resolve(false),
): Promise<Row[]> => {
  const rows: Row[] = [];
  for (let at = from, span = hour; at < until;) {
    const end = Math.min(until, at + span);
    if (span > leastMs && await tooMany(at, end)) {
      span = Math.max(leastMs, span / 4);
      continue;
    }
    const started = performance.now();
    rows.push(...await slice(at, end));
    at = end;
    span = Math.min(most, nextSize(span, performance.now() - started, leastMs));
    if (at < until) await breathe();
  }
  return rows;
};
