/** The level of the ledger, where it is kept on a server: raised by every write batch, shown by every
 *  answer, asked of every copy (docs/decisions/004, 033). @module */
import { Collision } from "./collision.ts";
import type { Batch } from "./writer.ts";

type Rows = Record<string, unknown>[];

export const readTide: Batch[number] = { sql: "select level from tide", args: [] };

/** A batch names the level it follows and is refused at any other: one that was sent twice, or comes
 *  after a later one, changes nothing. */
const raiseFrom = (level: number): Batch[number] => ({
  sql: "update tide set level = iif(level = ?1, level + 1, null) returning level",
  args: [String(level)],
});

export const isOtherTide = (error: unknown): boolean =>
  error instanceof Collision && error.on === "tide.level";

/** A copy that is further behind than this is not asked, whoever asks. */
const behindMaxMs = 2_000;

/** What this process knows of the level. */
export const createTide = (now: () => number = () => performance.now()) => {
  let level = -1;
  let mark = 0;
  let floor = 0;
  let markedAt = -Infinity;
  const rose = (): void => {
    if (now() - markedAt < behindMaxMs) return;
    floor = mark;
    mark = Math.max(0, level);
    markedAt = now();
  };
  return {
    /** Highest level that this process has seen; 0 before any. */
    level: (): number => Math.max(0, level),
    isKnown: (): boolean => level >= 0,
    /** Notes the level in the rows of `readTide` or of a write. */
    note: (rows: Rows | undefined): void => {
      level = Math.max(level, Number(rows?.[0]?.level ?? -1));
      rose();
    },
    /** The level is this and no other, whatever was seen before (a database brought back). */
    set: (rows: Rows | undefined): void => {
      level = Number(rows?.[0]?.level ?? -1);
      mark = floor = 0;
    },
    raise: (): Batch[number] => raiseFrom(level),
    /** Least level that a copy must have for a caller who has seen `seen`. */
    atLeast: (seen: number): number => {
      rose();
      return Math.max(seen, floor);
    },
  };
};

export type Tide = ReturnType<typeof createTide>;
