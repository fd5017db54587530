/** Throws away what is over and that nobody may need: ended sessions, spent codes, old counters,
 *  messages of long ago. Never anything of the ledger. @module */
import { ranks, reading, writing } from "../db/statement.ts";
import type { Desk } from "../desk.ts";

const day = 86_400_000;

/** Table, its key, what is over (`t` the row, `:before` the bound), and how long it is kept. */
const kinds = [
  ["session", "token_hash", "t.expires_at <= :before", 0],
  ["one_time_code", "id", "t.expires_at <= :before", day],
  // A sale that was made without network names its scan up to 72 hours later.
  ["scan", "id", "t.expires_at <= :before", 4 * day],
  ["join_request", "id", "t.expires_at <= :before", 0],
  ["pairing", "id", "t.expires_at <= :before and t.terminal_id is null", day],
  ["passkey_challenge", "id", "t.expires_at <= :before", day],
  [
    "attempt",
    "key",
    "t.window_ends_at <= :before and coalesce(t.locked_until, 0) <= :before",
    0,
  ],
  // A repeated command is answered for 30 days, far beyond the 72 hours of an offline till.
  ["command", "key", "t.recorded_at <= :before", 30 * day],
  ["message", "id", "t.created_at <= :before and t.state <> 'waiting'", 90 * day],
  [
    "push_subscription",
    "id",
    "t.created_at <= :before and exists (select 1 from member_device d " +
    "where d.id = t.device_id and d.state = 'revoked')",
    0,
  ],
] as const;

const pageMax = 500;

const purges = kinds.map(([table, key, over, keptMs]) => ({
  table,
  keptMs,
  find: reading<[before: number], { key: string }>(
    `over in ${table}`,
    `select 0 as n, t.${key} as key from ${table} t
     where ${over.replaceAll(":before", "json_extract(?1, '$[0][0]')")} limit ${pageMax}`,
  ),
  // Asked again while deleting: a session may have been used since it was found.
  drop: writing<{ key: string; before: number }>(
    `purge ${table}`,
    ranks.change,
    ["key", "before"],
    `delete from ${table} where ${key} in (
       select t.${key} from json_each(?1) j join ${table} t on t.${key} = j.value->>0
       where ${over.replaceAll(":before", "j.value->>1")})`,
  ),
}));

/** Purges every table, a page at a time, letting other writes in between.
 *  @returns rows thrown away per table */
export const purge = async (desk: Desk): Promise<Record<string, number>> => {
  const gone: Record<string, number> = {};
  for (const { table, keptMs, find, drop } of purges) {
    const before = desk.now - keptMs;
    for (;;) {
      const found = await desk.db.read(find, [before]);
      if (found.length > 0) {
        await desk.db.write(found.map(({ key }) => drop.row({ key, before })));
        gone[table] = (gone[table] ?? 0) + found.length;
      }
      if (found.length < pageMax) break;
    }
  }
  return gone;
};
