/** A scene for tests of identity: two brands, tills with keys, terminals that sign, staff with
 *  grants, and phones that enrol and show their code as the real page does. @module */
import { fromBase64url, toBase64url } from "../../shared/base64url.ts";
import {
  CARD_KEY_PAIR,
  CARD_KEY_USAGES,
  deriveCardKey,
  signStep,
} from "../../shared/cards/card-key.ts";
import { composeCode, stepOf } from "../../shared/cards/ecard.ts";
import { enrolEcard, openScan } from "../../shared/cards/endpoints.ts";
import { askMemberCode, enrolMember, signInMember } from "../../shared/members/endpoints.ts";
import type { EarningRules } from "../../shared/points/earning-rules.ts";
import { deriveTerminalKey, proveRequest } from "../../shared/terminals/terminal-proof.ts";
import type { Role } from "../../shared/access.ts";
import { type Actor, type Desk, nobody, openDesk } from "../desk.ts";
import { fieldsOf } from "../push/open-message.ts";
import type { MessageRow } from "../push/queries.ts";
import { plainRules } from "../test-chain.ts";
import { type Caller, newKey, openTestHouse } from "../test-house.ts";
import { serverKeyId, serverPublicKey } from "./server-key.ts";
import { startSession } from "./session.ts";
import { hashToken } from "./tokens.ts";

export { newKey };
export const brandId = "brd_hexin";
export const storeId = "sto_renmin";
export const nextStoreId = "sto_binjiang";
export const otherBrandId = "brd_muchen";
export const otherStoreId = "sto_hubin";

const insertPlace =
  "insert into store (id, brand_id, code, name_zh, name_en, city, address, created_at) values";
const places = [
  `insert into brand values ('${brandId}', '和信超市', 'Hexin Market', '#c8402f', 0)`,
  `insert into brand values ('${otherBrandId}', '沐晨烘焙', 'Muchen Bakery', '#8a5a2b', 1)`,
  `${insertPlace} ('${storeId}', '${brandId}', 'H1', '人民路店', 'Renmin Road', '杭州', '', 0)`,
  `${insertPlace} ('${nextStoreId}', '${brandId}', 'H2', '滨江店', 'Binjiang', '杭州', '', 1)`,
  `${insertPlace} ('${otherStoreId}', '${otherBrandId}', 'M1', '湖滨店', 'Hubin', '杭州', '', 2)`,
  `insert into tier values ('tie_hexin', '${brandId}', 0, '普通会员', 'Member', '#8a8a8a', 0)`,
  `insert into tier values ('tie_muchen', '${otherBrandId}', 0, '会员', 'Member', '#8a8a8a', 0)`,
];

const encode = (text: string) => new TextEncoder().encode(text);
const newPair = () => crypto.subtle.generateKey(CARD_KEY_PAIR, false, CARD_KEY_USAGES);
const publicText = async (pair: CryptoKeyPair): Promise<string> =>
  toBase64url(new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey)));
const serverKeyOf = (text: string): Promise<CryptoKey> =>
  crypto.subtle.importKey("raw", fromBase64url(text), CARD_KEY_PAIR, true, []);

export type Phone = {
  caller: Caller;
  /** The 26 digits that the phone shows, `stepsOff` steps from now. */
  code: (stepsOff?: number, refresh?: number) => Promise<string>;
  handle: string;
};

