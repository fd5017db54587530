import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  askMemberCode,
  showMe,
  signInMember,
  signOutMember,
} from "../../shared/members/endpoints.ts";
import { brandId, openScene, otherBrandId, refusalOf, type Scene } from "../access/test-scene.ts";
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

describe("a one-time code", () => {
  test("is asked for in the same way whether or not anybody has the phone", async () => {
    const known = number();
    await scene.enrol(known);
    later(2 * minute);
    const ask = async (to: string) => {
      const answer = await scene.ask(askMemberCode, {
        body: { brandId, phone: to, language: "zh-CN" },
      });
      return { ...answer, requestId: answer.requestId.length };
    };
    expect(await ask(known)).toEqual(await ask(number()));
  });

  test("signs in exactly once, however many try it at once", async () => {
    const mine = number();
    await scene.enrol(mine);
    later(2 * minute);
    const requestId = await scene.askCode(mine, phone());
    const code = await scene.lastCode();
    // From many addresses, so that only the code's own guard is asked.
    const all = await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        scene.app.request("/api/members/sign-in", {
          method: "POST",
          headers: { "content-type": "application/json", "jifu-client": "pwa" },
          body: JSON.stringify({ requestId, code, deviceLabel: "小米 14" }),
        }, { remoteAddr: { hostname: `10.0.0.${i}` } })),
    );
    const statuses = all.map((a) => a.status);
    expect(statuses.filter((s) => s === 200)).toHaveLength(1);
    // They take turns; who would wait too long for one is asked to come again.
    expect(statuses.filter((s) => s !== 200 && s !== 400 && s !== 503)).toEqual([]);
    const sessions = await scene.db.execute(
      "select count(*) as n from session where subject_id = (select member_id from member_device order by rowid desc limit 1)",
    );
    expect(sessions[0]!.n).toBe(2);
  });

  test("signs in the same phone again after a lost answer, and nobody else", async () => {
    const mine = number();
    await scene.enrol(mine);
    later(2 * minute);
    const requestId = await scene.askCode(mine, phone());
    const code = await scene.lastCode();
    const repeat = "this-phone-and-no-other";
    const body = { requestId, code, deviceLabel: "小米 14" };
    const ask = (more: object, caller = phone()) =>
      scene.ask(signInMember, { body: { ...body, ...more } }, caller).then(() => caller);
    const [first, again] = [await ask({ repeat }), await ask({ repeat })];
    expect([...again.cookies!]).toEqual([...first.cookies!]);
    expect((await scene.ask(showMe, {}, again)).member.id)
      .toBe((await scene.ask(showMe, {}, first)).member.id);
    expect(await refusalOf(ask({}))).toBe("code-expired");
    expect(await refusalOf(ask({ repeat: "another-phone-altogether" }))).toBe("code-expired");
    const wrong = code === "000000" ? "000001" : "000000";
    expect(await refusalOf(ask({ repeat, code: wrong }))).toBe("code-expired");
    later(10 * minute);
    expect(await refusalOf(ask({ repeat }))).toBe("code-expired");
    // Nor after the phone was signed out.
    const other = await scene.askCode(mine, phone());
    const next = { repeat, requestId: other, code: await scene.lastCode() };
    await scene.ask(signOutMember, {}, await ask(next));
    expect(await refusalOf(ask(next))).toBe("code-expired");
  });

  test("is dead after five wrong tries, also for the right one", async () => {
    const requestId = await scene.askCode(number(), phone());
    const code = await scene.lastCode();
    const wrong = code === "000000" ? "000001" : "000000";
    for (const triesLeft of [4, 3, 2, 1, 0]) {
      await expect(signIn(requestId, wrong)).rejects.toMatchObject({
        code: "code-wrong",
        fields: { triesLeft },
      });
    }
    expect(await refusalOf(signIn(requestId, code))).toBe("code-expired");
    later(minute);
  });

  test("40 guesses at once are five tries, and each is one of its address", async () => {
    later(minute);
    const requestId = await scene.askCode(number(), phone());
    const code = await scene.lastCode();
    const wrong = code === "000000" ? "000001" : "000000";
    const all = await Promise.all(
      Array.from({ length: 40 }, () => refusalOf(signIn(requestId, wrong))),
    );
    const count = (what: string) => all.filter((each) => each === what).length;
    expect(["code-wrong", "code-expired", "too-many"].map(count)).toEqual([5, 5, 30]);
    later(minute);
    expect(await refusalOf(signIn(requestId, code))).toBe("code-expired");
    later(minute);
  });

  test("is dead after five minutes and after another was asked it still serves", async () => {
    const mine = number();
    const first = await scene.askCode(mine, phone());
    const code = await scene.lastCode();
    later(5 * minute - 1);
    expect((await signIn(first, code)).state).toBe("new");
    const second = await scene.askCode(mine, phone());
    const again = await scene.lastCode();
    later(5 * minute);
    expect(await refusalOf(signIn(second, again))).toBe("code-expired");
  });

  test("serves the request it was asked with and no other", async () => {
    const one = await scene.askCode(number(), phone());
    const codeOne = await scene.lastCode();
    later(1);
    await scene.askCode(number(), phone());
    const codeTwo = await scene.lastCode();
    if (codeOne !== codeTwo) expect(await refusalOf(signIn(one, codeTwo))).toBe("code-wrong");
    expect(await refusalOf(signIn("otp_nobody0000", codeTwo))).toBe("code-expired");
  });

  test("goes to a phone once a minute, five times an hour, ten times a day", async () => {
    const mine = number();
    const ask = () => refusalOf(scene.askCode(mine, phone()));
    later(60 * minute);
    expect(await ask()).toBe("");
    expect(await ask()).toBe("too-many");
    // Another brand of the chain is the same phone.
    expect(await refusalOf(scene.askCode(mine, phone(), otherBrandId))).toBe("too-many");
    for (let i = 0; i < 4; i++) {
      later(minute);
      expect(await ask()).toBe("");
    }
    later(minute);
    expect(await ask()).toBe("too-many");
    later(60 * minute);
    for (let i = 0; i < 5; i++) {
      expect(await ask()).toBe("");
      later(2 * minute);
    }
    later(60 * minute);
    expect(await ask()).toBe("too-many");
    later(24 * 60 * minute);
    expect(await ask()).toBe("");
  });

  test("goes to no number that cannot get it, and to no brand that is not there", async () => {
    expect(await refusalOf(scene.askCode("15400001111", phone()))).toBe("phone-refused");
    expect(await refusalOf(scene.askCode(number(), phone(), "brd_nowhere"))).toBe("not-found");
  });

  test("may be tried ten times a minute from one address", async () => {
    later(minute);
    const codes = [];
    for (let i = 0; i < 11; i++) codes.push(await refusalOf(signIn("otp_nobody0000", "123456")));
    expect(codes.slice(0, 10).every((c) => c === "code-expired")).toBe(true);
    expect(codes[10]).toBe("too-many");
    later(minute);
  });
});

