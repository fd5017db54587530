/** One thing of every kind that a path or a body can name, at one place: what somebody elsewhere must
 *  not reach. @module */
import type { Endpoint } from "../../shared/endpoint.ts";
import { issueCard, openScan } from "../../shared/cards/endpoints.ts";
import { claimGift } from "../../shared/gifts/endpoints.ts";
import { enrolByStaff } from "../../shared/members/endpoints.ts";
import { recordSale } from "../../shared/sales/endpoints.ts";
import { thingsOf } from "../console/test-doors.ts";
import type { Office } from "../console/test-office.ts";
import { rightBody } from "../http/test-bad-input.ts";
import { type Caller, newKey } from "../test-house.ts";
import type { Scene } from "./test-scene.ts";

export type Place = { brand: string; store: string };
/** By what a path calls it; `brand` and `store` are the place. */
export type Things = Record<string, string>;

/** By the prefix of its ids, for bodies. */
const prefixes: Record<string, string> = {
  ...{ brd: "brand", sto: "store", scn: "scan", gft: "gift", mem: "member", tag: "tag" },
  ...{ cat: "category", mct: "category", sal: "sale", clm: "claim", srv: "survey", rol: "role" },
  ...{ rul: "rules", stf: "staff", key: "key", trm: "terminal", crd: "cardId", drf: "draft" },
  ...{ cse: "case", wif: "run", apv: "approval", trf: "transfer", dev: "device", oft: "task" },
};

const sell = async (scene: Scene, till: Caller, card: string) => {
  const { scanId } = await scene.ask(openScan, { body: { code: card } }, till);
  const receipt = await scene.ask(recordSale, {
    body: {
      orderNo: newKey(),
      member: { scanId },
      lines: [{ name: "有机菠菜", quantityMilli: 1000, amountFen: 90_00 }],
      totalFen: 90_00,
    },
    key: newKey(),
  }, till);
  return { sale: receipt.saleId, journal: receipt.points!.journalId };
};

/** Rows of rooms that are slow to reach through their doors. */
const insertRest = async (scene: Scene, at: Place, member: string, journal: string) => {
  const end = at.store.slice(4);
  const [account] = await scene.db.execute("select id from loyalty_account where member_id = ?", [
    member,
  ]);
  const things: Things = {};
  const put = async (name: string, id: string, sql: string, args: unknown[]) => {
    things[name] = id;
    await scene.db.execute(sql, [id, ...args] as never);
  };
  await put(
    "device",
    `dev_${end}`,
    "insert into member_device values (?, ?, '手机', 0, 0, 'active')",
    [member],
  );
  await put(
    "survey",
    `srv_${end}`,
    `insert into survey (id, brand_id, title_zh, title_en, questions, points, opens_at, closes_at, state, created_at)
     values (?, ?, '满意度', 'Survey', '[]', 10, 0, ?, 'published', 0)`,
    [at.brand, scene.clock.now + 1e10],
  );
  await put(
    "tag",
    `tag_${end}`,
    "insert into tag (id, brand_id, name, created_at) values (?, ?, ?, 0)",
    [at.brand, end],
  );
  await put(
    "category",
    `mct_${end}`,
    "insert into member_category (id, brand_id, name_zh, name_en, created_at) values (?, ?, ?, 'Staff', 0)",
    [at.brand, end],
  );
  await put(
    "transfer",
    `trf_${end}`,
    `insert into transfer (id, brand_id, from_account, from_member, phone_index, points, journal_id, sent_at, expires_at)
     values (?, ?, ?, ?, 'nobodys', 1, ?, 0, ?)`,
    [at.brand, account!.id, member, journal, scene.clock.now + 1e10],
  );
  await put(
    "task",
    `oft_${end}`,
    `insert into offline_task (id, brand_id, store_id, terminal_id, kind, label, code, fields, input_cipher, made_at, left_at)
     values (?, ?, ?, 'trm_x', 'sale', '单 1', 'order-exists', '{}', '', 0, 0)`,
    [at.brand, at.store],
  );
  return things;
};

/** Makes them. `admin` may do everything at that place. */
export const thingsAt = async (scene: Scene, at: Place, admin: Caller): Promise<Things> => {
  const till = await scene.key(at.brand, at.store);
  const enrolled = await scene.ask(enrolByStaff, { body: {}, key: newKey() }, till);
  const { memberId, cardNumber: card } = enrolled;
  const made = await sell(scene, till, card);
  const office = { ...scene, member: () => Promise.resolve({ memberId, accountId: "" }) };
  const console = await thingsOf(office as unknown as Office, at.store, at.brand, admin);
  await scene.db.execute("insert into gift_stock values (?, ?, 9)", [console.gift!, at.store]);
  const { scanId } = await scene.ask(openScan, { body: { code: card } }, till);
  await scene.db.execute("update scan set rights = 'spend' where id = ?", [scanId]);
  const body = { scanId, giftId: console.gift! };
  const { claim } = await scene.ask(claimGift, { body, key: newKey() } as never, till);
  const another = await scene.ask(openScan, { body: { code: card } }, till);
  const issued = await scene.ask(issueCard, { params: { member: memberId }, key: newKey() }, till);
  return {
    ...console,
    ...await insertRest(scene, at, memberId, made.journal),
    ...made,
    brand: at.brand,
    store: at.store,
    member: memberId,
    claim: claim.claimId,
    claimCode: claim.code,
    scan: another.scanId,
    card,
    cardId: issued.cardId,
  };
};

/** A body or query that names the things, as JSON text; what the bodies' maker made up stays. */
const naming = (value: unknown, things: Things): string =>
  JSON.stringify(value).replace(
    /"([a-z]{3})_01nothere"/g,
    (text, prefix) => things[prefixes[prefix]!] ? `"${things[prefixes[prefix]!]}"` : text,
  );

export type Knock = { path: string; body: string; names: boolean };

const queryOf = (e: Endpoint): string[] =>
  Object.keys((e.query as { def?: { shape?: object } } | undefined)?.def?.shape ?? {});

/** A request that names the things of a place wherever the door lets it name any.
 *  @param own a body of the door's own, where the made-up one stops before it reaches anything */
export const knockAt = (e: Endpoint, things: Things, own?: unknown): Knock => {
  const path = e.path.replace(/:(\w+)/g, (_, name) => things[name] ?? "none");
  const query = queryOf(e).filter((name) => /^(brand|store|scan)Id$/.test(name))
    .map((name) => `${name}=${things[name.replace("Id", "")]}`);
  const made = e.body ? own ?? rightBody(e) : {};
  const body = naming(made, things);
  const at = query.length ? `${path}?${query.join("&")}` : path;
  const ids = Object.values(things);
  return { path: at, body, names: ids.some((id) => `${at} ${e.body ? body : ""}`.includes(id)) };
};
