import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startOfDay } from "../../shared/business-day.ts";
import { listBirthdays } from "../../shared/grants/endpoints.ts";
import { brandId, otherBrandId, refusalOf } from "../access/test-scene.ts";
import { readHoldings } from "../points/holdings.ts";
import { rulesAt } from "../points/queries.ts";
import { verifyLedger } from "../points/verify.ts";
import type { Caller } from "../test-house.ts";
import { grantBirthdays } from "./grant-birthdays.ts";
import { grantFestivals } from "./grant-festivals.ts";
import { rechargeGrant } from "./recharge-grant.ts";
import { type Givers, openGivers } from "./test-givers.ts";

let scene: Givers;
const begin = async (changed = {}) => {
  scene = await openGivers(changed);
};
beforeEach(() => begin());
afterEach(async () => {
  expect((await verifyLedger(scene.db, scene.clock.now)).findings).toEqual([]);
  await scene.close();
});

const hour = 3_600_000;
const at = (day: string) => scene.clock.now = startOfDay(day) + hour;
const birthdays = () => grantBirthdays(scene.clockDesk());
const festivals = () => grantFestivals(scene.clockDesk());
const born = async (on: string, calendar = "solar", state = "active") => {
  const { memberId, cardNumber } = await scene.join(undefined, "陈小满");
  await scene.db.execute(
    "update member set birthday = ?, birthday_calendar = ?, state = ? where id = ?",
    [on, calendar, state, memberId],
  );
  return { memberId, cardNumber };
};

describe("birthdays", () => {
  test("on the day, once a year, only to active members", async () => {
    const spring = await born("1988-07-01");
    const frozen = await born("1988-07-01", "solar", "frozen");
    at("2026-06-30");
    expect(await birthdays()).toBe(0);
    at("2026-07-01");
    expect(await birthdays()).toBe(1);
    expect(await birthdays()).toBe(0);
    expect(await scene.points(spring.memberId)).toBe(100);
    expect(await scene.points(frozen.memberId)).toBe(0);
    // Moved to tomorrow in the profile: this year's was given.
    await scene.db.execute("update member set birthday = '1988-07-02' where id = ?", [
      spring.memberId,
    ]);
    at("2026-07-02");
    expect(await birthdays()).toBe(0);
    at("2027-07-02");
    expect(await birthdays()).toBe(1);
  });

  test("lunar, in a leap month and on the 30th of a month of 29 days", async () => {
    const leap = await born("1987-06-10", "lunar-leap");
    const thirtieth = await born("1990-12-30", "lunar");
    at("2026-07-23");
    expect(await birthdays()).toBe(1);
    expect(await scene.points(leap.memberId)).toBe(100);
    // The twelfth month of 2026 has 29 days: New Year's Eve is 5 February.
    at("2027-02-05");
    expect(await birthdays()).toBe(1);
    expect(await scene.points(thirtieth.memberId)).toBe(100);
  });

  test("a night without a server loses nobody's; who joined later was no member then", async () => {
    await born("1990-07-01");
    at("2026-07-03");
    const late = await born("1990-07-01");
    await scene.db.execute("update member set joined_at = ? where id = ?", [
      scene.clock.now,
      late.memberId,
    ]);
    expect(await birthdays()).toBe(1);
    expect(await scene.points(late.memberId)).toBe(0);
    at("2026-07-04");
    await born("1990-07-01");
    expect(await birthdays()).toBe(0);
  });

  test("paid at the visit: within the week, when there is a purchase", async () => {
    await scene.close();
    await begin({ birthday: { points: 60, when: "week", paid: "visit" } });
    // 1 July 2026 is a Wednesday; its week begins on 29 June.
    const one = await born("1990-07-01");
    at("2026-06-28");
    await scene.buy(one.cardNumber, 100);
    at("2026-06-29");
    expect(await birthdays()).toBe(0);
    await scene.buy(one.cardNumber, 100);
    expect(await birthdays()).toBe(1);
    expect(await scene.points(one.memberId)).toBe(2 + 60);
  });

  test("a tier's own birthday points stand in place of everybody's, and alone", async () => {
    const gold = async () => {
      const one = await born("1990-07-01");
      await scene.db.execute(
        "update loyalty_account set tier_id = 'tie_gold' where member_id = ?",
        [one.memberId],
      );
      return one.memberId;
    };
    const put = async () => {
      await scene.db.execute(
        `insert into tier (id, brand_id, level, name_zh, name_en, colour, threshold_fen)
         values ('tie_gold', '${brandId}', 1, '金卡', 'Gold', '#c79a3a', 100000)`,
      );
      await scene.db.execute(
        `insert into tier_terms (tier_id, threshold_points, birthday)
         values ('tie_gold', 0, '{"kind":"points","points":300}')`,
      );
    };
    await put();
    const [golden, plain] = [await gold(), (await born("1990-07-01")).memberId];
    at("2026-07-01");
    expect(await birthdays()).toBe(2);
    expect([await scene.points(golden), await scene.points(plain)]).toEqual([300, 100]);
    await scene.close();
    await begin({ birthday: null });
    await put();
    const alone = await gold();
    await born("1990-07-01");
    at("2026-07-01");
    expect(await birthdays()).toBe(1);
    expect(await scene.points(alone)).toBe(300);
  });

  test("pages through more than one page, and two clocks at once give once", async () => {
    for (let i = 0; i < 3; i++) await born("1990-07-01");
    const desk = scene.clockDesk();
    const [first] = await scene.db.execute("select id from member limit 1");
    expect(first).toBeDefined();
    expect(desk.now).toBe(scene.clock.now);
    at("2026-07-01");
    const both = await Promise.all([birthdays(), birthdays()]);
    expect(both[0]! + both[1]!).toBeGreaterThanOrEqual(3);
    const booked = await scene.db.execute("select id from journal where cause_kind = 'birthday'");
    expect(booked).toHaveLength(3);
  });
});

