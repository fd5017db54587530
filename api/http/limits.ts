/** Limits of tries and requests, counted in the database so that they hold across processes and
 *  restarts. A try is taken before the work it allows: what the trigger on `attempt` refuses never
 *  happened, however many came at once. @module */
import { Problem } from "../../shared/problems.ts";
import { isLater, slackMs } from "../clock-back.ts";
import { Collision } from "../db/collision.ts";
import { ranks, reading, type Write, writing } from "../db/statement.ts";
import type { Db } from "../db/open.ts";
import type { Desk } from "../desk.ts";

export type Limit = {
  /** Tries allowed in a window. */
  max: number;
  windowMs: number;
  /** After the last allowed try nothing more for this long, whatever is left of the window. */
  lockMs?: number;
};

type AttemptRow = {
  key: string;
  count: number;
  most: number;
  at: number;
  window_ends_at: number;
  lock_ms: number;
  locked_until: number | null;
};

/** The window is over, or the last try lies in the future: the clock was set back. */
const over = `(case when attempt.locked_until is null then attempt.window_ends_at
  else attempt.locked_until end <= excluded.at or attempt.at > excluded.at + ${slackMs})`;

/** How a statement that inserts tries into `attempt` counts them where there have been some. */
export const countedOn = `on conflict (key) do update set
     count = case when ${over} then excluded.count else attempt.count + excluded.count end,
     window_ends_at = case when ${over} then excluded.window_ends_at
       else attempt.window_ends_at end,
     locked_until = case when excluded.lock_ms > 0 and excluded.most <=
         case when ${over} then excluded.count else attempt.count + excluded.count end
       then excluded.at + excluded.lock_ms end,
     most = excluded.most, at = excluded.at, lock_ms = excluded.lock_ms`;

/** Row by row, so that two tries of one key in one group count as two. */
const countTry = writing<Omit<AttemptRow, "locked_until">>(
  "count a try",
  ranks.command,
  ["key", "count", "most", "at", "window_ends_at", "lock_ms"],
  `insert into attempt (key, count, most, at, window_ends_at, lock_ms, locked_until)
   select j.value->>0, j.value->>1, j.value->>2, j.value->>3, j.value->>4, j.value->>5, null
   from json_each(?1) j where true order by j.key
   ${countedOn}`,
);

/** Asks for one more than allowed where nothing is left, which the trigger refuses. */
const mustBeOpen = writing<{ key: string; at: number }>(
  "a limit must have tries left",
  ranks.command,
  ["key", "at"],
  `update attempt set count = attempt.most + 1
   from json_each(?1) j where attempt.key = j.value->>0 and attempt.count >= attempt.most
     and case when attempt.locked_until is null then attempt.window_ends_at
       else attempt.locked_until end > j.value->>1 and attempt.at <= j.value->>1 + ${slackMs}`,
);

const forgetTries = writing<{ key: string }>(
  "forget tries",
  ranks.change,
  ["key"],
  `delete from attempt where key in (select j.value->>0 from json_each(?1) j)`,
);

type TriesRow = Pick<AttemptRow, "count" | "at" | "window_ends_at" | "locked_until">;

export const attemptByKey = reading<[key: string], TriesRow>(
  "tries by key",
  `select j.key as n, a.count, a.at, a.window_ends_at, a.locked_until
   from json_each(?1) j join attempt a on a.key = j.value->>0`,
);

/** One try, to be booked in the batch of what it allows. The batch collides on "collision: attempt"
 *  when nothing is left. */
export const tryWrite = (desk: Desk, key: string, limit: Limit): Write =>
  countTry.row({
    key,
    count: 1,
    most: limit.max,
    at: desk.now,
    window_ends_at: desk.now + limit.windowMs,
    lock_ms: limit.lockMs ?? 0,
  });

/** Books nothing, but lets its batch collide when the limit has nothing left. */
export const openWrite = (desk: Desk, key: string): Write => mustBeOpen.row({ key, at: desk.now });

/** Starts the count of a key anew: the right PIN was given. */
export const forgetTriesWrite = (key: string): Write => forgetTries.row({ key });

export const isOverLimit = (error: unknown): boolean =>
  error instanceof Collision && error.on === "collision: attempt";

export type Tries = { left: number; opensAt: number };

/** What is left of a limit, and from when on (ms) more are allowed if nothing is. */
export const triesOf = (row: TriesRow | undefined, limit: Limit, now: number): Tries => {
  const opensAt = row ? row.locked_until ?? row.window_ends_at : 0;
  if (!row || opensAt <= now || isLater(row.at, now)) return { left: limit.max, opensAt: 0 };
  return { left: Math.max(0, limit.max - row.count), opensAt };
};

export const readTries = async (desk: Desk, key: string, limit: Limit): Promise<Tries> =>
  triesOf((await desk.db.read(attemptByKey, [key]))[0], limit, desk.now);

/** Keys known to be used up, per database, since and until when: repeats are refused without a
 *  write. */
const shut = new WeakMap<Db, Map<string, { since: number; until: number }>>();
const shutMax = 10_000;

const noteShut = (desk: Desk, key: string, until: number): void => {
  const keys = shut.get(desk.db) ?? new Map<string, { since: number; until: number }>();
  shut.set(desk.db, keys);
  if (keys.size >= shutMax) keys.clear();
  keys.set(key, { since: desk.now, until });
};

export const tooMany = (desk: Desk, opensAt: number): Problem =>
  new Problem("too-many", {
    retryAfterSeconds: Math.max(1, Math.ceil((opensAt - desk.now) / 1000)),
  });

/** Takes one try of each limit, all or none.
 *  @param beside what is booked in the same batch, or not at all either
 *  @throws Problem too-many with retryAfterSeconds; Collision, of what stands beside */
export const takeTries = async (
  desk: Desk,
  wanted: Record<string, Limit>,
  beside: readonly Write[] = [],
): Promise<void> => {
  const keys = Object.keys(wanted);
  for (const key of keys) {
    const known = shut.get(desk.db)?.get(key);
    if (known && known.until > desk.now && !isLater(known.since, desk.now)) {
      throw tooMany(desk, known.until);
    }
  }
  try {
    await desk.db.write([...keys.map((key) => tryWrite(desk, key, wanted[key]!)), ...beside]);
  } catch (error) {
    if (!isOverLimit(error)) throw error;
    const tries = await Promise.all(keys.map((key) => readTries(desk, key, wanted[key]!)));
    tries.forEach((t, i) => {
      if (t.left === 0) noteShut(desk, keys[i]!, t.opensAt);
    });
    throw tooMany(desk, Math.max(desk.now, ...tries.map((t) => t.left === 0 ? t.opensAt : 0)));
  }
};

/** Takes one try of one limit. @throws Problem too-many */
export const takeTry = (desk: Desk, key: string, limit: Limit): Promise<void> =>
  takeTries(desk, { [key]: limit });
