/** Fifty tills at once, over real HTTP against the real server: every race has exactly the right
 *  number of winners, the others hear why, and the books agree afterwards. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Db, openDb } from "../api/db/open.ts";
import { verifyLedger } from "../api/points/verify.ts";
import { openScan } from "../shared/cards/endpoints.ts";
import { call, type Transport } from "../shared/call.ts";
import { claimGift, handOverClaim } from "../shared/gifts/endpoints.ts";
import { recordSale, returnSale } from "../shared/sales/endpoints.ts";
import {
  ecardOf,
  headOffice,
  newGift,
  newKey,
  newPhone,
  newTills,
  outcomeOf,
  type Phone,
  tally,
  times,
} from "./callers.ts";
import { type Chain, openChain } from "./chain.ts";

const racers = 50;

let chain: Chain;
let db: Db;
let office: Transport;
let tills: Transport[];
/** Members with their 100 sign-up points and an e-card. */
let phones: Phone[];
/** A member who buys more, and spends it. */
let rich: Phone;

beforeAll(async () => {
  chain = await openChain({ TRUST_PROXY: "1" });
  db = await openDb({ url: `file:${chain.database}` });
  office = await headOffice(chain.url);
  tills = await newTills(chain.url, office, racers);
  phones = [];
  for (let i = 0; i < racers; i += 10) {
    phones.push(...await times(10, (n) => newPhone(chain, `137001${10_000 + i + n}`)));
  }
  rich = await newPhone(chain, "13700119999");
}, 300_000);
afterAll(async () => {
  db?.close();
  await chain?.close();
});

const count = async (sql: string, ...args: string[]): Promise<number> =>
  Number(Object.values((await db.execute(sql, args))[0]!)[0]);

/** A scan that may spend, at this till. */
const scanned = async (till: Transport, code: string): Promise<string> =>
  (await call(till, openScan, { body: { code } })).scanId;

const sold = (
  till: Transport,
  { orderNo = newKey(), key = newKey(), fen = 5_000, pieces = 1, scanId = "" } = {},
) =>
  call(till, recordSale, {
    key,
    body: {
      orderNo,
      ...(scanId ? { member: { scanId } } : {}),
      lines: [{ name: "安吉白茶", quantityMilli: pieces * 1000, amountFen: fen }],
      totalFen: fen,
    },
  });

/** All tills at once. */
const race = async (work: (till: Transport, i: number) => Promise<unknown>) =>
  tally(await times(racers, (i) => outcomeOf(() => work(tills[i]!, i))));

const oneOf = (refusal: string) => ({ ok: 1, [refusal]: racers - 1 });