export const openScene = async (
  rules: Partial<EarningRules> = {},
  environment: Record<string, string> = {},
) => {
  const test = await openTestHouse(environment);
  const { house, clock, ask } = test;
  const { db } = house;
  const body = JSON.stringify({ ...plainRules, ...rules });
  await db.batch([
    ...places,
    `insert into earning_rules values ('rul_${newKey()}', '${brandId}', 1, 0, '${body}', null, 0)`,
  ].map((sql) => ({ sql })));
  const desk = (actor: Actor = nobody): Desk => openDesk(house, actor, { now: clock.now });
  let count = 0;

  /** An API key; `store` null makes an integration of the brand, both null of the chain. */
  const key = async (brand: string | null, store: string | null): Promise<Caller> => {
    const secret = `jk_${newKey()}${newKey()}`;
    await db.execute(
      "insert into api_key (id, secret_hash, label, role, brand_id, store_id, created_at) values (?, ?, '收银系统', ?, ?, ?, 0)",
      [`key_${count++}`, hashToken(secret), store ? "pos" : "integration", brand, store],
    );
    return { client: "pos", headers: { authorization: `Bearer ${secret}` } };
  };

  /** A paired terminal that signs what it sends. */
  const terminal = async (
    kind: "kiosk" | "counter",
    store = storeId,
    brand = brandId,
  ): Promise<Caller & { terminalId: string }> => {
    const pair = await newPair();
    const terminalId = desk().id("terminal");
    const salt = house.chance(16);
    await db.execute(
      "insert into terminal (id, store_id, brand_id, kind, label, public_key, salt, key_id, approved_at) values (?, ?, ?, ?, '一号台', ?, ?, ?, 0)",
      [terminalId, store, brand, kind, await publicText(pair), toBase64url(salt), serverKeyId],
    );
    const server = await serverKeyOf(serverPublicKey(house.keys));
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
          clock.now,
        ),
    };
  };

  /** Staff with one grant, signed in: on a terminal if one is given, else in the console. */
  const staff = async (
    role: Role,
    place: { brand?: string | null; store?: string | null } = {},
    at?: Caller & { terminalId: string },
  ): Promise<Caller & { staffId: string }> => {
    const staffId = desk().id("staff");
    const { brand = brandId, store = storeId } = place;
    await db.execute(
      "insert into staff (id, login, name, created_at) values (?, ?, '林晓梅', 0)",
      [staffId, `staff.${count++}`],
    );
    await db.execute(
      "insert into staff_grant (staff_id, role, brand_id, store_id, granted_at) values (?, ?, ?, ?, 0)",
      [staffId, role, brand, store],
    );
    const kind = at ? "counter" : "console";
    const session = startSession(desk(), {
      kind,
      subjectId: staffId,
      ...(at ? { terminalId: at.terminalId } : {}),
    });
    await db.write([session.write]);
    const cookies = new Map([[`jifu-${kind}`, session.token]]);
    return { ...(at ?? {}), client: kind, cookies, staffId };
  };

  /** The code in the newest SMS. */
  const lastCode = async (): Promise<string> => {
    const [row] = await db.execute(
      "select * from message where kind = 'otp' order by created_at desc, rowid desc limit 1",
    );
    return (fieldsOf(house, row as unknown as MessageRow) as { code: string }).code;
  };

  /** Asks for a code, as a phone does; waits out the minute between two codes. */
  const askCode = async (phone: string, caller: Caller, brand = brandId): Promise<string> => {
    const body = { brandId: brand, phone, language: "zh-CN" } as const;
    return (await ask(askMemberCode, { body }, caller)).requestId;
  };

  /** Signs in or enrols, whichever the house offers. */
  const enrol = async (phone: string, name = "张小满", brand = brandId): Promise<Caller> => {
    const caller: Caller = { client: "pwa", cookies: new Map() };
    const requestId = await askCode(phone, caller, brand);
    const code = await lastCode();
    const body = { requestId, code, deviceLabel: "华为 Mate 60" };
    const answer = await ask(signInMember, { body }, caller);
    if (answer.state === "new") {
      await ask(enrolMember, {
        key: newKey(),
        body: {
          enrolToken: answer.enrolToken,
          name,
          language: "zh-CN",
          terms: true,
          deviceLabel: "华为 Mate 60",
        },
      }, caller);
    }
    return caller;
  };

  /** Gives a signed-in phone its e-card. */
  const ecard = async (caller: Caller): Promise<Phone> => {
    const pair = await newPair();
    const answer = await ask(enrolEcard, { body: { publicKey: await publicText(pair) } }, caller);
    const { handle } = answer;
    const key = await deriveCardKey(
      crypto.subtle,
      pair.privateKey,
      await serverKeyOf(answer.serverPublicKey),
      fromBase64url(answer.salt),
      handle,
    );
    const code = async (stepsOff = 0, refresh = 0): Promise<string> => {
      const step = stepOf(clock.now) + stepsOff;
      const mac = await signStep(crypto.subtle, key, handle, step, refresh);
      return composeCode({ handle, step, refresh, mac });
    };
    return { caller, code, handle };
  };

  /** A member with an e-card. */
  const member = async (phone = `1380000${String(1000 + count++)}`, name?: string) => {
    clock.now += 61_000;
    return ecard(await enrol(phone, name));
  };

  const scan = (code: string, as: Caller) => ask(openScan, { body: { code } }, as);

  return {
    ...test,
    db,
    desk,
    key,
    terminal,
    staff,
    lastCode,
    askCode,
    enrol,
    ecard,
    member,
    scan,
  };
};

export type Scene = Awaited<ReturnType<typeof openScene>>;

/** The code of the refusal that a promise ends in; "" if it does not. */
export const refusalOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => "",
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  );
