/** The whole of a database in one value per table: two that are equal hold the same. @module */
import { createHash } from "node:crypto";

type Rows = Record<string, unknown>[];
type Reads = { execute: (sql: string) => Promise<Rows> };

/** What a refused request may write, each a counter or a note that somebody was here: whole tables,
 *  or single columns. Everything else stays as it was to the last bit. */
export const counters: Record<string, "all" | readonly string[]> = {
  // Limits count tries, refused ones too.
  attempt: "all",
  // A session, terminal, phone or key was seen.
  session: ["seen_at", "expires_at"],
  terminal: ["last_seen_at"],
  api_key: ["last_used_at"],
  // Forged codes of a card.
  card: ["bad_total"],
  // Rises with every write, for replicas.
  tide: "all",
};

const left = (table: string): readonly string[] => {
  const counted = counters[table];
  return counted === undefined || counted === "all" ? [] : counted;
};

/** Table → hash of all of its rows, less what counts.
 *  @param but further tables to leave out, where a test makes them change */
export const fingerprint = async (
  db: Reads,
  but: readonly string[] = [],
): Promise<Record<string, string>> => {
  const names = (await db.execute("select name from sqlite_schema where type = 'table'"))
    .map((row) => String(row.name))
    .filter((name) => !/^(sqlite|_litestream|libsql)/.test(name))
    .filter((name) => counters[name] !== "all" && !but.includes(name));
  const marks: Record<string, string> = {};
  for (const name of names.sort()) {
    const hash = createHash("sha256");
    for (const row of await db.execute(`select * from "${name}"`)) {
      const kept = { ...row };
      for (const column of left(name)) delete kept[column];
      hash.update(JSON.stringify(kept));
    }
    marks[name] = hash.digest("base64url");
  }
  return marks;
};
