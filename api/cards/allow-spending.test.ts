import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  allowSpending,
  askScanCode,
  endScan,
  showScanAccount,
} from "../../shared/cards/endpoints.ts";
import { enrolByStaff, showMe } from "../../shared/members/endpoints.ts";
import { givePin } from "../access/test-pin.ts";
import {
  brandId,
  newKey,
  nextStoreId,
  openScene,
  refusalOf,
  type Scene,
  storeId,
} from "../access/test-scene.ts";
import type { Caller } from "../test-house.ts";
import { useScan } from "./queries.ts";

let scene: Scene;
let till: Caller;
beforeAll(async () => {
  scene = await openScene({ signUpPoints: 80 });
  till = await scene.key(brandId, storeId);
});
afterAll(() => scene.close());

let serial = 1000;
const minute = 60_000;

/** A member with a PIN, recognised by phone number: a scan that only earns. */
const earnOnly = async (as = till) => {
  const to = `1350000${serial++}`;
  const { caller } = await scene.member(to);
  await givePin(scene, (await scene.ask(showMe, {}, caller)).member.id, "830417");
  scene.clock.now += minute;
  return { scan: await scene.scan(to, as), to };
};
type Proof = { pin: string } | { requestId: string; code: string };
const allow = (scanId: string, body: Proof, as = till) =>
  scene.ask(allowSpending, { params: { scan: scanId }, body }, as);
const askCode = (scanId: string, as = till) =>
  scene.ask(askScanCode, { params: { scan: scanId } }, as);

describe("the PIN", () => {
  test("lets an earning scan spend", async () => {
    const { scan } = await earnOnly();
    expect(scan).toMatchObject({ rights: "earn", hasPin: true });
    expect(await allow(scan.scanId, { pin: "830417" })).toMatchObject({ rights: "spend" });
    const [row] = await scene.db.execute("select rights from scan where id = ?", [scan.scanId]);
    expect(row!.rights).toBe("spend");
  });

  test("is locked after five tries, over all scans of the member", async () => {
    const { scan, to } = await earnOnly();
    for (const triesLeft of [4, 3, 2, 1]) {
      await expect(allow(scan.scanId, { pin: "111111" })).rejects.toMatchObject({
        code: "pin-wrong",
        fields: { triesLeft },
      });
    }
    const lockedUntil = scene.clock.now + 15 * minute;
    const locked = { code: "pin-locked", fields: { lockedUntil } };
    await expect(allow(scan.scanId, { pin: "111111" })).rejects.toMatchObject(locked);
    await expect(allow(scan.scanId, { pin: "830417" })).rejects.toMatchObject(locked);
    const next = await scene.scan(to, till);
    await expect(allow(next.scanId, { pin: "830417" })).rejects.toMatchObject(locked);
    scene.clock.now = lockedUntil;
    const later = await scene.scan(to, till);
    expect((await allow(later.scanId, { pin: "830417" })).rights).toBe("spend");
  });

  test("that was never set cannot be asked", async () => {
    const { cardNumber } = await scene.ask(enrolByStaff, { key: newKey(), body: {} }, till);
    const { scanId } = await scene.scan(cardNumber, till);
    expect(await refusalOf(allow(scanId, { pin: "830417" }))).toBe("pin-missing");
    expect(await refusalOf(askCode(scanId))).toBe("phone-refused");
  });
});

describe("a one-time code at the till", () => {
  test("lets its scan spend, once, and no other", async () => {
    const { scan, to } = await earnOnly();
    const { requestId, phoneMasked } = await askCode(scan.scanId);
    expect(phoneMasked).toBe(`135****${to.slice(-4)}`);
    const code = await scene.lastCode();
    const other = await scene.scan(to, till);
    expect(await refusalOf(allow(other.scanId, { requestId, code }))).toBe("code-expired");
    const wrong = code === "000000" ? "000001" : "000000";
    expect(await refusalOf(allow(scan.scanId, { requestId, code: wrong }))).toBe("code-wrong");
    const all = await Promise.all(
      [1, 2, 3].map(() => refusalOf(allow(scan.scanId, { requestId, code }))),
    );
    expect(all.filter((r) => r === "")).toHaveLength(1);
  });

  test("signs nobody in, as a sign-in code allows no spending", async () => {
    const { scan, to } = await earnOnly();
    const requestId = await scene.askCode(to, { client: "pwa" });
    const code = await scene.lastCode();
    expect(await refusalOf(allow(scan.scanId, { requestId, code }))).toBe("code-expired");
  });
});

describe("a scan", () => {
  test("belongs to the key or terminal that opened it", async () => {
    const { scan } = await earnOnly();
    const sameStore = await scene.key(brandId, storeId);
    const nextStore = await scene.key(brandId, nextStoreId);
    const kiosk = await scene.terminal("kiosk");
    const see = (as: Caller) =>
      refusalOf(scene.ask(showScanAccount, { params: { scan: scan.scanId } }, as));
    for (const as of [sameStore, nextStore, kiosk]) {
      expect(await see(as)).toBe("scan-expired");
      expect(await refusalOf(allow(scan.scanId, { pin: "830417" }, as))).toBe("scan-expired");
      await scene.ask(endScan, { params: { scan: scan.scanId } }, as);
    }
    expect(await see(till)).toBe("");
  });

  test("ends after three minutes, or when the member leaves", async () => {
    const { scan } = await earnOnly();
    const account = { params: { scan: scan.scanId } };
    scene.clock.now = scan.expiresAt - 1;
    const { points, lots, history } = await scene.ask(showScanAccount, account, till);
    expect(points.spendable).toBe(80);
    expect(lots).toHaveLength(1);
    expect(history.rows).toHaveLength(1);
    scene.clock.now = scan.expiresAt;
    expect(await refusalOf(scene.ask(showScanAccount, account, till))).toBe("scan-expired");
    const { scan: left } = await earnOnly();
    await scene.ask(endScan, { params: { scan: left.scanId } }, till);
    expect(await refusalOf(allow(left.scanId, { pin: "830417" }))).toBe("scan-expired");
  });

  test("is used by one sale, also when fifty are booked in the same breath", async () => {
    const { scan } = await earnOnly();
    const use = (i: number) =>
      scene.db.write([useScan.row({ id: scan.scanId, used_by: `sal_${i}` })]).then(
        () => "used",
        (e: Error) => e.message,
      );
    const all = await Promise.all(Array.from({ length: 50 }, (_, i) => use(i)));
    expect(all.filter((r) => r === "used")).toHaveLength(1);
    expect(all.filter((r) => r === "Collision on collision: scan")).toHaveLength(49);
  });
});
