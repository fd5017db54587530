import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  changeMe,
  enrolMember,
  listBrands,
  setMyPin,
  showMe,
  signInMember,
} from "../../shared/members/endpoints.ts";
import { newKey, openScene, refusalOf, type Scene } from "../access/test-scene.ts";
import { settleWithPin } from "../access/settle-with-pin.ts";
import { givePin } from "../access/test-pin.ts";
import { dayOf } from "../../shared/business-day.ts";
import { openDesk, programme } from "../desk.ts";
import type { Caller } from "../test-house.ts";

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({ signUpPoints: 50 });
});
afterAll(() => scene.close());

const phone = (): Caller => ({ client: "pwa", cookies: new Map() });
let serial = 1000;
const number = () => `1370000${serial++}`;

/** A right to enrol with a fresh number. */
const token = async (mine = number()): Promise<string> => {
  scene.clock.now += 61_000;
  const requestId = await scene.askCode(mine, phone());
  const code = await scene.lastCode();
  const answer = await scene.ask(signInMember, {
    body: { requestId, code, deviceLabel: "华为 Mate 60" },
  }, phone());
  if (answer.state !== "new") throw new Error(answer.state);
  return answer.enrolToken;
};

const enrol = (enrolToken: string, key = newKey(), as = phone(), name = "欧阳明月") =>
  scene.ask(enrolMember, {
    key,
    body: {
      enrolToken,
      name,
      birthday: { on: "1988-03-15", calendar: "solar" },
      language: "zh-CN",
      terms: true,
      deviceLabel: "华为 Mate 60",
    },
  }, as);

describe("the own profile", () => {
  test("can be changed in parts, and not beyond", async () => {
    const { caller } = await scene.member();
    const change = (body: Record<string, unknown>) =>
      scene.ask(changeMe, { body: body as { name?: string } }, caller);
    const birthday = { on: "0000-08-15", calendar: "lunar" };
    expect((await change({ name: "  周立 ", birthday })).member).toMatchObject({
      name: "周立",
      birthday,
    });
    const { member } = await change({ language: "en" });
    expect(member).toMatchObject({ name: "周立", birthday, language: "en" });
    expect((await change({ birthday: null })).member.birthday).toBeNull();
    for (const body of [{ state: "frozen" }, { tierId: "tie_x" }, { name: "" }, { balance: 1 }]) {
      expect(await refusalOf(change(body))).toBe("input-invalid");
    }
  });

  test("moves a birthday once in 365 days, which is kept in the log", async () => {
    const { caller } = await scene.member();
    const to = (on: string | null) =>
      scene.ask(
        changeMe,
        { body: { birthday: on === null ? null : { on, calendar: "solar" } } },
        caller,
      );
    const { member } = await to("1990-06-16");
    await to("1990-06-16");
    await expect(to("1990-06-17")).rejects.toMatchObject({
      code: "birthday-kept",
      fields: { from: dayOf(scene.clock.now + 365 * 86_400_000) },
    });
    scene.clock.now += 1; // Ids of one instant are in no order.
    await to(null);
    expect(await refusalOf(to("1990-06-17"))).toBe("birthday-kept");
    const logged = await scene.db.execute(
      "select actor_id, after_json from audit_log where subject = ? order by id",
      [member.id],
    );
    expect(logged.map((row) => [row.actor_id, JSON.parse(String(row.after_json)).birthday]))
      .toEqual([[member.id, "1990-06-16"], [member.id, null]]);
  });

  test("takes as many PINs as the brand lets it, on the phone too", async () => {
    const { caller } = await scene.member();
    const { member } = await scene.ask(showMe, {}, caller);
    await givePin(scene, member.id, "739154");
    await scene.db.execute(
      "insert into parameter_set values ('brd_hexin', ?, 1, null, 0)",
      [JSON.stringify({ pinTries: 3, pinLockMinutes: 60 })],
    );
    const { now } = scene.clock;
    const desk = () => openDesk(scene.house, programme, { now });
    const asked = { memberId: member.id, pin: "000000" };
    const wrong = () =>
      settleWithPin(desk(), newKey(), {}, asked, () => Promise.reject(new Error("not asked")));
    await expect(wrong()).rejects.toMatchObject({ fields: { triesLeft: 2 } });
    await expect(wrong()).rejects.toMatchObject({ fields: { triesLeft: 1 } });
    await expect(wrong()).rejects.toMatchObject({
      code: "pin-locked",
      fields: { lockedUntil: now + 60 * 60_000 },
    });
    await scene.db.execute("delete from parameter_set");
  });

  test("takes a PIN that nobody guesses; a changed one asks the old or a fresh sign-in", async () => {
    const caller = phone();
    await enrol(await token(), newKey(), caller);
    const set = (pin: string, currentPin?: string) =>
      refusalOf(
        scene.ask(setMyPin, { body: { pin, ...(currentPin ? { currentPin } : {}) } }, caller),
      );
    for (const weak of ["123456", "880315", "888888"]) expect(await set(weak)).toBe("pin-weak");
    expect(await set("830417")).toBe("");
    expect((await scene.ask(showMe, {}, caller)).member.hasPin).toBe(true);
    expect(await set("830418")).toBe("");
    scene.clock.now += 10 * 60_000;
    expect(await set("830419")).toBe("sign-in-again");
    expect(await set("830419", "830417")).toBe("pin-wrong");
    expect(await set("830419", "830418")).toBe("");
  });
});

test("brands and their open stores are for anyone", async () => {
  await scene.db.execute("update store set state = 'closed' where id = 'sto_binjiang'");
  const listed = async () => {
    const { brands, demo } = await scene.ask(listBrands, {});
    expect(demo).toBe(false);
    return brands.map((b) => [b.nameZh, b.stores.map((s) => s.nameZh)]);
  };
  // Whoever has seen nothing may be shown a copy that is two seconds behind.
  await expect.poll(listed, { timeout: 10_000 }).toEqual([
    ["和信超市", ["人民路店"]],
    ["沐晨烘焙", ["湖滨店"]],
  ]);
});
