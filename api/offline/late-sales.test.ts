/** Sales that a counter made without network and sends later: judged for the moment they happened. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openScan } from "../../shared/cards/endpoints.ts";
import { LATE_MAX_MS, SCAN_TO_SALE_MS } from "../../shared/offline/late.ts";
import { recordSale } from "../../shared/sales/endpoints.ts";
import { withCheckDigits } from "../../shared/cards/check-digits.ts";
import { brandId, newKey, openScene, refusalOf, type Scene } from "../access/test-scene.ts";
import { forget } from "../access/known.ts";
import { verifyLedger } from "../points/verify.ts";
import type { Caller } from "../test-house.ts";

let scene: Scene;
let terminal: Caller & { terminalId: string };
let counter: Caller & { staffId: string };
beforeAll(async () => {
  scene = await openScene();
  terminal = await scene.terminal("counter");
  counter = await scene.staff("cashier", {}, terminal);
});
afterAll(async () => {
  expect((await verifyLedger(scene.db, scene.clock.now)).findings).toEqual([]);
  await scene.close();
});

const minute = 60_000;
const hour = 60 * minute;
let orders = 0;
type Body = Parameters<typeof scene.ask<typeof recordSale>>[1]["body"];
const bodyOf = (more: Partial<Body>): Body => ({
  orderNo: `L${++orders}`,
  lines: [{ name: "散装鸡蛋", quantityMilli: 1000, amountFen: 12_80 }],
  totalFen: 12_80,
  ...more,
});
const send = (body: Body, key = newKey()) => scene.ask(recordSale, { key, body }, counter);
const later = async (ms: number) => {
  scene.clock.now += ms;
  // Nobody signs in for the sake of a test: the session lives as long as somebody works.
  await scene.db.execute("update session set seen_at = ?, expires_at = ?", [
    scene.clock.now,
    scene.clock.now + hour,
  ]);
  forget(scene.house.db, terminal.terminalId);
};

describe("a rotating code that was read without network", () => {
  test("earns for the moment it was read, hours later, and is judged once", async () => {
    const phone = await scene.member();
    const scannedAt = scene.clock.now;
    const code = await phone.code();
    const occurredAt = scannedAt + 2 * minute;
    await later(9 * hour);
    const body = bodyOf({ member: { code, scannedAt }, occurredAt });
    const key = newKey();
    const receipt = await send(body, key);
    expect(receipt).toMatchObject({ occurredAt, points: { earned: 12 } });
    expect(await send(body, key)).toEqual(receipt);
    expect(await refusalOf(send(bodyOf({ member: { code, scannedAt }, occurredAt }))))
      .toBe("card-code-used");
    // Nor does it serve where there is a network.
    const [card] = await scene.db.execute("select last_counter from card where handle = ?", [
      phone.handle,
    ]);
    expect(Number(card!.last_counter)).toBeGreaterThan(0);
  });

  test("serves even if the member has shown a newer one since", async () => {
    const phone = await scene.member();
    const [scannedAt, code] = [scene.clock.now, await phone.code()];
    await later(hour);
    await scene.ask(openScan, { body: { code: await phone.code() } }, counter);
    const body = bodyOf({ member: { code, scannedAt }, occurredAt: scannedAt });
    expect((await send(body)).points).toMatchObject({ earned: 12 });
  });

  test("two tills that bring the same code at once: one sale has it", async () => {
    const phone = await scene.member();
    const [scannedAt, code] = [scene.clock.now, await phone.code()];
    await later(hour);
    const bodies = Array.from(
      { length: 6 },
      () => bodyOf({ member: { code, scannedAt }, occurredAt: scannedAt }),
    );
    const outcomes = await Promise.all(bodies.map((body) => refusalOf(send(body))));
    expect(outcomes.filter((o) => o === "")).toHaveLength(1);
    expect(outcomes.filter((o) => o === "card-code-used")).toHaveLength(5);
  });

  test("does not pay", async () => {
    const phone = await scene.member();
    const [scannedAt, code] = [scene.clock.now, await phone.code()];
    const member = { code, scannedAt };
    const offset = { points: 100 };
    expect(await refusalOf(send(bodyOf({ member, occurredAt: scannedAt, offset }))))
      .toBe("scan-earn-only");
    await later(hour);
    expect(await refusalOf(send(bodyOf({ member, occurredAt: scannedAt, offset }))))
      .toBe("time-refused");
  });

  test("of another moment than the till says fits not, and is counted like any forgery", async () => {
    const phone = await scene.member();
    await later(minute);
    const code = await phone.code();
    const scannedAt = scene.clock.now - 30 * minute;
    expect(await refusalOf(send(bodyOf({ member: { code, scannedAt }, occurredAt: scannedAt }))))
      .toBe("card-code-skewed");
    const forged = withCheckDigits(code.slice(0, 15) + "123456789");
    const member = { code: forged, scannedAt: scene.clock.now };
    expect(await refusalOf(send(bodyOf({ member, occurredAt: scene.clock.now }))))
      .toBe("card-code-invalid");
    const [card] = await scene.db.execute("select bad_total from card where handle = ?", [
      phone.handle,
    ]);
    expect(card!.bad_total).toBe(1);
  });

  test("kept for another sale than the next is refused", async () => {
    const phone = await scene.member();
    const [scannedAt, code] = [scene.clock.now, await phone.code()];
    const occurredAt = scannedAt + SCAN_TO_SALE_MS + 1;
    await later(hour);
    expect(await refusalOf(send(bodyOf({ member: { code, scannedAt }, occurredAt }))))
      .toBe("time-refused");
  });
});

describe("a late sale", () => {
  test("with a scan that was open when it happened has its member", async () => {
    const phone = await scene.member();
    const { scanId } = await scene.ask(openScan, { body: { code: await phone.code() } }, counter);
    const occurredAt = scene.clock.now + 2 * minute;
    await later(5 * hour);
    expect((await send(bodyOf({ member: { scanId }, occurredAt }))).points)
      .toMatchObject({ earned: 12 });
    const other = await scene.member();
    const second = await scene.ask(openScan, { body: { code: await other.code() } }, counter);
    const after = scene.clock.now + 4 * minute;
    await later(hour);
    expect(await refusalOf(send(bodyOf({ member: { scanId: second.scanId }, occurredAt: after }))))
      .toBe("scan-expired");
  });

  test("counts by the programme of its moment", async () => {
    const phone = await scene.member();
    const [scannedAt, code] = [scene.clock.now, await phone.code()];
    await scene.db.execute(
      `insert into earning_rules (id, brand_id, version, effective_from, body, published_at)
       select 'rul_double', brand_id, 9, ?, json_set(body, '$.pointsPerStep', 2), ?
       from earning_rules where brand_id = ? limit 1`,
      [scannedAt + minute, scannedAt, brandId],
    );
    await later(hour);
    const before = await send(bodyOf({ member: { code, scannedAt }, occurredAt: scannedAt }));
    expect(before.points).toMatchObject({ earned: 12 });
    const next = await phone.code();
    const now = scene.clock.now;
    const after = await send(bodyOf({ member: { code: next, scannedAt: now }, occurredAt: now }));
    expect(after.points!.earned).toBeGreaterThanOrEqual(25);
  });

  test("is taken up to 72 hours after it happened", async () => {
    const { now } = scene.clock;
    expect(await send(bodyOf({ occurredAt: now - LATE_MAX_MS }))).toBeTruthy();
    expect(await refusalOf(send(bodyOf({ occurredAt: now - LATE_MAX_MS - 1 }))))
      .toBe("time-refused");
  });

  test("says who rang it up, if somebody else sends it", async () => {
    const other = await scene.staff("cashier", {}, terminal);
    const occurredAt = scene.clock.now - 2 * minute;
    const { saleId } = await send(bodyOf({ soldBy: other.staffId, occurredAt }));
    expect(
      await scene.db.execute("select sold_by, sent_by, via from late_sale where sale_id = ?", [
        saleId,
      ]),
    ).toEqual([{ sold_by: other.staffId, sent_by: counter.staffId, via: "none" }]);
    const unknown = await send(bodyOf({ soldBy: "stf_00000000000000000000", occurredAt }));
    expect(
      await scene.db.execute("select sold_by from late_sale where sale_id = ?", [
        unknown.saleId,
      ]),
    ).toEqual([{ sold_by: null }]);
  });

  test("keeps who rang it up though somebody else sends it within the minute", async () => {
    const other = await scene.staff("cashier", {}, terminal);
    const rowsOf = (saleId: string) =>
      scene.db.execute("select sold_by, sent_by from late_sale where sale_id = ?", [saleId]);
    for (const ago of [47_000, 26_000, 0]) {
      const occurredAt = scene.clock.now - ago;
      const { saleId } = await send(bodyOf({ soldBy: other.staffId, occurredAt }));
      expect(await rowsOf(saleId))
        .toEqual([{ sold_by: other.staffId, sent_by: counter.staffId }]);
      const own = await send(bodyOf({ soldBy: counter.staffId, occurredAt }));
      expect(await rowsOf(own.saleId)).toEqual([]);
    }
  });
});
