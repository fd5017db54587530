/** Reads are coalesced: whatever is asked before the next turn of the event loop becomes one batch
 *  with one statement per kind of read, and one round trip (measured: 4 times the rate on a file, 8
 *  times over the network). All reads of one batch see one state of the database. @module */
import type { ReadStatement } from "./statement.ts";
import type { Batch } from "./writer.ts";

type Rows = Record<string, unknown>[];
/** Runs one read batch and answers the rows of each statement. */
export type RunReads = (batch: Batch, level: number) => Promise<Rows[]>;

type Waiting = {
  args: readonly unknown[];
  done: (rows: Rows) => void;
  failed: (error: unknown) => void;
};

export const createReader = (run: RunReads, groupMax = 256) => {
  let groups = new Map<ReadStatement<readonly unknown[], unknown>, Waiting[]>();
  let level = 0;
  let count = 0;
  let wake = false;

  const flush = async (): Promise<void> => {
    wake = false;
    const mine = [...groups.entries()];
    const wanted = level;
    groups = new Map();
    level = 0;
    count = 0;
    try {
      const batch = mine.map(([statement, waiting]) => ({
        sql: statement.sql,
        args: [JSON.stringify(waiting.map((w) => w.args))],
      }));
      const results = await run(batch, wanted);
      mine.forEach(([, waiting], i) => deal(waiting, results[i] ?? []));
    } catch (error) {
      for (const [, waiting] of mine) for (const w of waiting) w.failed(error);
    }
  };

  return {
    /** Rows of one read, in the statement's order.
     *  @param seen level of the ledger that the answer must at least show */
    read: <Args extends readonly unknown[], Row>(
      statement: ReadStatement<Args, Row>,
      args: Args,
      seen = 0,
    ): Promise<Row[]> =>
      new Promise((done, failed) => {
        const known = statement as ReadStatement<readonly unknown[], unknown>;
        const key = known.alone ? { ...known } : known;
        const waiting = { args, done: done as (rows: Rows) => void, failed };
        const group = groups.get(key);
        if (group) group.push(waiting);
        else groups.set(key, [waiting]);
        if (seen > level) level = seen;
        count++;
        if (count >= groupMax) void flush();
        else if (!wake) {
          wake = true;
          setImmediate(() => {
            if (wake) void flush();
          });
        }
      }),
  };
};

const deal = (waiting: Waiting[], rows: Rows): void => {
  const shares: Rows[] = waiting.map(() => []);
  for (const row of rows) shares[Number(row.n)]?.push(row);
  waiting.forEach((w, i) => w.done(shares[i]!));
};
