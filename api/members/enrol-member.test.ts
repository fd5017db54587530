import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askScanCode, openScan } from "../../shared/cards/endpoints.ts";
import {
  enrolMember,
  explainMyEntry,
  listMyHistory,
  listMyLots,
  showMe,
  signInMember,
} from "../../shared/members/endpoints.ts";
import {
  brandId,
  newKey,
  openScene,
  otherBrandId,
  refusalOf,
  type Scene,
  storeId,
} from "../access/test-scene.ts";
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

describe("enrolling on the phone", () => {
  test("makes a member with sign-up points, an e-card and a first scan", async () => {
    const caller = phone();
    const { member, signUpPoints } = await enrol(await token("13712348000"), newKey(), caller);
    expect(signUpPoints).toBe(50);
    const me = await scene.ask(showMe, {}, caller);
    // What the brand calls its points comes with the page, not with the enrolment.
    expect(me.member).toEqual({ ...member, pointsNameZh: "积分", pointsNameEn: "points" });
    expect(member).toMatchObject({ name: "欧阳明月", phoneMasked: "137****8000", hasPin: false });
    expect(me.points).toMatchObject({ spendable: 50, debt: 0, pending: 0 });
    const card = await scene.ecard(caller);
    const till = await scene.key(brandId, storeId);
    const seen = await scene.ask(openScan, { body: { code: await card.code() } }, till);
    expect(seen).toMatchObject({ via: "rotating", rights: "spend", hasPhone: true });
    expect(seen.member).toMatchObject({ nameMasked: "欧***", phoneMasked: "137****8000" });
    expect(JSON.stringify(seen)).not.toContain("明月");
  });

  test("explains the sign-up points", async () => {
    const caller = phone();
    await enrol(await token(), newKey(), caller);
    const { lots } = await scene.ask(listMyLots, {}, caller);
    expect(lots).toMatchObject([{ original: 50, remaining: 50, kind: "sign-up" }]);
    const { rows } = await scene.ask(listMyHistory, { query: {} }, caller);
    expect(rows).toMatchObject([{ kind: "sign-up", amount: 50, balanceAfter: 50 }]);
    const entry = { params: { journal: rows[0]!.journalId } };
    const opened = await scene.ask(explainMyEntry, entry, caller);
    expect(opened.reasons.map((r) => r.code)).toContain("sign-up");
    const stranger = phone();
    await enrol(await token(), newKey(), stranger);
    expect(await refusalOf(scene.ask(explainMyEntry, entry, stranger))).toBe("not-found");
  });

  test("twice with one key is one member, and both answers open the same session", async () => {
    const [first, second] = [phone(), phone()];
    const [enrolToken, key] = [await token(), newKey()];
    const [a, b] = await Promise.all([
      enrol(enrolToken, key, first),
      enrol(enrolToken, key, second),
    ]);
    expect(b).toEqual(a);
    expect(second.cookies).toEqual(first.cookies);
    expect((await scene.ask(showMe, {}, second)).member.id).toBe(a.member.id);
    expect(await refusalOf(enrol(enrolToken, key, phone(), "李四"))).toBe("key-reused");
  });

  test("with one token is done once, whatever the keys", async () => {
    const enrolToken = await token();
    const all = await Promise.all(
      Array.from({ length: 20 }, () => refusalOf(enrol(enrolToken))),
    );
    expect(all.filter((r) => r === "")).toHaveLength(1);
    // Who comes last finds the token used, or already the member.
    for (const r of all) expect(["", "code-expired", "member-exists"]).toContain(r);
  });

  test("with two tokens of one phone makes one member", async () => {
    const mine = number();
    const [one, two] = [await token(mine), await token(mine)];
    const all = await Promise.all([refusalOf(enrol(one)), refusalOf(enrol(two))]);
    expect(all.sort()).toEqual(["", "member-exists"]);
  });

  test("is refused with a token that is old, cut or made up", async () => {
    const enrolToken = await token();
    expect(await refusalOf(enrol(enrolToken.slice(0, -1)))).toBe("code-expired");
    expect(await refusalOf(enrol("otp_nobody0000.secret"))).toBe("code-expired");
    expect(await refusalOf(enrol(""))).toBe("code-expired");
    scene.clock.now += 20 * 60_000;
    expect(await refusalOf(enrol(enrolToken))).toBe("code-expired");
  });

  test("the same phone may join another brand", async () => {
    const mine = number();
    await enrol(await token(mine));
    scene.clock.now += 61_000;
    const caller = await scene.enrol(mine, "欧阳明月", otherBrandId);
    expect((await scene.ask(showMe, {}, caller)).member.brandId).toBe(otherBrandId);
  });
});

test.skipIf(process.env.TEST_DATABASE_URL)(
  "no phone number, code or card key is in the database in clear",
  async () => {
    const mine = Array.from({ length: 20 }, number);
    const secrets: string[] = [...mine];
    const till = await scene.key(brandId, storeId);
    for (const to of mine) {
      scene.clock.now += 10 * 60_000;
      const caller = await scene.enrol(to, `会员 ${to.slice(-4)}`);
      await scene.ecard(caller);
      scene.clock.now += 61_000;
      const { scanId } = await scene.scan(to, till);
      await scene.ask(askScanCode, { params: { scan: scanId } }, till);
      secrets.push(`"code":"${await scene.lastCode()}"`);
    }
    await scene.db.execute("pragma wal_checkpoint(truncate)");
    const files = await Promise.all(
      [scene.path, `${scene.path}-wal`].map((f) => readFile(f, "latin1").catch(() => "")),
    );
    expect(files[0]!.length).toBeGreaterThan(100_000);
    const found = secrets.filter((s) => files.some((f) => f.includes(s)));
    expect(found).toEqual([]);
  },
);
