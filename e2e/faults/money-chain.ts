/** A chain on a real libSQL server whose members can do everything that moves points, each of them
 *  with an opening balance that is known. @module */
import { createChance } from "../../api/access/chance.ts";
import { makeKeys } from "../../api/access/keys.ts";
import { phoneFields } from "../../api/access/phone.ts";
import { cookieName, type NewSession, startSession } from "../../api/access/session.ts";
import { hashToken } from "../../api/access/tokens.ts";
import { insertScan } from "../../api/cards/queries.ts";
import { migrate } from "../../api/db/migrate.ts";
import { openDb } from "../../api/db/open.ts";
import { quickHash } from "../../api/demo/quick-hash.ts";
import { type House, openDesk, programme } from "../../api/desk.ts";
import { plainTerms } from "../../api/gifts/gift-row.ts";
import { insertGift, insertStockMove } from "../../api/gifts/queries.ts";
import { readHoldings } from "../../api/points/holdings.ts";
import { startPosting } from "../../api/points/posting.ts";
import { createNudge } from "../../api/push/nudge.ts";
import { readSettings } from "../../api/settings.ts";
import { openTestChain } from "../../api/test-chain.ts";
import type { TestHouse } from "../../api/test-house.ts";
import { putTransferPolicy } from "../../api/transfers/queries.ts";
import type { Transport } from "../../shared/call.ts";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";

const secret = new Uint8Array(32).fill(9);
export const secretKey = Buffer.from(secret).toString("base64url");
export const storeId = "sto_a";
export const giftId = "gft_01kteacup0000000000000";
export const giftPoints = 30;
export const openingPoints = 1_000_000;
export const pin = "258036";

export type Credentials = { client: Transport["client"]; headers: Record<string, string> };
export type Patron = {
  memberId: string;
  loyaltyId: string;
  card: string;
  phone: string;
  /** Their own phone, signed in. */
  own: Credentials;
  /** Scans of the first till that may spend, each good for one thing. */
  scans: string[];
};
export type MoneyChain = {
  house: House;
  till: Credentials;
  office: Credentials;
  patrons: Patron[];
};

/** 100 points pay 1.00 yuan; 1.00 yuan earns a point. */
const offset: ProgrammeRules["offset"] = {
  points: 100,
  fen: 100,
  others: [],
  minSaleFen: 0,
  maxSharePercent: 100,
  maxPoints: null,
  maxPointsPerDay: null,
  stepPoints: 1,
  excludedCategoryIds: [],
  window: null,
};

const houseOn = async (url: string): Promise<House> => {
  const settings = readSettings({ DATABASE_URL: url, SECRET_KEY: secretKey, DEMO: "0" });
  return {
    db: await openDb({ url, timeoutMs: 20_000 }),
    settings,
    keys: makeKeys(secret),
    clock: () => Date.now(),
    chance: createChance(),
    nudge: createNudge(),
  };
};

const addShelf = async ({ db }: House): Promise<void> => {
  const now = Date.now();
  await db.write([
    insertGift.row({
      ...plainTerms,
      id: giftId,
      brand_id: "brd_a",
      code: "TEACUP",
      name_zh: "龙泉青瓷茶杯",
      name_en: "Celadon tea cup",
      detail_zh: "",
      detail_en: "",
      picture: "/pictures/enamel-mug.svg",
      points: giftPoints,
      market_fen: 2900,
      revision: 1,
      created_at: now,
    }),
    insertStockMove.row({
      gift_id: giftId,
      store_id: storeId,
      cause: "moved",
      cause_id: "opening",
      amount: 100_000,
      at: now,
    }),
    putTransferPolicy.row({
      brand_id: "brd_a",
      enabled: 1,
      least: 1,
      per_gift: 1000,
      per_day: 1_000_000,
      per_month: 1_000_000,
      accept_days: 7,
      revision: 1,
      changed_at: now,
      changed_by: null,
    }),
  ]);
};

const signedIn = async (house: House, session: NewSession, client: "pwa" | "console") => {
  const { write, token } = startSession(openDesk(house, programme), session);
  await house.db.write([write]);
  return { client, headers: { cookie: `${cookieName(house, session.kind)}=${token}` } };
};

