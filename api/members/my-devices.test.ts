import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openScan } from "../../shared/cards/endpoints.ts";
import {
  listMyDevices,
  revokeMyDevice,
  showMe,
  signInMember,
  signOutMember,
} from "../../shared/members/endpoints.ts";
import { brandId, openScene, refusalOf, type Scene, storeId } from "../access/test-scene.ts";
import type { Caller } from "../test-house.ts";

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

const minute = 60_000;
const phone = (): Caller => ({ client: "pwa", cookies: new Map() });
const later = (ms: number) => scene.clock.now += ms;
let serial = 5000;
const number = () => `1390000${serial++}`;

const signIn = (requestId: string, code: string, caller = phone(), replaceDevice?: string) =>
  scene.ask(signInMember, {
    body: { requestId, code, deviceLabel: "小米 14", ...(replaceDevice ? { replaceDevice } : {}) },
  }, caller);

describe("phones of one member", () => {
  const again = async (to: string, caller = phone(), replaceDevice?: string) => {
    later(2 * minute);
    const requestId = await scene.askCode(to, caller);
    return {
      requestId,
      answer: await signIn(requestId, await scene.lastCode(), caller, replaceDevice),
    };
  };

  test("are three at most; a fourth replaces one, whose session and card end", async () => {
    const mine = number();
    later(60 * minute);
    const first = await scene.enrol(mine);
    const firstCard = await scene.ecard(first);
    await again(mine);
    await again(mine);
    const fourth = phone();
    const { requestId, answer } = await again(mine, fourth);
    if (answer.state !== "devices-full") throw new Error(answer.state);
    expect(answer.devices).toHaveLength(3);
    const { member } = await scene.ask(showMe, {}, first);
    const done = await signIn(requestId, await scene.lastCode(), fourth, member.deviceId);
    expect(done.state).toBe("signed-in");
    expect(await refusalOf(scene.ask(showMe, {}, first))).toBe("signed-out");
    expect(await refusalOf(scene.ask(showMe, {}, fourth))).toBe("");
    const till = await scene.key(brandId, storeId);
    await expect(scene.scan(await firstCard.code(), till)).rejects.toMatchObject({
      code: "card-frozen",
      fields: { state: "replaced" },
    });
    const { devices, max } = await scene.ask(listMyDevices, {}, fourth);
    expect(devices).toHaveLength(3);
    expect(max).toBe(3);
    expect(devices.filter((d) => d.here)).toHaveLength(1);
  });

  test("stay three when two more sign in at the same time", async () => {
    const mine = number();
    later(60 * minute);
    await scene.enrol(mine);
    await again(mine);
    const codes: { requestId: string; code: string }[] = [];
    for (let i = 0; i < 2; i++) {
      later(2 * minute);
      codes.push({ requestId: await scene.askCode(mine, phone()), code: await scene.lastCode() });
    }
    const all = await Promise.all(codes.map((c) => signIn(c.requestId, c.code)));
    expect(all.map((a) => a.state).sort()).toEqual(["devices-full", "signed-in"]);
  });

  test("are told of another one, by SMS to the number too", async () => {
    const mine = number();
    later(60 * minute);
    await scene.enrol(mine);
    const told = async () =>
      Number(
        (await scene.db.execute("select count(*) as n from message where kind = 'device-added'"))[
          0
        ]!
          .n,
      );
    const before = await told();
    await again(mine);
    expect(await told()).toBe(before + 1);
  });

  test("sign in again as the same device while the session lives", async () => {
    const mine = number();
    later(60 * minute);
    const caller = await scene.enrol(mine);
    const old = caller.cookies!.get("jifu-member");
    await again(mine, caller);
    expect(caller.cookies!.get("jifu-member")).not.toBe(old);
    expect((await scene.ask(listMyDevices, {}, caller)).devices).toHaveLength(1);
    // The token was rotated: the old one opens nothing.
    const stale = { ...caller, cookies: new Map([["jifu-member", old!]]) };
    expect(await refusalOf(scene.ask(showMe, {}, stale))).toBe("signed-out");
  });

  test("can sign each other out, themselves, and nobody else's", async () => {
    const mine = number();
    later(60 * minute);
    const caller = await scene.enrol(mine);
    const other = phone();
    await again(mine, other);
    const card = await scene.ecard(other);
    const { devices } = await scene.ask(listMyDevices, {}, caller);
    const device = devices.find((d) => !d.here)!.id;
    const stranger = await scene.member();
    const revoke = (as: Caller) => scene.ask(revokeMyDevice, { params: { device } }, as);
    expect(await refusalOf(revoke(stranger.caller))).toBe("not-found");
    expect(await refusalOf(revoke(caller))).toBe("");
    expect(await refusalOf(scene.ask(showMe, {}, other))).toBe("signed-out");
    const till = await scene.key(brandId, storeId);
    const asked = scene.ask(openScan, { body: { code: await card.code() } }, till);
    await expect(asked).rejects.toMatchObject({ code: "card-frozen", fields: { state: "lost" } });
    await scene.ask(signOutMember, {}, caller);
    expect(caller.cookies!.size).toBe(0);
  });
});
