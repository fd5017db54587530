/** How often the API goes to a remote database for each kind of request: counted on the wire, as the
 *  legs that a caller waits for in turn. Who asks is known, as a till at work is; whoever has not been
 *  heard of for two seconds is looked up in one leg more. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "../../api/app.ts";
import { openDb } from "../../api/db/open.ts";
import type { House } from "../../api/desk.ts";
import { call, type CallInput } from "../../shared/call.ts";
import { allowSpending, openScan } from "../../shared/cards/endpoints.ts";
import { adjustPoints, searchMembers, showMember } from "../../shared/console/endpoints.ts";
import type { AnswerOf, Endpoint } from "../../shared/endpoint.ts";
import {
  cancelClaim,
  claimGift,
  claimMyGift,
  findClaim,
  handOverClaim,
  listGifts,
  listMyClaims,
} from "../../shared/gifts/endpoints.ts";
import {
  askMemberCode,
  enrolByStaff,
  listBrands,
  listMyHistory,
  listMyLots,
  showMe,
  signInMember,
} from "../../shared/members/endpoints.ts";
import {
  findSales,
  quoteSale,
  recordSale,
  returnSale,
  showSale,
} from "../../shared/sales/endpoints.ts";
import {
  acceptTransfer,
  acceptTransferByCode,
  cancelTransfer,
  declineTransfer,
  listMyTransfers,
  sendPoints,
} from "../../shared/transfers/endpoints.ts";
import { fieldsOf } from "../../api/push/open-message.ts";
import { type LibsqlServer, startLibsqlServer } from "../libsql-server.ts";
import { newKey } from "../callers.ts";
import { type FaultProxy, openFaultProxy } from "./fault-proxy.ts";
import { memoryFolder } from "./memory-folder.ts";
import { type Credentials, giftId, type MoneyChain, openMoneyChain, pin } from "./money-chain.ts";
import { tried } from "./tried.ts";

let server: LibsqlServer;
let chain: MoneyChain;
let proxy: FaultProxy;
let house: House;
let app: ReturnType<typeof createApp>;
const legs: Record<string, number> = {};

beforeAll(async () => {
  server = await startLibsqlServer({ replica: false, under: memoryFolder });
  chain = await openMoneyChain(server.url, { patrons: 2, scans: 8 });
  proxy = await openFaultProxy(server.url);
  const now = Date.now();
  house = { ...chain.house, db: await openDb({ url: proxy.url }), clock: () => now };
  app = createApp(house);
}, 120_000);
afterAll(async () => {
  house?.db.close();
  chain?.house.db.close();
  await proxy?.close();
  await server?.stop();
});

const ask = <E extends Endpoint<string>>(
  { client, headers }: Credentials,
  e: E,
  input: CallInput<E>,
): Promise<AnswerOf<E>> =>
  call(
    {
      client,
      fetch: async (path, init) =>
        await app.request(path, {
          method: init.method,
          headers: { ...init.headers, ...headers },
          ...(init.body === undefined ? {} : { body: init.body }),
        }),
    },
    e,
    input,
  );

/** Asks, and notes how many legs it took. */
const counted = async <E extends Endpoint<string>>(
  as: Credentials,
  e: E,
  input: CallInput<E>,
  name: string = e.id,
): Promise<AnswerOf<E>> => {
  const before = proxy.legs();
  const answer = await ask(as, e, input);
  legs[name] = proxy.legs() - before;
  return answer;
};

const lines = [{ name: "安吉白茶", quantityMilli: 1000, amountFen: 5_000 }];
const sale = (more: object) => ({ orderNo: newKey(), lines, totalFen: 5_000, ...more });

test("at the till", async () => {
  const { till, patrons: [who] } = chain;
  const { card } = who!;
  const member = { card };
  const next = () => ({ scanId: who!.scans.pop()! });
  await ask(till, recordSale, { key: newKey(), body: sale({}) });
  const { scanId } = await counted(till, openScan, { body: { code: card } });
  await counted(till, allowSpending, { params: { scan: scanId }, body: { pin } });
  await counted(till, quoteSale, { body: { member, lines } });
  const { saleId } = await counted(till, recordSale, { key: newKey(), body: sale({ member }) });
  const offset = { points: 1000 };
  const paid = sale({ member: next(), offset });
  await counted(till, recordSale, { key: newKey(), body: paid }, "recordSale paid with points");
  await counted(till, showSale, { params: { sale: saleId } });
  await counted(till, findSales, { query: { orderNo: paid.orderNo } });
  await counted(till, returnSale, { key: newKey(), params: { sale: saleId }, body: {} });
  await counted(till, listGifts, {});
  const claimed = async () =>
    (await counted(till, claimGift, { key: newKey(), body: { ...next(), giftId } })).claim;
  const { claimId, code } = await claimed();
  await counted(till, findClaim, { body: { code } });
  await counted(till, handOverClaim, { key: newKey(), params: { claim: claimId }, body: {} });
  const second = await claimed();
  await counted(till, cancelClaim, { key: newKey(), params: { claim: second.claimId } });
  const body = { phone: "13600020001", name: "孙大成" };
  await counted(till, enrolByStaff, { key: newKey(), body });
});