const addOffice = async (house: House): Promise<Credentials> => {
  await house.db.batch([
    { sql: "insert into staff (id, login, name, created_at) values ('stf_he', 'he', '何书宁', 0)" },
    {
      sql:
        "insert into staff_grant (staff_id, role, brand_id, store_id, granted_at) values ('stf_he', 'hq-admin', 'brd_a', null, 0)",
    },
  ]);
  return signedIn(house, { kind: "console", subjectId: "stf_he" }, "console");
};

const addTill = async ({ db }: House): Promise<Credentials> => {
  const key = "jk_a-till-of-the-money-chain-0001";
  await db.execute(
    "insert into api_key (id, secret_hash, label, role, brand_id, store_id, created_at) values ('key_till', ?, '收银台', 'pos', 'brd_a', ?, 0)",
    [hashToken(key), storeId],
  );
  return { client: "pos", headers: { authorization: `Bearer ${key}` } };
};

const giveOpening = async (house: House, loyaltyId: string): Promise<void> => {
  const desk = openDesk(house, programme);
  const posting = startPosting(desk, await readHoldings(desk, loyaltyId), {
    kind: "adjustment",
    cause: { kind: "opening", id: loyaltyId },
    storeId: null,
    occurredAt: desk.now,
    explanation: { reasons: [] },
  });
  posting.issue(openingPoints, {
    contra: "adjusted@brd_a",
    availableAt: desk.now,
    lapsesAt: null,
    rulesId: null,
  });
  await house.db.write(posting.writes(), posting.touches);
};

type Enrolled = { memberId: string; loyaltyId: string; card: string };

const scanRow = (house: House, { memberId, loyaltyId }: Enrolled) => {
  const desk = openDesk(house, programme);
  return insertScan.row({
    id: desk.id("scan"),
    card_id: null,
    member_id: memberId,
    account_id: loyaltyId,
    brand_id: "brd_a",
    store_id: storeId,
    terminal_id: null,
    staff_id: null,
    api_key_id: "key_till",
    via: "rotating",
    rights: "spend",
    opened_at: desk.now,
    expires_at: desk.now + 86_400_000,
  });
};

const addPatron = async (house: House, who: Enrolled, n: number, scans: number) => {
  const { db, keys } = house;
  const phone = String(13_600_000_000 + n);
  const deviceId = `dev_${n}`;
  await db.batch([
    {
      sql: `update member set phone_cipher = ?, phone_index = ?, phone_tail = ?, pin_hash = ?
        where id = ?`,
      args: [
        ...Object.values(phoneFields(keys, who.memberId, "brd_a", phone)),
        quickHash(pin),
        who.memberId,
      ],
    },
    {
      sql:
        "insert into member_device (id, member_id, label, created_at, seen_at) values (?, ?, ?, 0, 0)",
      args: [deviceId, who.memberId, "华为 Mate 60"],
    },
  ]);
  await giveOpening(house, who.loyaltyId);
  const rows = Array.from({ length: scans }, () => scanRow(house, who));
  await db.write(rows);
  const own = await signedIn(
    house,
    { kind: "member", subjectId: who.memberId, deviceId },
    "pwa",
  );
  return { ...who, phone, own, scans: rows.map((row) => String(row.values[0])) };
};

/** Migrates an empty server and fills it. */
export const openMoneyChain = async (
  url: string,
  { patrons, scans }: { patrons: number; scans: number },
): Promise<MoneyChain> => {
  const house = await houseOn(url);
  await migrate(house.db, Date.now());
  const clock = { now: Date.now() };
  const chain = await openTestChain({ house, clock } as TestHouse, { offset });
  await addShelf(house);
  const [till, office] = [await addTill(house), await addOffice(house)];
  const all: Patron[] = [];
  for (let n = 0; n < patrons; n++) {
    all.push(await addPatron(house, await chain.enrol("赵立春"), n, scans));
  }
  return { house, till, office, patrons: all };
};
