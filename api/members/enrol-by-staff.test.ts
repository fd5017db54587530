import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { issueCard } from "../../shared/cards/endpoints.ts";
import { enrolByStaff, showMe } from "../../shared/members/endpoints.ts";
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

const hour = 3_600_000;
let serial = 1000;
const number = () => `1370000${serial++}`;

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