test("over https the cookie is bound to the host", async () => {
  const shop = await openScene({}, { PUBLIC_URL: "https://card.hexin.example" });
  const requestId = await shop.askCode("13900001234", phone());
  const init = (path: string, body: object, key = "k".repeat(20)) =>
    shop.raw(path, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "jifu-client": "pwa",
        "idempotency-key": key,
      },
      body: JSON.stringify(body),
    });
  const code = await shop.lastCode();
  const answer = await init("/api/members/sign-in", { requestId, code, deviceLabel: "" });
  const { enrolToken } = await answer.json() as { enrolToken: string };
  const enrolled = await init("/api/members/enrol", {
    enrolToken,
    name: "周立",
    language: "zh-CN",
    terms: true,
    deviceLabel: "",
  });
  expect(enrolled.status).toBe(201);
  const [cookie, here] = enrolled.headers.getSetCookie();
  expect(cookie).toMatch(/^__Host-jifu-member=[\w-]{32,};/);
  for (const part of ["HttpOnly", "Secure", "SameSite=Strict", "Path=/"]) {
    expect(cookie).toContain(part);
  }
  expect(cookie).not.toContain("Domain");
  // The e-card may read that there is a session, and nothing of it.
  expect(here).toMatch(/^jifu-member-here=1; Max-Age=34560000; Path=\/; Secure; SameSite=Strict$/);
  await shop.close();
});
