/** The doors around a sale over HTTP: who may ask what of whom, and paying with points from a code
 *  that the phone shows to an entry that the kiosk opens. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { allowSpending, explainScanEntry } from "../../shared/cards/endpoints.ts";
import { setMyPin } from "../../shared/members/endpoints.ts";
import {
  findSales,
  quoteSale,
  recordSale,
  returnSale,
  showSaleGround,
  whySale,
} from "../../shared/sales/endpoints.ts";
import {
  brandId,
  newKey,
  nextStoreId,
  openScene,
  otherBrandId,
  otherStoreId,
  refusalOf,
  type Scene,
  storeId,
} from "../access/test-scene.ts";
import type { Caller } from "../test-house.ts";

let scene: Scene;
let till: Caller;
beforeAll(async () => {
  scene = await openScene({ signUpPoints: 500 });
  await scene.db.execute(
    `insert into earning_rules (id, brand_id, version, effective_from, body, published_at)
     select 'rul_offset', brand_id, 2, 1, json_set(body, '$.offset', json('${
      JSON.stringify({
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
      })
    }')), 0 from earning_rules`,
  );
  till = await scene.key(brandId, storeId);
});
afterAll(() => scene.close());

let orders = 0;
const lines = [{ name: "黑猪五花肉", quantityMilli: 1000, amountFen: 65_80 }];
const sell = (scanId: string | null, as = till, points?: number, key = newKey()) =>
  scene.ask(recordSale, {
    body: {
      orderNo: `D${++orders}`,
      member: scanId ? { scanId } : null,
      lines,
      totalFen: 65_80,
      ...(points ? { offset: { points } } : {}),
    },
    key,
  }, as);

describe("a sale that points pay a part of", () => {
  test("with the code on the phone; the kiosk then says why", async () => {
    const phone = await scene.member();
    const { scanId, rights } = await scene.scan(await phone.code(), till);
    expect(rights).toBe("spend");
    const quote = await scene.ask(quoteSale, {
      body: { member: { scanId }, lines, offset: { points: 80 } },
    }, till);
    expect(quote).toMatchObject({ payFen: 65_00, points: 65, offset: { allowed: true } });
    const receipt = await sell(scanId, till, 80);
    expect(receipt).toMatchObject({ payFen: 65_00, points: { earned: 65, spendable: 485 } });
    const kiosk = await scene.terminal("kiosk");
    scene.clock.now += 60_000;
    const seen = await scene.scan(await phone.code(), kiosk);
    const why = await scene.ask(explainScanEntry, {
      params: { scan: seen.scanId, journal: receipt.points!.journalId },
    }, kiosk);
    expect(why.reasons.map((r) => r.code)).toContain("base-reduced");
    const foreign = { scan: seen.scanId, journal: newKey() };
    expect(await refusalOf(scene.ask(explainScanEntry, { params: foreign }, kiosk)))
      .toBe("not-found");
  });

  test("with a phone number only after the PIN, and what was bought is not shown before", async () => {
    const phone = await scene.member("13611112222");
    await scene.ask(setMyPin, { body: { pin: "830417" } }, phone.caller);
    scene.clock.now += 60_000;
    const scan = await scene.scan("13611112222", till);
    expect(await refusalOf(sell(scan.scanId, till, 10))).toBe("scan-earn-only");
    const journal = { scan: scan.scanId, journal: newKey() };
    expect(await refusalOf(scene.ask(explainScanEntry, { params: journal }, till)))
      .toBe("scan-earn-only");
    await scene.ask(
      allowSpending,
      { params: { scan: scan.scanId }, body: { pin: "830417" } },
      till,
    );
    expect((await sell(scan.scanId, till, 10)).offset).toEqual({ points: 10, fen: 10 });
  });
});

test("a name or a reason with marks that turn its direction is refused, and where is said", async () => {
  const turned = "黑猪\u202e五花肉";
  const rung = scene.ask(recordSale, {
    body: {
      orderNo: `D${++orders}`,
      member: null,
      lines: [{ ...lines[0]!, name: turned }],
      totalFen: 65_80,
    },
    key: newKey(),
  }, till);
  await expect(rung).rejects.toMatchObject({
    code: "input-invalid",
    fields: { errors: [{ pointer: "/lines/0/name" }] },
  });
  const { saleId } = await sell(null);
  const back = { params: { sale: saleId }, body: { reason: turned }, key: newKey() };
  expect(await refusalOf(scene.ask(returnSale, back, till))).toBe("input-invalid");
});

describe("who may ask", () => {
  test("the ground: who sells, of a scan of their own; no kiosk, no phone, no auditor", async () => {
    const phone = await scene.member();
    const { scanId } = await scene.scan(await phone.code(), till);
    const ground = (as: Caller) =>
      refusalOf(scene.ask(showSaleGround, { params: { scan: scanId } }, as));
    expect(await ground(till)).toBe("");
    expect(await ground(await scene.key(brandId, storeId))).toBe("scan-expired");
    expect(await ground(await scene.key(brandId, nextStoreId))).toBe("scan-expired");
    expect(await ground(await scene.key(otherBrandId, otherStoreId))).toBe("scan-expired");
    expect(await ground(await scene.terminal("kiosk"))).toBe("not-allowed");
    expect(await ground(phone.caller)).toBe("not-allowed");
    expect(await ground(await scene.staff("auditor", { store: null }))).toBe("not-allowed");
  });

  test("why: the store that sold, and the office of that brand", async () => {
    const phone = await scene.member();
    const { scanId } = await scene.scan(await phone.code(), till);
    const { saleId } = await sell(scanId, till, 30);
    const why = (as: Caller) => refusalOf(scene.ask(whySale, { params: { sale: saleId } }, as));
    expect(await why(till)).toBe("");
    expect(await why(await scene.staff("hq-finance", { store: null }))).toBe("");
    expect(await why(await scene.key(brandId, nextStoreId))).toBe("not-found");
    expect(await why(await scene.key(otherBrandId, otherStoreId))).toBe("not-found");
    expect(await why(await scene.staff("hq-finance", { brand: otherBrandId, store: null })))
      .toBe("not-found");
    expect(await why(await scene.terminal("kiosk"))).toBe("not-allowed");
    expect(await why(phone.caller)).toBe("not-allowed");
    const nobodys = await sell(null);
    expect((await scene.ask(whySale, { params: { sale: nobodys.saleId } }, till)).reasons)
      .toEqual([{ code: "no-member" }]);
  });

  test("sales of a scan: the till that scanned, while the scan lasts", async () => {
    const phone = await scene.member();
    const { scanId } = await scene.scan(await phone.code(), till);
    const { saleId } = await sell(scanId);
    const find = (as: Caller) => scene.ask(findSales, { query: { scanId } }, as);
    expect((await find(till)).sales.map((s) => s.saleId)).toEqual([saleId]);
    expect(await refusalOf(find(await scene.key(brandId, storeId)))).toBe("scan-expired");
    expect(await refusalOf(find(await scene.key(brandId, nextStoreId)))).toBe("scan-expired");
    scene.clock.now += 180_000;
    expect(await refusalOf(find(till))).toBe("scan-expired");
  });

  test("a return of what points paid: another store does not know the sale", async () => {
    const phone = await scene.member();
    const { scanId } = await scene.scan(await phone.code(), till);
    const { saleId } = await sell(scanId, till, 30);
    const back = (as: Caller) =>
      scene.ask(returnSale, { params: { sale: saleId }, body: {}, key: newKey() }, as);
    expect(await refusalOf(back(await scene.key(brandId, nextStoreId)))).toBe("not-found");
    expect(await back(till)).toMatchObject({ refundFen: 65_50, offset: { points: 30, fen: 30 } });
  });
});
