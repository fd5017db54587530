/** Who is known: identity rows kept in the process for two seconds, so that a busy till is looked up
 *  twice a second at most instead of with every request. Whoever takes a right away calls `forget`
 *  in the same verb; that verb runs in the writer process, which serves every unsafe request, so
 *  there the next one is refused at once. A process that only reads may show a revoked caller a
 *  screen for two seconds more. @module */
import type { Db } from "../db/open.ts";

const keptMs = 2_000;
const keptMax = 20_000;

type Kept = { at: number; value: unknown; ids: readonly string[] };
type Shelf = { byKey: Map<string, Kept>; forgotten: number };

const shelves = new WeakMap<Db, Shelf>();

const shelfOf = (db: Db): Shelf => {
  const found = shelves.get(db);
  if (found) return found;
  const made = { byKey: new Map<string, Kept>(), forgotten: 0 };
  shelves.set(db, made);
  return made;
};

/** The value kept under a key, else what `look` finds; nothing found is not kept.
 *  @param idsOf ids whose `forget` drops the value */
export const known = async <T>(
  db: Db,
  key: string,
  now: number,
  look: () => Promise<T | null>,
  idsOf: (value: T) => readonly string[],
): Promise<T | null> => {
  const shelf = shelfOf(db);
  const kept = shelf.byKey.get(key);
  if (kept && now - kept.at < keptMs && now >= kept.at) return kept.value as T;
  const before = shelf.forgotten;
  const value = await look();
  if (value === null) {
    shelf.byKey.delete(key);
    return null;
  }
  // Something was revoked while we looked: the answer serves this request and is not kept.
  if (before !== shelf.forgotten) return value;
  if (shelf.byKey.size >= keptMax) shelf.byKey.clear();
  shelf.byKey.set(key, { at: now, value, ids: idsOf(value) });
  return value;
};

/** Drops whatever is kept about a member, device, staff, terminal, API key or session hash. Call it
 *  after the write that took something away. */
export const forget = (db: Db, ...ids: string[]): void => {
  const shelf = shelfOf(db);
  shelf.forgotten++;
  for (const [key, kept] of shelf.byKey) {
    if (kept.ids.some((id) => ids.includes(id))) shelf.byKey.delete(key);
  }
};
