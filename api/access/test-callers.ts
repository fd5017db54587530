/** Callers for tests: tills with keys, terminals that sign as the real ones do, staff with one grant.
 *  @module */
import { fromBase64url, toBase64url } from "../../shared/base64url.ts";
import { CARD_KEY_PAIR, CARD_KEY_USAGES } from "../../shared/cards/card-key.ts";
import { deriveTerminalKey, proveRequest } from "../../shared/terminals/terminal-proof.ts";
import type { Role } from "../../shared/access.ts";
import type { Db } from "../db/open.ts";
import type { Actor, Desk } from "../desk.ts";
import { newKey } from "../test-bare-house.ts";
import type { Caller, TestHouse } from "../test-house.ts";
import { serverKeyId, serverPublicKey } from "./server-key.ts";
import { startSession } from "./session.ts";
import { hashToken } from "./tokens.ts";

export const brandId = "brd_hexin";
export const storeId = "sto_renmin";
export const nextStoreId = "sto_binjiang";
export const otherBrandId = "brd_muchen";
export const otherStoreId = "sto_hubin";

const insertPlace =
  "insert into store (id, brand_id, code, name_zh, name_en, city, address, created_at) values";
/** Two brands and their stores. */
export const places = [
  `insert into brand values ('${brandId}', '和信超市', 'Hexin Market', '#c8402f', 0)`,
  `insert into brand values ('${otherBrandId}', '沐晨烘焙', 'Muchen Bakery', '#8a5a2b', 1)`,
  `${insertPlace} ('${storeId}', '${brandId}', 'H1', '人民路店', 'Renmin Road', '杭州', '', 0)`,
  `${insertPlace} ('${nextStoreId}', '${brandId}', 'H2', '滨江店', 'Binjiang', '杭州', '', 1)`,
  `${insertPlace} ('${otherStoreId}', '${otherBrandId}', 'M1', '湖滨店', 'Hubin', '杭州', '', 2)`,
  `insert into tier values ('tie_hexin', '${brandId}', 0, '普通会员', 'Member', '#8a8a8a', 0)`,
  `insert into tier values ('tie_muchen', '${otherBrandId}', 0, '会员', 'Member', '#8a8a8a', 0)`,
];

/** What the makers of a scene share. */
export type Ground = TestHouse & {
  db: Db;
  desk: (actor?: Actor) => Desk;
  /** 0, 1, 2 … for names that must differ. */
  next: () => number;
};

const encode = (text: string) => new TextEncoder().encode(text);
export const newPair = () => crypto.subtle.generateKey(CARD_KEY_PAIR, false, CARD_KEY_USAGES);
export const publicText = async (pair: CryptoKeyPair): Promise<string> =>
  toBase64url(new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey)));
export const importPublic = (text: string): Promise<CryptoKey> =>
  crypto.subtle.importKey("raw", fromBase64url(text), CARD_KEY_PAIR, true, []);

/** An API key; `store` null makes an integration of the brand, both null of the chain. */
export const keyOn =
  (g: Ground) => async (brand: string | null, store: string | null): Promise<Caller> => {
    const secret = `jk_${newKey()}${newKey()}`;
    await g.db.execute(
      "insert into api_key (id, secret_hash, label, role, brand_id, store_id, created_at) values (?, ?, '收银系统', ?, ?, ?, 0)",
      [`key_${g.next()}`, hashToken(secret), store ? "pos" : "integration", brand, store],
    );
    return { client: "pos", headers: { authorization: `Bearer ${secret}` } };
  };

/** A paired terminal that signs what it sends. */
export const terminalOn = (g: Ground) =>
async (
  kind: "kiosk" | "counter",
  store = storeId,
  brand = brandId,
): Promise<Caller & { terminalId: string }> => {
  const pair = await newPair();
  const terminalId = g.desk().id("terminal");
  const salt = g.house.chance(16);
  await g.db.execute(
    "insert into terminal (id, store_id, brand_id, kind, label, public_key, salt, key_id, approved_at) values (?, ?, ?, ?, '一号台', ?, ?, ?, 0)",
    [terminalId, store, brand, kind, await publicText(pair), toBase64url(salt), serverKeyId],
  );
  const server = await importPublic(serverPublicKey(g.house.keys));
  const key = await deriveTerminalKey(
    crypto.subtle,
    pair.privateKey,
    server,
    new Uint8Array(salt),
    terminalId,
  );
  return {
    terminalId,
    client: kind,
    cookies: new Map(),
    sign: (method, pathWithQuery, body) =>
      proveRequest(
        crypto.subtle,
        key,
        terminalId,
        { method, pathWithQuery, body },
        encode,
        g.clock.now,
      ),
  };
};

/** Staff with one grant, signed in: on a terminal if one is given, else in the console. */
export const staffOn = (g: Ground) =>
async (
  role: Role,
  place: { brand?: string | null; store?: string | null } = {},
  at?: Caller & { terminalId: string },
): Promise<Caller & { staffId: string }> => {
  const staffId = g.desk().id("staff");
  const { brand = brandId, store = storeId } = place;
  await g.db.execute(
    "insert into staff (id, login, name, created_at) values (?, ?, '林晓梅', 0)",
    [staffId, `staff.${g.next()}`],
  );
  await g.db.execute(
    "insert into staff_grant (staff_id, role, brand_id, store_id, granted_at) values (?, ?, ?, ?, 0)",
    [staffId, role, brand, store],
  );
  const kind = at ? "counter" : "console";
  const session = startSession(g.desk(), {
    kind,
    subjectId: staffId,
    ...(at ? { terminalId: at.terminalId } : {}),
  });
  await g.db.write([session.write]);
  const cookies = new Map([[`jifu-${kind}`, session.token]]);
  return { ...(at ?? {}), client: kind, cookies, staffId };
};
