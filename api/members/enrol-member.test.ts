import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askScanCode, issueCard, openScan } from "../../shared/cards/endpoints.ts";
import {
  changeMe,
  enrolByStaff,
  enrolMember,
  explainMyEntry,
  listBrands,
  listMyHistory,
  listMyLots,
  setMyPin,
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
const hour = 3_600_000;
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
    expect(me.member).toEqual(member);
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
    expect(new Set(all)).toEqual(new Set(["", "code-expired"]));
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

describe("enrolling at the till", () => {
  const till = () => scene.key(brandId, storeId);
  const enrolBy = (as: Caller, body: Record<string, unknown>, key = newKey()) =>
    scene.ask(enrolByStaff, { key, body }, as);

  test("issues a card that earns, once per key", async () => {
    const as = await till();
    const [key, mine] = [newKey(), number()];
    const body = { phone: mine, name: "李小红", externalRef: "H-0001" };
    const [a, b] = await Promise.all([enrolBy(as, body, key), enrolBy(as, body, key)]);
    expect(b).toEqual(a);
    expect(a.signUpPoints).toBe(50);
    expect(a.cardNumber).toMatch(/^91\d{14}$/);
    const seen = await scene.scan(a.cardNumber, as);
    expect(seen).toMatchObject({ via: "static", rights: "earn", hasPin: false, hasPhone: true });
    // The person's phone signs in to the same membership later.
    scene.clock.now += 61_000;
    const caller = await scene.enrol(mine);
    expect((await scene.ask(showMe, {}, caller)).member.id).toBe(a.memberId);
  });

  test("refuses a phone or a number that is there", async () => {
    const as = await till();
    const mine = number();
    await enrolBy(as, { phone: mine, externalRef: "H-0002" });
    expect(await refusalOf(enrolBy(as, { phone: mine }))).toBe("member-exists");
    expect(await refusalOf(enrolBy(as, { externalRef: "H-0002" }))).toBe("name-taken");
    const race = number();
    const all = await Promise.all(
      Array.from({ length: 20 }, () => refusalOf(enrolBy(as, { phone: race }))),
    );
    expect(all.filter((r) => r === "")).toHaveLength(1);
    expect(new Set(all)).toEqual(new Set(["", "member-exists"]));
  });

  test("may lie three days back at a till, any time back for another system, never ahead", async () => {
    const as = await till();
    const { now } = scene.clock;
    const joined = (joinedAt: number, by = as) => refusalOf(enrolBy(by, { joinedAt }));
    expect(await joined(now - 72 * hour)).toBe("");
    expect(await joined(now - 72 * hour - 1)).toBe("time-refused");
    expect(await joined(now + 6 * 60_000)).toBe("time-refused");
    const system = await scene.key(brandId, null);
    expect(await joined(Date.UTC(2017, 0, 1), system)).toBe("");
    expect(await joined(now + 6 * 60_000, system)).toBe("time-refused");
  });

  test("stays within the caller's brands", async () => {
    const as = await till();
    expect(await refusalOf(enrolBy(as, { brandId: otherBrandId }))).toBe("not-found");
    const chain = await scene.key(null, null);
    expect(await refusalOf(enrolBy(chain, {}))).toBe("input-invalid");
    expect(await refusalOf(enrolBy(chain, { brandId: "brd_nowhere" }))).toBe("not-found");
    expect(await refusalOf(enrolBy(chain, { brandId: otherBrandId }))).toBe("");
  });

  test("another card can be issued, by the brand's own", async () => {
    const as = await till();
    const { memberId, cardNumber } = await enrolBy(as, {});
    const issue = (by: Caller, key = newKey()) =>
      scene.ask(issueCard, { params: { member: memberId }, key }, by);
    const key = newKey();
    const issued = await issue(as, key);
    expect(await issue(as, key)).toEqual(issued);
    expect(issued.number).not.toBe(cardNumber);
    expect((await scene.scan(issued.number, as)).member.id).toBe(memberId);
    const stranger = await scene.key(otherBrandId, null);
    expect(await refusalOf(issue(stranger))).toBe("not-found");
  });
});

test("brands and their open stores are for anyone", async () => {
  await scene.db.execute("update store set state = 'closed' where id = 'sto_binjiang'");
  const { brands, demo } = await scene.ask(listBrands, {});
  expect(demo).toBe(false);
  expect(brands.map((b) => [b.nameZh, b.stores.map((s) => s.nameZh)])).toEqual([
    ["和信超市", ["人民路店"]],
    ["沐晨烘焙", ["湖滨店"]],
  ]);
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
