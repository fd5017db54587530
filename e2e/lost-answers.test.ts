/** Bad luck between a till and the server: answers that are lost on the way, a server that dies
 *  while sales are coming in. The till repeats with the same key, and everything is booked once. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Db, openDb } from "../api/db/open.ts";
import { verifyLedger } from "../api/points/verify.ts";
import { openScan } from "../shared/cards/endpoints.ts";
import { call, type Transport, Unreachable } from "../shared/call.ts";
import { cancelClaim, claimGift, handOverClaim } from "../shared/gifts/endpoints.ts";
import { enrolByStaff } from "../shared/members/endpoints.ts";
import { recordSale, returnSale } from "../shared/sales/endpoints.ts";
import { headOffice, newGift, newKey, newPhone, type Phone, tillAt, times } from "./callers.ts";
import { type Chain, openChain } from "./chain.ts";
import { type CuttingProxy, openCuttingProxy } from "./cutting-proxy.ts";

let chain: Chain;
let proxy: CuttingProxy;
let db: Db;
/** Speaks through the line that breaks. */
let till: Transport;
let phone: Phone;
let giftId: string;
let refresh = 0;

beforeAll(async () => {
  chain = await openChain({ TRUST_PROXY: "1" });
  db = await openDb({ url: `file:${chain.database}` });
  proxy = await openCuttingProxy(chain.url.replace("localhost", "127.0.0.1"));
  till = tillAt(proxy.url);
  giftId = await newGift(await headOffice(chain.url), 10, 20);
  phone = await newPhone(chain, "13600010001");
}, 300_000);
afterAll(async () => {
  await proxy?.close();
  db?.close();
  await chain?.close();
});

const count = async (table: string): Promise<number> =>
  Number((await db.execute(`select count(*) as n from ${table}`))[0]!.n);

/** Sends a command whose first two answers are lost, and again until one comes; then once more. */
const stubborn = async <T>(send: () => Promise<T>): Promise<T> => {
  const before = proxy.lost();
  proxy.loseNext(2);
  let answer: T | null = null;
  for (let tries = 0; answer === null; tries++) {
    expect(tries).toBeLessThan(10);
    try {
      answer = await send();
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
    }
  }
  expect(proxy.lost() - before).toBe(2);
  expect(await send()).toEqual(answer);
  return answer;
};

const spendingScan = async (): Promise<string> => {
  const code = await phone.code(refresh++);
  return (await call(till, openScan, { body: { code } })).scanId;
};

const sale = (orderNo: string, scanId?: string) => ({
  orderNo,
  ...(scanId ? { member: { scanId } } : {}),
  lines: [{ name: "绍兴黄酒 五年陈", quantityMilli: 1000, amountFen: 3_600 }],
  totalFen: 3_600,
});

const claimed = async (): Promise<string> => {
  const body = { scanId: await spendingScan(), giftId };
  return (await call(till, claimGift, { key: newKey(), body })).claim.claimId;
};

describe("with its answer lost twice", () => {
  test("a sale is booked once", async () => {
    const [before, key] = [await count("sale"), newKey()];
    const body = sale("LA-1", await spendingScan());
    const { points } = await stubborn(() => call(till, recordSale, { key, body }));
    expect(points!.earned).toBe(36);
    expect(await count("sale")).toBe(before + 1);
  });

  test("a return is booked once", async () => {
    const [before, key] = [await count("sale_return"), newKey()];
    const body = sale("LA-2", await spendingScan());
    const { saleId } = await call(till, recordSale, { key: newKey(), body });
    const params = { sale: saleId };
    await stubborn(() => call(till, returnSale, { key, params, body: {} }));
    expect(await count("sale_return")).toBe(before + 1);
  });

  test("a claim takes the points once and one gift", async () => {
    const [before, key] = [await count("claim"), newKey()];
    const body = { scanId: await spendingScan(), giftId };
    await stubborn(() => call(till, claimGift, { key, body }));
    expect(await count("claim")).toBe(before + 1);
  });

  test("a claim is handed over once, and that is no refusal", async () => {
    const [params, key] = [{ claim: await claimed() }, newKey()];
    const { claim } = await stubborn(() => call(till, handOverClaim, { key, params, body: {} }));
    expect(claim.state).toBe("handed-over");
  });

  test("a claim is cancelled once", async () => {
    const [params, key] = [{ claim: await claimed() }, newKey()];
    const before = await count("lot_use");
    const { claim } = await stubborn(() => call(till, cancelClaim, { key, params }));
    expect(claim.state).toBe("cancelled");
    expect(await count("lot_use")).toBe(before + 1);
  });

  test("a member is enrolled once, with one card", async () => {
    const [members, cards, key] = [await count("member"), await count("card"), newKey()];
    const body = { phone: "13600010002", name: "孙大成" };
    await stubborn(() => call(till, enrolByStaff, { key, body }));
    expect([await count("member"), await count("card")]).toEqual([members + 1, cards + 1]);
  });
});

test("a server that dies with 40 sales on their way has each of them once in the end", async () => {
  const straight = tillAt(chain.url);
  const before = await count("sale");
  const keys = Array.from({ length: 40 }, newKey);
  const send = (i: number) =>
    call(straight, recordSale, { key: keys[i]!, body: sale(`LA-K${i}`) })
      .then((receipt) => receipt.saleId);
  const early: string[] = [];
  const waiting = times(keys.length, async (i) => {
    try {
      early[i] = await send(i);
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
    }
  });
  while (early.filter(Boolean).length < 5) await new Promise((done) => setTimeout(done, 1));
  await chain.kill();
  await waiting;
  await chain.start();
  const late = await times(keys.length, send);
  expect(await count("sale")).toBe(before + keys.length);
  // What was acknowledged before the end is still that very sale.
  early.forEach((saleId, i) => expect(late[i]).toBe(saleId));
}, 180_000);

test("afterwards the books are in order", async () => {
  const { findings } = await verifyLedger(db, Date.now());
  expect(findings).toEqual([]);
}, 120_000);
