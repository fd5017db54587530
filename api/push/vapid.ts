/** VAPID keys (RFC 8292): who we are to the push services. Made at the first start and kept; a new
 *  pair would make every subscription worthless. @module */
import { createECDH } from "node:crypto";
import { Problem } from "../../shared/problems.ts";
import { ranks, reading, writing } from "../db/statement.ts";
import type { House } from "../desk.ts";

export type Vapid = { publicKey: string; privateKey: string };

const name = "vapid";
const place = "keepsake/vapid";

const keepsakeOf = reading<[name: string], { value: string }>(
  "keepsake",
  "select j.key as n, k.value from json_each(?1) j join keepsake k on k.name = j.value->>0",
);

// Two processes that start together both write; the first pair stays and both read it back.
const keepOnce = writing<{ name: string; value: string; kept_at: number }>(
  "keep once",
  ranks.place,
  ["name", "value", "kept_at"],
  `insert into keepsake (name, value, kept_at)
   select j.value->>0, j.value->>1, j.value->>2 from json_each(?1) j where true
   on conflict (name) do nothing`,
);

const makePair = (): Vapid => {
  const ecdh = createECDH("prime256v1");
  ecdh.generateKeys();
  return {
    publicKey: ecdh.getPublicKey().toString("base64url"),
    privateKey: ecdh.getPrivateKey().toString("base64url").padStart(43, "A"),
  };
};

const read = async (house: House): Promise<Vapid | null> => {
  const [row] = await house.db.read(keepsakeOf, [name]);
  if (!row) return null;
  const kept = JSON.parse(row.value) as { publicKey: string; sealed: string };
  return { publicKey: kept.publicKey, privateKey: house.keys.open(place, kept.sealed) };
};

const open = async (house: House): Promise<Vapid> => {
  const kept = await read(house);
  if (kept) return kept;
  // A process that forwards its writes waits for the writer to have started.
  if (house.settings.writerUrl) throw new Problem("too-busy", { retryAfterSeconds: 2 });
  const { publicKey, privateKey } = makePair();
  const value = JSON.stringify({ publicKey, sealed: house.keys.seal(place, privateKey) });
  await house.db.write([keepOnce.row({ name, value, kept_at: house.clock() })]);
  const now = await read(house);
  if (!now) throw new Error("The VAPID keys were written but cannot be read");
  return now;
};

const opened = new WeakMap<object, Promise<Vapid>>();

/** The pair of this house, made if there is none yet.
 *  @throws Error if the root secret is not the one the pair was sealed with */
export const vapidOf = (house: House): Promise<Vapid> => {
  let pair = opened.get(house.db);
  if (!pair) {
    pair = open(house);
    opened.set(house.db, pair);
    pair.catch(() => opened.delete(house.db));
  }
  return pair;
};
