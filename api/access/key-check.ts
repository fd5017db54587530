/** Does the root secret belong to this database? A word sealed with it is kept there from the first
 *  start; on a database from before that, any field that is sealed tells. @module */
import type { Db } from "../db/open.ts";
import { CannotStart } from "../settings.ts";
import type { Keys } from "./keys.ts";
import { phoneOf } from "./phone.ts";

const name = "key-check";
const place = "keepsake/key-check";

/** Something that only the right secret opens. @throws Error with another one */
export type Sealed = { isCheck: boolean; open: (keys: Keys) => void };

const isThere = async (db: Db, table: string): Promise<boolean> =>
  (await db.execute("select 1 as n from sqlite_master where name = ?", [table])).length > 0;

/** What of this database tells whose secret it is; null where nothing was ever sealed. */
export const findSealed = async (db: Db): Promise<Sealed | null> => {
  if (!await isThere(db, "keepsake")) return null;
  const kept = await db.execute("select name, value from keepsake where name in (?, 'vapid')", [
    name,
  ]);
  const valueOf = (of: string) => kept.find((row) => row.name === of)?.value;
  const check = valueOf(name);
  if (check !== undefined) {
    return { isCheck: true, open: (keys) => void keys.open(place, String(check)) };
  }
  const vapid = valueOf("vapid");
  if (vapid !== undefined) {
    const { sealed } = JSON.parse(String(vapid)) as { sealed: string };
    return { isCheck: false, open: (keys) => void keys.open("keepsake/vapid", sealed) };
  }
  if (!await isThere(db, "member")) return null;
  const [member] = await db.execute(
    "select id, phone_cipher from member where phone_cipher is not null limit 1",
  );
  if (!member) return null;
  const row = { id: String(member.id), phone_cipher: String(member.phone_cipher) };
  return { isCheck: false, open: (keys) => void phoneOf(keys, row) };
};

/** @throws CannotStart where something was sealed with another secret */
export const refuseOtherKey = (url: string, keys: Keys, sealed: Sealed): void => {
  try {
    sealed.open(keys);
  } catch {
    throw new CannotStart(
      `the database ${url} cannot be read with this key, it was made with another\n` +
        "  Put back the file .key that belongs to it, or the SECRET_KEY it was started with.",
    );
  }
};

/** Keeps the word that later starts try. Of two processes that start together the first one's stays:
 *  with another secret, the second one does not start.
 *  @throws CannotStart */
export const keepKeyCheck = async (db: Db, url: string, keys: Keys, now: number): Promise<void> => {
  await db.execute(
    "insert into keepsake (name, value, kept_at) values (?, ?, ?) on conflict (name) do nothing",
    [name, keys.seal(place, name), now],
  );
  const kept = await findSealed(db);
  if (kept) refuseOtherKey(url, keys, kept);
};
