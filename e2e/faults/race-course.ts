/** Where races are run: a small shop on real servers over real HTTP, and a view of its books from
 *  outside. Members, gifts and scans are laid out in the database; the races go through doors. @module */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brandId, keyOn, staffOn, storeId } from "../../api/access/test-callers.ts";
import { ecardOn } from "../../api/access/test-phones.ts";
import { createChance } from "../../api/access/chance.ts";
import { makeKeys } from "../../api/access/keys.ts";
import { startSession } from "../../api/access/session.ts";
import { insertScan } from "../../api/cards/queries.ts";
import { migrate } from "../../api/db/migrate.ts";
import { openDb } from "../../api/db/open.ts";
import { quickHash } from "../../api/demo/quick-hash.ts";
import { type House, nobody, openDesk } from "../../api/desk.ts";
import { plainTerms } from "../../api/gifts/gift-row.ts";
import { insertGift, insertStockMove } from "../../api/gifts/queries.ts";
import { newHoldings, openAccount } from "../../api/points/holdings.ts";
import { startPosting } from "../../api/points/posting.ts";
import { createNudge } from "../../api/push/nudge.ts";
import { readSettings } from "../../api/settings.ts";
import { insertMember, plainRules } from "../../api/test-chain.ts";
import type { Caller } from "../../api/test-house.ts";
import { call, type Transport } from "../../shared/call.ts";
import { callerAt, times } from "../callers.ts";
import { startLibsqlServer } from "../libsql-server.ts";
import { startApi } from "./api-process.ts";
import { memoryFolder } from "./memory-folder.ts";

const secret = new Uint8Array(32).fill(9);
const SECRET_KEY = Buffer.from(secret).toString("base64url");

const places = [
  `insert into brand values ('${brandId}', '和信超市', 'Hexin Market', '#c8402f', 0)`,
  `insert into store (id, brand_id, code, name_zh, name_en, city, address, created_at)
   values ('${storeId}', '${brandId}', 'H1', '人民路店', 'Renmin Road', '杭州', '', 0)`,
  `insert into tier values ('tie_hexin', '${brandId}', 0, '普通会员', 'Member', '#8a8a8a', 0)`,
  `insert into earning_rules
     (id, brand_id, version, effective_from, body, published_by, published_at)
   values ('rul_a', '${brandId}', 1, 0, '${JSON.stringify(plainRules)}', null, 0)`,
];

export type Shape = "one process on a file" | "two processes over a libSQL server";
export type Lot = { points: number; lapsesAt?: number };
export type Racer = { memberId: string; loyaltyId: string };
export type Till = Transport & { keyId: string };

/** The database, and how to take it away. */
const makeGround = async (shape: Shape) => {
  if (shape === "one process on a file") {
    const folder = await mkdtemp(join(tmpdir(), "jifu-race-"));
    const url = `file:${join(folder, "jifu.db")}`;
    return { url, remove: () => rm(folder, { recursive: true, force: true }) };
  }
  const server = await startLibsqlServer({ replica: false, under: memoryFolder });
  return { url: server.url, remove: server.stop };
};

/** Processes, the writer first; the second hands it its commands, as a machine at the edge does. */
const startProcesses = async (shape: Shape, url: string) => {
  const settings = { DATABASE_URL: url, SECRET_KEY, TRUST_PROXY: "1" };
  const writer = await startApi(settings);
  if (shape === "one process on a file") return [writer];
  const edge = { ...settings, WRITER_URL: writer.url, PUBLIC_URL: "http://localhost" };
  return [writer, await startApi(edge)];
};

