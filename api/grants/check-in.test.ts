import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, dayOf, startOfDay } from "../../shared/business-day.ts";
import { checkIn, claimProfileGrant, showEarn } from "../../shared/grants/endpoints.ts";
import { changeMe, explainMyEntry } from "../../shared/members/endpoints.ts";
import { refusalOf } from "../access/test-scene.ts";
import { verifyLedger } from "../points/verify.ts";
import { type Caller, newKey } from "../test-house.ts";
import { type Givers, openGivers } from "./test-givers.ts";

let scene: Givers;
beforeAll(async () => {
  scene = await openGivers();
});
afterAll(() => scene.close());

const dayMs = 86_400_000;
const come = (as: Caller, key = newKey()) => scene.ask(checkIn, { body: {}, key }, as);

describe("check-in", () => {
  test("earns once a day, more on the third and the seventh in a row", async () => {
    const { caller } = await scene.member();
    const earned: number[] = [];
    for (let day = 0; day < 8; day++) {
      earned.push((await come(caller)).points);
      scene.clock.now += dayMs;
    }
    expect(earned).toEqual([1, 1, 3, 1, 1, 1, 11, 1]);
    const rows = await scene.history(caller);
    expect(rows[0]).toMatchObject({ kind: "grant", title: "每日签到", titleEn: "Daily check-in" });
    const opened = await scene.ask(
      explainMyEntry,
      { params: { journal: rows[1]!.journalId } },
      caller,
    );
    expect(opened.reasons).toContainEqual({ code: "granted", what: "check-in", points: 11 });
    expect(opened.reasons).toContainEqual({ code: "streak", days: 7, points: 10 });
    expect(opened.lots[0]!.lapsesAt).not.toBeNull();
  });

  test("a missed day begins anew; midnight is the stores' midnight", async () => {
    const { caller } = await scene.member();
    const midnight = startOfDay(addDays(dayOf(scene.clock.now), 1));
    scene.clock.now = midnight - 1;
    expect((await come(caller)).streak).toBe(1);
    scene.clock.now = midnight;
    expect((await come(caller)).streak).toBe(2);
    scene.clock.now = midnight + 2 * dayMs;
    expect((await come(caller)).streak).toBe(1);
  });

  test("two at once are one", async () => {
    const { caller } = await scene.member();
    const both = await Promise.all([come(caller), come(caller), come(caller)]);
    expect(both.filter((answer) => !answer.again)).toHaveLength(1);
    expect(both.map((answer) => answer.points)).toEqual([1, 1, 1]);
    expect(await scene.history(caller)).toHaveLength(1);
    expect((await come(caller)).again).toBe(true);
  });

  test("a repeat of the command answers the first answer", async () => {
    const { caller } = await scene.member();
    const key = newKey();
    const first = await come(caller, key);
    expect(await come(caller, key)).toEqual(first);
  });

  test("nobody but a member checks in", async () => {
    expect(await refusalOf(come({ client: "pwa" }))).toBe("signed-out");
    expect(await refusalOf(come(scene.till))).toBe("not-allowed");
  });

  test("pays off what is owed first", async () => {
    const { caller } = await scene.member();
    const id = await scene.idOf(caller);
    const [account] = await scene.db.execute(
      "select id from loyalty_account where member_id = ?",
      [id],
    );
    const { startPosting } = await import("../points/posting.ts");
    const { readHoldings } = await import("../points/holdings.ts");
    const desk = scene.clockDesk();
    const posting = startPosting(desk, await readHoldings(desk, String(account!.id)), {
      kind: "return",
      cause: { kind: "test", id },
      storeId: null,
      occurredAt: desk.now,
      explanation: { reasons: [] },
    });
    posting.owe(5, "owed@brd_hexin");
    await desk.db.write(posting.writes());
    expect(await come(caller)).toMatchObject({ points: 1, repaid: 1, spendable: 0 });
  });
});

describe("a complete profile", () => {
  const claim = (as: Caller) => scene.ask(claimProfileGrant, { body: {}, key: newKey() }, as);

  test("is rewarded once, and not before it is complete", async () => {
    const { caller } = await scene.member();
    expect(await refusalOf(claim(caller))).toBe("profile-incomplete");
    const before = await scene.ask(showEarn, {}, caller);
    expect(before.profile).toEqual({ points: 20, missing: ["birthday", "sex"], done: false });
    const birthday = { on: "0000-06-10", calendar: "lunar-leap" as const };
    const { member } = await scene.ask(changeMe, { body: { birthday, sex: "female" } }, caller);
    expect(member).toMatchObject({ birthday, sex: "female" });
    const both = await Promise.all([claim(caller), claim(caller)]);
    expect(both.map((answer) => answer.again).sort()).toEqual([false, true]);
    expect((await scene.history(caller))[0]).toMatchObject({ amount: 20, title: "完善资料" });
    expect((await scene.ask(showEarn, {}, caller)).profile?.done).toBe(true);
    // Emptied and filled in again is no second time.
    await scene.ask(changeMe, { body: { sex: null } }, caller);
    await scene.ask(changeMe, { body: { sex: "undisclosed" } }, caller);
    expect(await claim(caller)).toMatchObject({ again: true });
  });
});

test("what is off is said, and the page leaves it out", async () => {
  const off = await openGivers({ checkIn: null, profile: null, share: null });
  const { caller } = await off.member();
  const ask = off.ask(checkIn, { body: {}, key: newKey() }, caller);
  expect(await refusalOf(ask)).toBe("grant-off");
  expect(await off.ask(showEarn, {}, caller))
    .toMatchObject({ checkIn: null, profile: null, share: null });
  await off.close();
});

test("the books balance", async () => {
  expect((await verifyLedger(scene.db, scene.clock.now)).findings).toEqual([]);
});
