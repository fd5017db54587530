/** A server whose clock is set back, by minutes and by hours, between requests to the real app: no
 *  stale code is accepted, nothing lives longer for it, and nobody waits longer. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { allowSpending, askScanCode } from "../../shared/cards/endpoints.ts";
import { askMemberCode, showMe, signInMember } from "../../shared/members/endpoints.ts";
import { recordSale } from "../../shared/sales/endpoints.ts";
import * as s from "../../api/access/test-scene.ts";
import { givePin } from "../../api/access/test-pin.ts";
import { readTries, takeTry } from "../../api/http/limits.ts";
import { type Caller, newKey } from "../../api/test-house.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe("a clock that is set back, at the doors", () => {
  let scene: s.Scene;
  let till: Caller;
  beforeEach(async () => {
    scene = await s.openScene();
    till = await scene.key(s.brandId, s.storeId);
  });
  afterEach(() => scene.close());
  const { refusalOf } = s;

  test.each([5 * minute, hour, 9 * hour])(
    "by %d ms: an old code gives no points away",
    async (back) => {
      const [phone, other] = [await scene.member(), await scene.member()];
      const screenshot = await phone.code();
      const unused = await phone.code(0, 1);
      scene.clock.now += back;
      expect((await scene.scan(await other.code(), till)).rights).toBe("spend");
      const used = await phone.code();
      expect((await scene.scan(used, till)).rights).toBe("spend");
      scene.clock.now -= back;
      // Its own card has been used since: whatever is older is over.
      expect(await refusalOf(scene.scan(screenshot, till))).toBe("card-code-used");
      expect(await refusalOf(scene.scan(unused, till))).toBe("card-code-used");
      expect(await refusalOf(scene.scan(used, till))).not.toBe("");
    },
  );

  test("a screenshot nobody has used since is stale: it does not become fresh again", async () => {
    const [phone, other] = [await scene.member(), await scene.member()];
    const screenshot = await phone.code();
    scene.clock.now += hour;
    await scene.scan(await other.code(), till);
    scene.clock.now -= hour;
    expect(await scene.scan(screenshot, till)).toMatchObject({ via: "stale", rights: "earn" });
    // The clock has caught up: fresh codes are fresh.
    scene.clock.now += hour + 2 * minute;
    expect((await scene.scan(await phone.code(), till)).rights).toBe("spend");
  });

  test("a clock that had been days ahead is put right: codes are fresh at once", async () => {
    const [phone, other] = [await scene.member(), await scene.member()];
    scene.clock.now += 3 * day;
    await scene.scan(await other.code(), till);
    scene.clock.now -= 3 * day;
    expect((await scene.scan(await phone.code(), till)).rights).toBe("spend");
  });

  test("a one-time code and an open scan do not live longer for it", async () => {
    const caller: Caller = { client: "pwa", cookies: new Map() };
    const body = { brandId: s.brandId, phone: "13800007777", language: "zh-CN" } as const;
    scene.clock.now += day;
    const phone = await scene.member("13800007778");
    const { requestId } = await scene.ask(askMemberCode, { body }, caller);
    const code = await scene.lastCode();
    const { scanId } = await scene.scan(await phone.code(), till);
    const member = (await scene.ask(showMe, {}, phone.caller)).member;
    await givePin(scene, member.id, "739164");
    scene.clock.now -= hour;
    const signIn = { body: { requestId, code, deviceLabel: "小米 15" } };
    expect(await refusalOf(scene.ask(signInMember, signIn, caller))).toBe("code-expired");
    const params = { scan: scanId };
    const pin = { params, body: { pin: "739164" } };
    expect(await refusalOf(scene.ask(allowSpending, pin, till))).toBe("scan-expired");
    expect(await refusalOf(scene.ask(askScanCode, { params }, till))).toBe("scan-expired");
    const sale = {
      orderNo: newKey(),
      member: { scanId },
      lines: [{ name: "安吉白茶", quantityMilli: 1000, amountFen: 5000 }],
      totalFen: 5000,
    };
    const sell = () => scene.ask(recordSale, { key: newKey(), body: sale }, till);
    expect(await refusalOf(sell())).toBe("scan-expired");
    // Signed in is signed in, and a new code can be asked for at once.
    expect((await scene.ask(showMe, {}, phone.caller)).member.id).toBe(member.id);
    expect((await scene.ask(askMemberCode, { body }, caller)).resendAfterSeconds).toBeGreaterThan(
      0,
    );
  });

  test("limits: nobody waits longer than the limit says, and a retry is never in the past", async () => {
    const desk = () => scene.desk();
    const slow = { max: 2, windowMs: minute };
    const locked = { max: 2, windowMs: minute, lockMs: 15 * minute };
    const [a, b] = [newKey(), newKey()];
    for (let i = 0; i < 2; i++) {
      await Promise.all([takeTry(desk(), a, slow), takeTry(desk(), b, locked)]);
    }
    expect(await refusalOf(takeTry(desk(), a, slow))).toBe("too-many");
    // By half a minute: the count stands, the wait is what is left of the window at most.
    scene.clock.now -= minute / 2;
    await expect(takeTry(desk(), a, slow)).rejects.toMatchObject({
      code: "too-many",
      fields: { retryAfterSeconds: 90 },
    });
    expect((await readTries(desk(), b, locked)).left).toBe(0);
    // By hours: counted anew, also for the key that the process had noted as shut.
    scene.clock.now -= 7 * hour;
    await takeTry(desk(), a, slow);
    await takeTry(desk(), b, locked);
    expect(await readTries(desk(), b, locked)).toEqual({
      left: 1,
      opensAt: scene.clock.now + minute,
    });
    await takeTry(desk(), a, slow);
    await expect(takeTry(desk(), a, slow)).rejects.toMatchObject({
      fields: { retryAfterSeconds: 60 },
    });
  });
});