export const openCourse = async (shape: Shape, tillCount: number) => {
  const ground = await makeGround(shape);
  const house: House = {
    db: await openDb({ url: ground.url }),
    settings: readSettings({ DATABASE_URL: ground.url, DEMO: "0" }),
    keys: makeKeys(secret),
    clock: () => Date.now(),
    chance: createChance(),
    nudge: createNudge(),
  };
  const { db } = house;
  await migrate(db, Date.now());
  await db.batch(places.map((sql) => ({ sql })));
  const processes = await startProcesses(shape, ground.url);
  const urlOf = (i: number): string => processes[i % processes.length]!.url;
  const desk = () => openDesk(house, nobody);
  let count = 0;
  const shared = {
    house,
    db,
    desk,
    clock: {
      get now() {
        return Date.now();
      },
    },
    next: () => count++,
    ask: ((e, input, as) => call(at(as!, 0), e, input)) as Parameters<typeof keyOn>[0]["ask"],
  } as Parameters<typeof keyOn>[0];
  /** A caller of the tests as one over HTTP, at this process. */
  const at = ({ client, headers, cookies }: Caller, i: number): Transport =>
    callerAt(urlOf(i), client, {
      ...headers,
      ...(cookies?.size ? { cookie: [...cookies].map(([k, v]) => `${k}=${v}`).join("; ") } : {}),
    });
  const till = async (i: number): Promise<Till> => {
    const keyId = `key_${count}`;
    return { ...at(await keyOn(shared)(brandId, storeId), i), keyId };
  };
  const tills: Till[] = [];
  for (let i = 0; i < tillCount; i++) tills.push(await till(i));
  return {
    house,
    db,
    tills,
    till,
    ...layOut(house),
    /** Somebody of the office, at this process. */
    office: async (role: "hq-admin" | "hq-finance", i: number): Promise<Transport> =>
      at(await staffOn(shared)(role, { store: null }), i),
    /** The member's phone, signed in, with an e-card and a PIN, at this process. */
    phone: async (who: Racer, i: number, pin = "739164") => {
      const deviceId = desk().id("device");
      await db.execute(
        `insert into member_device (id, member_id, label, created_at, seen_at)
         values (?, ?, '小米 15', 0, 0)`,
        [deviceId, who.memberId],
      );
      await db.execute("update member set pin_hash = ? where id = ?", [
        quickHash(pin),
        who.memberId,
      ]);
      const session = startSession(desk(), { kind: "member", subjectId: who.memberId, deviceId });
      await db.write([session.write]);
      const caller: Caller = {
        client: "pwa",
        cookies: new Map([["jifu-member", session.token]]),
      };
      const { code } = await ecardOn(shared)(caller);
      return { deviceId, code, at: (n: number) => at(caller, i + n) };
    },
    close: async () => {
      db.close();
      await Promise.all(processes.map((p) => p.kill()));
      await ground.remove();
    },
  };
};

export type Course = Awaited<ReturnType<typeof openCourse>>;

/** What is laid out in the database: members with lots, gifts on the shelf, scans that are open. */
const layOut = (house: House) => {
  const { db } = house;
  const desk = () => openDesk(house, nobody);
  const member = async (lots: readonly Lot[]): Promise<Racer> => {
    const own = desk();
    const who = { memberId: own.id("member"), loyaltyId: own.id("account") };
    const account = { ...who, brandId, tierId: "tie_hexin", openedAt: own.now };
    const posting = startPosting(own, newHoldings(account, "林晓梅"), {
      kind: "adjustment",
      cause: { kind: "opening", id: who.memberId },
      storeId: null,
      occurredAt: own.now,
      explanation: { reasons: [] },
    });
    for (const { points, lapsesAt = null } of lots) {
      const born = { availableAt: own.now, lapsesAt, rulesId: null };
      posting.issue(points, { contra: `adjusted@${brandId}`, ...born });
    }
    await db.write([
      insertMember.row({
        id: who.memberId,
        brand_id: brandId,
        name: "林晓梅",
        joined_at: own.now,
        source: "counter",
      }),
      ...openAccount(account),
      ...posting.writes(),
    ]);
    return who;
  };
  return {
    member,
    members: (n: number, lots: (i: number) => readonly Lot[]) => times(n, (i) => member(lots(i))),
    gift: async (points: number, stock: number): Promise<string> => {
      const id = desk().id("gift");
      await db.write([
        insertGift.row({
          ...plainTerms,
          id,
          brand_id: brandId,
          code: id.slice(-12),
          name_zh: "搪瓷杯",
          name_en: "Enamel mug",
          detail_zh: "",
          detail_en: "",
          picture: "/pictures/enamel-mug.svg",
          points,
          market_fen: 2900,
          revision: 1,
          created_at: 0,
        }),
        insertStockMove.row({
          gift_id: id,
          store_id: storeId,
          cause: "moved",
          cause_id: desk().id("stockMove"),
          amount: stock,
          at: Date.now(),
        }),
      ]);
      return id;
    },
    /** A scan of this member that may spend at this till. */
    scan: async (who: Racer, at: Till): Promise<string> => {
      const own = desk();
      const id = own.id("scan");
      await db.write([
        insertScan.row({
          id,
          card_id: null,
          member_id: who.memberId,
          account_id: who.loyaltyId,
          brand_id: brandId,
          store_id: storeId,
          terminal_id: null,
          staff_id: null,
          api_key_id: at.keyId,
          via: "rotating",
          rights: "spend",
          opened_at: own.now,
          expires_at: own.now + 180_000,
        }),
      ]);
      return id;
    },
    /** The first column of the first row, as a number. */
    count: async (sql: string, ...args: (string | number)[]): Promise<number> =>
      Number(Object.values((await db.execute(sql, args))[0] ?? { none: NaN })[0]),
  };
};
