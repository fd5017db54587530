/** Who is watching: the open event streams of this process. A nudge in the process is told at once;
 *  what other processes changed is found by asking once a second about all watched accounts
 *  together. Why events and not polling, with the numbers: docs/decisions/011. @module */
import { Problem } from "../../shared/problems.ts";
import { reading } from "../db/statement.ts";
import type { Desk, House } from "../desk.ts";
import { summaryOf } from "../points/show-points.ts";
import type { EventStream } from "./event-stream.ts";

export type WatchLimits = {
  pollMs: number;
  heartbeatMs: number;
  /** Streams of this process; above it a phone is told to come back and polls meanwhile. */
  watchersMax: number;
  /** Streams of one member; the oldest, most likely a page long gone, makes room. */
  perMemberMax: number;
};
export const watchLimits: WatchLimits = {
  pollMs: 1_000,
  heartbeatMs: 20_000,
  watchersMax: 2_000,
  perMemberMax: 6,
};

/** Watchers asked about in one statement (about 15 µs each). */
const askedMax = 500;

type Level = { points: number; claims: number };
type Watcher = Level & {
  memberId: string;
  sessionHash: string;
  loyaltyId: string;
  desk: Desk;
  stream: EventStream;
};

type LevelRow = Level & { i: number; loyalty_id: string; alive: number };

type Watched = [memberId: string, sessionHash: string, now: number];

/** How far accounts and claims have moved, and whether the session still stands, for many watchers
 *  in one statement. Both levels only ever grow: they count rows that are never taken away. Each
 *  row carries its own `now`: to look it up in the whole list would parse the list for each row. */
export const levelsOf = reading<
  [watched: Watched[]],
  LevelRow
>(
  "levels of watched members",
  `select j.key as n, w.key as i, l.id as loyalty_id,
     (select coalesce(sum(a.seq), 0) from account a where a.loyalty_id = l.id) as points,
     (select count(*) + count(e.claim_id) from claim c left join claim_end e on e.claim_id = c.id
       where c.member_id = l.member_id) as claims,
     exists (select 1 from session s join member_device d on d.id = s.device_id
       where s.token_hash = w.value->>1 and s.expires_at > w.value->>2 and d.state = 'active')
       as alive
   from json_each(?1) j, json_each(j.value, '$[0]') w
   join loyalty_account l on l.member_id = w.value->>0`,
);

/** The levels a member starts to watch from. @throws Problem signed-out, not-found */
const startOf = async (desk: Desk): Promise<LevelRow> => {
  const { memberId = "", sessionHash = "" } = desk.actor;
  const [row] = await desk.db.read(levelsOf, [[[memberId, sessionHash, desk.now]]]);
  if (!row) throw new Problem("not-found");
  if (!row.alive) throw new Problem("signed-out");
  return row;
};

const onTrouble = (some: Iterable<Watcher>) => (error: unknown): void => {
  console.error(JSON.stringify({
    level: "error",
    what: "watch",
    error: error instanceof Error ? error.stack : String(error),
  }));
  // The browser comes back by itself and starts from what is true then.
  for (const watcher of [...some]) watcher.stream.close();
};

/** The streams of one process. Costs nothing while nobody watches. */
export const createWatchers = (limits: WatchLimits = watchLimits) => {
  const watchers = new Set<Watcher>();
  const nudged = new Set<string>();
  let stopTimers: (() => void) | null = null;

  const remove = (watcher: Watcher): void => {
    watchers.delete(watcher);
    if (watchers.size > 0) return;
    stopTimers?.();
    stopTimers = null;
  };

  /** Asks about these watchers and tells each what it has not heard. */
  const refresh = async (house: House, some: Watcher[], fresh: boolean): Promise<void> => {
    // A few hundred at a time: a file is read synchronously, and a till may be waiting.
    for (let from = 0; from < some.length; from += askedMax) {
      await refreshSome(house, some.slice(from, from + askedMax), fresh);
    }
  };

  const refreshSome = async (house: House, some: Watcher[], fresh: boolean): Promise<void> => {
    const now = house.clock();
    const watched = some.map((w): Watched => [w.memberId, w.sessionHash, now]);
    const rows = fresh
      ? await house.db.read(levelsOf, [watched])
      : await house.db.readSeen(levelsOf, [watched], 0);
    await Promise.all(rows.map(async (row) => {
      const watcher = some[row.i]!;
      if (!watchers.has(watcher)) return;
      if (!row.alive) return watcher.stream.close();
      await tell(house, watcher, row).catch(onTrouble([watcher]));
    }));
  };

  const closeAll = (): void => {
    for (const watcher of [...watchers]) watcher.stream.close();
  };

  const start = (house: House): void => {
    const unlisten = house.nudge.listen((memberId) => {
      if (nudged.size === 0) {
        setImmediate(() => {
          const some = [...watchers].filter((w) => nudged.has(w.memberId));
          nudged.clear();
          refresh(house, some, true).catch(onTrouble(some));
        });
      }
      nudged.add(memberId);
    }, closeAll);
    let asking = false;
    const poll = setInterval(() => {
      if (asking) return;
      asking = true;
      refresh(house, [...watchers], false).catch(onTrouble(watchers)).finally(() => asking = false);
    }, limits.pollMs);
    const beat = setInterval(() => {
      for (const watcher of [...watchers]) watcher.stream.beat();
    }, limits.heartbeatMs);
    stopTimers = () => {
      unlisten();
      clearInterval(poll);
      clearInterval(beat);
    };
  };

  const makeRoom = (memberId: string): void => {
    const own = [...watchers].filter((w) => w.memberId === memberId);
    for (const old of own.slice(0, Math.max(0, own.length + 1 - limits.perMemberMax))) {
      old.stream.close();
    }
    if (watchers.size >= limits.watchersMax) {
      throw new Problem("too-busy", { retryAfterSeconds: 15 });
    }
  };

  return {
    /** Follows a member until the stream or the session ends; tells what is true now at once.
     *  @throws Problem too-busy, signed-out, not-found */
    add: async (desk: Desk, stream: EventStream): Promise<void> => {
      const row = await startOf(desk);
      const { memberId = "", sessionHash = "" } = desk.actor;
      makeRoom(memberId);
      const watcher: Watcher = {
        memberId,
        sessionHash,
        loyaltyId: row.loyalty_id,
        desk,
        stream,
        points: -1,
        claims: -1,
      };
      watchers.add(watcher);
      stream.onClose(() => remove(watcher));
      if (!stopTimers) start(desk);
      await tell(desk, watcher, row);
    },
    /** Streams open now. */
    count: (): number => watchers.size,
    /** Ends every stream. */
    close: closeAll,
  };
};

export type Watchers = ReturnType<typeof createWatchers>;

const tell = async (house: House, watcher: Watcher, level: Level): Promise<void> => {
  const movedPoints = level.points > watcher.points;
  const movedClaims = level.claims > watcher.claims;
  // Noted before the summary is read: what moves meanwhile is told by the next round.
  if (movedPoints) watcher.points = level.points;
  if (movedClaims) watcher.claims = level.claims;
  if (movedPoints) {
    const desk = { ...watcher.desk, now: house.clock(), seen: house.db.level() };
    watcher.stream.send("points", await summaryOf(desk, watcher.loyaltyId));
  }
  if (movedClaims) watcher.stream.send("claims", { moves: level.claims });
};