describe("50 tills race", () => {
  test("for one balance that pays ten", async () => {
    const { caller, code } = rich;
    const first = await scanned(tills[0]!, await code());
    const { points } = await sold(tills[0]!, { fen: 43_700, scanId: first });
    expect(points!.spendable).toBe(537);
    const giftId = await newGift(office, 50, racers);
    const scans: string[] = [];
    // A phone has ten codes at a time; with a new e-card it has ten more.
    for (let show = code, i = 0; i < racers; i++) {
      if (i % 10 === 0) show = await ecardOf(caller);
      scans.push(await scanned(tills[i]!, await show(i % 10)));
    }
    const keys = scans.map(newKey);
    const body = (i: number) => ({ scanId: scans[i]!, giftId });
    expect(await race((till, i) => call(till, claimGift, { key: keys[i]!, body: body(i) })))
      .toEqual({ ok: 10, "points-short": 40 });
    expect(await count("select count(*) from claim where gift_id = ?", giftId)).toBe(10);
    expect(await count("select remaining from gift_stock where gift_id = ?", giftId)).toBe(40);
    const left = `select balance from account a join claim c on a.id = c.account_id || '.points'
      where c.gift_id = ? limit 1`;
    expect(await count(left, giftId)).toBe(37);
  }, 120_000);

  test("for the last gift", async () => {
    const giftId = await newGift(office, 60, 1);
    const scans = await times(racers, async (i) => scanned(tills[i]!, await phones[i]!.code(1)));
    const keys = scans.map(newKey);
    const body = (i: number) => ({ scanId: scans[i]!, giftId });
    expect(await race((till, i) => call(till, claimGift, { key: keys[i]!, body: body(i) })))
      .toEqual(oneOf("gift-gone"));
    expect(await count("select count(*) from claim where gift_id = ?", giftId)).toBe(1);
    expect(await count("select remaining from gift_stock where gift_id = ?", giftId)).toBe(0);
  });

  test("to hand one claim over", async () => {
    const giftId = await newGift(office, 10, 3);
    const scanId = await scanned(tills[0]!, await phones[1]!.code(2));
    const { claim } = await call(tills[0]!, claimGift, { key: newKey(), body: { scanId, giftId } });
    const keys = tills.map(newKey);
    const params = { claim: claim.claimId };
    expect(await race((till, i) => call(till, handOverClaim, { key: keys[i]!, params, body: {} })))
      .toEqual(oneOf("claim-used"));
    expect(await count("select count(*) from claim_end where claim_id = ?", params.claim)).toBe(1);
  });

  test("with one rotating card code", async () => {
    const code = await phones[2]!.code(3);
    const before = await count("select count(*) from scan");
    expect(await race((till) => call(till, openScan, { body: { code } })))
      .toEqual(oneOf("card-code-used"));
    expect(await count("select count(*) from scan")).toBe(before + 1);
  });

  test("to return one sale", async () => {
    const scanId = await scanned(tills[0]!, await phones[3]!.code(4));
    const { saleId } = await sold(tills[0]!, { scanId });
    const keys = tills.map(newKey);
    const params = { sale: saleId };
    expect(await race((till, i) => call(till, returnSale, { key: keys[i]!, params, body: {} })))
      .toEqual(oneOf("sale-returned"));
    expect(await count("select count(*) from sale_return where sale_id = ?", saleId)).toBe(1);
  });

  test("to return one piece each of a sale of ten", async () => {
    const scanId = await scanned(tills[0]!, await phones[4]!.code(5));
    const { saleId, points } = await sold(tills[0]!, { scanId, pieces: 10, fen: 9_999 });
    const keys = tills.map(newKey);
    const body = { lines: [{ n: 1, quantityMilli: 1000 }] };
    const outcomes = await race((till, i) =>
      call(till, returnSale, { key: keys[i]!, params: { sale: saleId }, body })
    );
    expect(outcomes.ok).toBe(10);
    expect((outcomes["sale-returned"] ?? 0) + (outcomes["return-too-large"] ?? 0)).toBe(40);
    const returned = "from sale_return where sale_id = ?";
    expect(await count(`select sum(refund_fen) ${returned}`, saleId)).toBe(9_999);
    expect(await count(`select sum(points_taken + points_owed) ${returned}`, saleId))
      .toBe(points!.earned);
  });

  test("for one order number", async () => {
    const orderNo = "20260615-0001";
    const keys = tills.map(newKey);
    expect(await race((till, i) => sold(till, { orderNo, key: keys[i]! })))
      .toEqual(oneOf("order-exists"));
    expect(await count("select count(*) from sale where order_no = ?", orderNo)).toBe(1);
  });
});

describe("50 times the same command with the same key", () => {
  test("is one sale and one answer", async () => {
    const till = tills[7]!;
    const scanId = await scanned(till, await phones[5]!.code(6));
    const same = { orderNo: "20260615-0002", key: newKey(), scanId };
    const answers: unknown[] = [];
    const outcomes = await times(
      racers,
      () => outcomeOf(async () => answers.push(await sold(till, same))),
    );
    expect(tally(outcomes)).toEqual({ ok: racers });
    expect(new Set(answers.map((a) => JSON.stringify(a))).size).toBe(1);
    expect(await count("select count(*) from sale where order_no = ?", same.orderNo)).toBe(1);
  });

  test("is one claim and one answer", async () => {
    const giftId = await newGift(office, 10, racers);
    const scanId = await scanned(tills[0]!, await phones[6]!.code(7));
    const key = newKey();
    const answers: string[] = [];
    await times(racers, () =>
      outcomeOf(async () => {
        const answer = await call(tills[0]!, claimGift, { key, body: { scanId, giftId } });
        answers.push(JSON.stringify(answer));
      }));
    expect(answers.length).toBe(racers);
    expect(new Set(answers).size).toBe(1);
    expect(await count("select remaining from gift_stock where gift_id = ?", giftId)).toBe(49);
  });
});

test("after all races the books are in order", async () => {
  const { findings } = await verifyLedger(db, Date.now());
  expect(findings).toEqual([]);
}, 120_000);