/** A shop whose id a phone may name, with the gift on its shelf. */
const shopWithGifts = async (): Promise<string> => {
  const id = "sto_west";
  await house.db.execute(
    "insert into store (id, brand_id, code, name_zh, name_en, city, address, created_at) values (?, 'brd_a', 'W1', '和信超市城西店', 'Hexin West', '杭州', '文一西路 9 号', 0)",
    [id],
  );
  await house.db.execute(
    "insert into stock_move (gift_id, store_id, cause, cause_id, amount, at) values (?, ?, 'moved', 'opening-west', 9, 0)",
    [giftId, id],
  );
  return id;
};

test("on the phone", async () => {
  const [who, friend] = chain.patrons;
  const { own } = who!;
  await ask(own, showMe, {});
  await counted(own, showMe, {});
  await counted(own, listMyLots, {});
  await counted(own, listMyHistory, {});
  await counted(own, listMyClaims, {});
  await counted(own, listMyTransfers, {});
  const byPhone = { by: "phone", phone: friend!.phone } as const;
  const sent = async (to: typeof byPhone | { by: "code" }) =>
    (await counted(own, sendPoints, {
      key: newKey(),
      body: { to, points: 10, note: "", pin },
    })).gift;
  const presents = [await sent(byPhone), await sent(byPhone), await sent(byPhone)];
  const about = (n: number) => ({ key: newKey(), params: { transfer: presents[n]!.id } });
  const code = (await sent({ by: "code" })).code!;
  await ask(friend!.own, showMe, {});
  await counted(friend!.own, acceptTransfer, about(0));
  await counted(friend!.own, declineTransfer, about(1));
  await counted(own, cancelTransfer, about(2));
  await counted(friend!.own, acceptTransferByCode, { key: newKey(), body: { code } });
  const storeId = await shopWithGifts();
  await counted(own, claimMyGift, { key: newKey(), body: { giftId, storeId, pin } });
});

test("on a phone that nobody knows yet", async () => {
  const guest: Credentials = { client: "pwa", headers: {} };
  await counted(guest, listBrands, {});
  await house.db.execute(
    "insert into brand values ('brd_muchen', '沐晨烘焙', 'Muchen Bakery', '#8a5a2b', 1)",
  );
  const wish = { brandId: "brd_muchen", phone: "13600020002", language: "zh-CN" } as const;
  const { requestId } = await counted(guest, askMemberCode, { body: wish });
  const [sent] = await house.db.execute(
    "select * from message where kind = 'otp' order by created_at desc limit 1",
  );
  const { code } = fieldsOf(house, sent as never) as { code: string };
  await counted(guest, signInMember, { body: { requestId, code, deviceLabel: "小米 15" } });
});

test("in the office", async () => {
  const { office, patrons: [who] } = chain;
  const params = { member: who!.memberId };
  await ask(office, showMember, { params });
  await counted(office, showMember, { params });
  await counted(office, searchMembers, { body: { text: who!.phone } });
  const body = { points: 5, reason: "补登积分" };
  await counted(office, adjustPoints, { key: newKey(), params, body });
  const more = { points: 900_000, reason: "补登积分" };
  const asked = { key: newKey(), params, body: more };
  const { approvalId } = await counted(
    office,
    adjustPoints,
    asked,
    "adjustPoints for a second person",
  );
  expect(approvalId).not.toBeNull();
});

/** Why one takes longer. */
const longer: Record<string, number> = {
  // Whose PIN it is stands in the scan: only then can its try be taken, and only then is it compared.
  allowSpending: 3,
};

test("at most two legs for a command and one for a read, but for what is listed", () => {
  const reads = new Set([
    ...["quoteSale", "showSale", "listGifts", "findClaim", "showMe", "listMyLots"],
    ...["listMyHistory", "listMyClaims", "listMyTransfers", "listBrands", "findSales"],
    ...["showMember", "searchMembers"],
  ]);
  const most = (name: string) => longer[name] ?? (reads.has(name) ? 1 : 2);
  const over = Object.entries(legs).filter(([name, n]) => n > most(name));
  expect(over, JSON.stringify(legs)).toEqual([]);
  expect(Object.keys(legs).length).toBeGreaterThan(24);
  tried({
    fault: "round trips to a remote database",
    times: `${Object.keys(legs).length} kinds of requests`,
    happened: Object.entries(legs).map(([name, n]) => `${name} ${n}`).join(", "),
  });
});