describe("who celebrates soon", () => {
  const ahead = (as: Caller, days?: number) =>
    scene.ask(listBirthdays, { query: { brandId, ...(days ? { days } : {}) } }, as);

  test("by day, solar and lunar, names masked, only active members of the brand", async () => {
    at("2026-09-24");
    const marketing = await scene.staff("hq-marketing", { store: null });
    const solar = await born("1990-09-26");
    const lunar = await born("0000-08-15", "lunar");
    await born("1990-09-26", "solar", "frozen");
    await born("1990-10-01");
    const { days } = await ahead(marketing);
    expect(days).toHaveLength(7);
    expect(days[0]).toEqual({ on: "2026-09-24", members: [], total: 0 });
    const birthday = { on: "0000-08-15", calendar: "lunar" };
    expect(days[1]).toEqual({
      on: "2026-09-25",
      members: [{ memberId: lunar.memberId, nameMasked: "陈**", birthday }],
      total: 1,
    });
    expect(days[2]!.members.map((m) => m.memberId)).toEqual([solar.memberId]);
    expect((await ahead(marketing, 1)).days).toHaveLength(1);
    const stranger = await scene.staff("hq-marketing", { brand: otherBrandId, store: null });
    expect(await refusalOf(ahead(stranger))).toBe("not-found");
    expect(await refusalOf(ahead(scene.till))).toBe("not-allowed");
  });
});

describe("festivals", () => {
  test("to everybody on the day, once, also to who joins later that day", async () => {
    const before = await scene.join();
    at("2026-09-24");
    expect(await festivals()).toBe(0);
    at("2026-09-25");
    expect(await festivals()).toBe(1);
    expect(await festivals()).toBe(0);
    scene.clock.now += 5 * hour;
    const late = await scene.join();
    expect(await festivals()).toBe(1);
    expect(await scene.points(before.memberId)).toBe(20);
    expect(await scene.points(late.memberId)).toBe(20);
    const [journal] = await scene.db.execute(
      "select explanation from journal where cause_kind = 'festival' limit 1",
    );
    expect(JSON.parse(String(journal!.explanation)))
      .toMatchObject({ title: "中秋节礼", titleEn: "Mid-Autumn Festival gift" });
    at("2026-09-26");
    expect(await festivals()).toBe(0);
  });
});

test("a recharge will earn by full steps, once", async () => {
  await scene.close();
  await begin({ recharge: { fenPerPoint: 10_000, pointsPerStep: 10 } });
  const { memberId } = await scene.join();
  const desk = scene.clockDesk();
  const holdings = await readHoldings(desk, memberId);
  const [rules] = await desk.db.read(rulesAt, [brandId, desk.now]);
  const small = { rechargeId: "rch_1", principalFen: 9_999 };
  expect(rechargeGrant(desk, holdings, rules!, small)).toBeNull();
  const posted = rechargeGrant(desk, holdings, rules!, { ...small, principalFen: 25_000 })!;
  await desk.db.write(posted.writes, posted.touches);
  expect(await scene.points(memberId)).toBe(20);
});
