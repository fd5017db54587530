/** The edges of the calendar: month end, leap day, year end, and the hour that a machine's own zone
 *  skips or repeats. Stores are in Asia/Shanghai, which has kept one time since 1991; a server may
 *  stand anywhere. The clock is an argument; sale, summary, sweep, seal and paying are the real ones. */
import process from "node:process";
import { afterEach, describe, expect, test } from "vitest";
import { addDays, dayOf, endOfDay, startOfDay } from "../../shared/business-day.ts";
import type { EarningRules } from "../../shared/points/earning-rules.ts";
import { lapsesAt, type Validity } from "../../shared/points/validity.ts";
import { minuteOf } from "../../shared/points/when.ts";
import { formatsOf } from "../../shared/wording/format.ts";
import { openDesk, programme } from "../../api/desk.ts";
import { lapseLots } from "../../api/points/lapse-lots.ts";
import { sealDay, unsealedDays } from "../../api/points/seal-day.ts";
import { summaryOf } from "../../api/points/show-points.ts";
import { verifyLedger } from "../../api/points/verify.ts";
import { recordSale } from "../../api/sales/record-sale.ts";
import { openTestChain, type TestChain, type TestMember } from "../../api/test-chain.ts";
import { spendingScan } from "../../api/points/test-paying.ts";
import { newKey, openTestHouse } from "../../api/test-house.ts";
import { firstRunAt, nextRunAt } from "../../api/timetable/pace.ts";

/** An instant on the stores' clock. */
const at = (text: string): number => Date.parse(`${text}+08:00`);

let chain: TestChain | null = null;
const zone = process.env.TZ;
afterEach(async () => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  await chain?.close();
  chain = null;
});

const sell = (c: TestChain, member: TestMember, fen: number) =>
  recordSale(c.desk(), newKey(), {
    orderNo: newKey(),
    member: { card: member.card },
    lines: [{ name: "时令水果", quantityMilli: 1000, amountFen: fen }],
    totalFen: fen,
  });

describe("points lapse with the last day that they are good for", () => {
  const months = (n: number): Validity => ({ kind: "months", months: n });
  const yearEnd: Validity = { kind: "year-end", years: 0 };
  const quarterEnd: Validity = { kind: "quarter-end", quarters: 0 };
  test.each<[string, Validity, string]>([
    ["2026-01-31T23:59:59.999", months(1), "2026-02-28"],
    ["2028-01-31T00:00", months(1), "2028-02-29"],
    ["2028-02-29T12:00", months(12), "2029-02-28"],
    ["2027-12-31T23:59:59.999", months(2), "2028-02-29"],
    ["2027-12-31T23:59:59.999", yearEnd, "2027-12-31"],
    ["2028-01-01T00:00", yearEnd, "2028-12-31"],
    ["2028-02-29T23:59:59.999", quarterEnd, "2028-03-31"],
    ["2027-03-01T00:00", { kind: "fixed-day", month: 2, day: 29 }, "2028-02-29"],
    ["2028-02-29T23:59:59.999", { kind: "fixed-day", month: 2, day: 29 }, "2028-02-29"],
  ])("earned %s under %o: good through %s", async (earned, validity, last) => {
    const c = chain = await openTestChain(await openTestHouse(), { validity } as EarningRules);
    c.clock.now = at(earned);
    const member = await c.enrol();
    await sell(c, member, 100_00);
    const seen = async () => {
      const { spendable } = await summaryOf(c.desk(), member.loyaltyId);
      return [spendable, await lapseLots(openDesk(c.house, programme, { now: c.clock.now }))];
    };
    expect(await seen()).toEqual([100, 0]);
    c.clock.now = endOfDay(last) - 1;
    expect([dayOf(c.clock.now), ...await seen()]).toEqual([last, 100, 0]);
    c.clock.now++;
    expect(await seen()).toEqual([0, 1]);
    expect(await seen()).toEqual([0, 0]);
    c.clock.now += 86_400_000;
    for (const due of await unsealedDays(c.desk())) await sealDay(c.desk(), due);
    const sealed = await c.house.db.execute("select day from seal order by day");
    expect(sealed.map((row) => row.day)).toEqual([dayOf(at(earned)), addDays(last, 1)]);
    expect((await verifyLedger(c.house.db, c.clock.now)).findings).toEqual([]);
  });
});

test("paying on the leap day alone, from its first instant to its last", async () => {
  const offset = {
    points: 100,
    fen: 100,
    others: [],
    minSaleFen: 0,
    maxSharePercent: 100,
    maxPoints: null,
    maxPointsPerDay: null,
    stepPoints: 1,
    excludedCategoryIds: [],
    window: { from: "2028-02-29", to: "2028-02-29", hours: [{ from: 0, to: 1440 }] },
  };
  const rules = { offset, validity: { kind: "never" } } as unknown as EarningRules;
  const c = chain = await openTestChain(await openTestHouse(), rules);
  c.clock.now = at("2028-02-28T10:00");
  const member = await c.enrol();
  await sell(c, member, 1000_00);
  const pay = async (when: string) => {
    c.clock.now = at(when);
    const body = {
      orderNo: newKey(),
      member: await spendingScan(c, member),
      lines: [{ name: "安吉白茶", quantityMilli: 1000, amountFen: 100_00 }],
      totalFen: 100_00,
      offset: { points: 10 },
    };
    return await recordSale(c.desk(), newKey(), body).then(() => "paid", (p) => p.code);
  };
  expect(await pay("2028-02-28T23:59:59.999")).toBe("offset-closed");
  expect(await pay("2028-02-29T00:00")).toBe("paid");
  expect(await pay("2028-02-29T23:59:59.999")).toBe("paid");
  expect(await pay("2028-03-01T00:00")).toBe("offset-closed");
});

/** Zones whose clocks jump, and instants around a jump. */
const jumps = [
  ["America/New_York", "2026-03-08T07:00:00Z"],
  ["America/New_York", "2026-11-01T06:00:00Z"],
  ["Europe/London", "2026-03-29T01:00:00Z"],
  ["Europe/London", "2026-10-25T01:00:00Z"],
  ["Australia/Lord_Howe", "2026-04-04T15:00:00Z"],
  ["Pacific/Apia", "2011-12-30T10:00:00Z"],
] as const;

describe("daylight change where the server stands", () => {
  /** Everything that reckons with days and hours, each quarter of an hour of three days. */
  const reckoned = (around: number): unknown[] => {
    const zh = formatsOf("zh-CN");
    return Array.from({ length: 288 }, (_, i) => {
      const now = around + (i - 144) * 900_000;
      const day = dayOf(now);
      return [
        day,
        startOfDay(day),
        endOfDay(day),
        minuteOf(now),
        lapsesAt({ kind: "months", months: 1 }, now),
        nextRunAt({ dailyAt: { hour: 2, minute: 30 } }, now),
        firstRunAt({ dailyAt: { hour: 2, minute: 30 } }, now),
        zh.dateTime(now),
      ];
    });
  };
  test.each(jumps)("in %s at %s changes nothing for the stores", (there, instant) => {
    const around = Date.parse(instant);
    process.env.TZ = "Asia/Shanghai";
    const here = reckoned(around);
    process.env.TZ = there;
    const offsets = [-1, 1].map((side) => new Date(around + side * 86_400_000).getTimezoneOffset());
    expect(new Set(offsets).size, "the machine's own clock does jump").toBe(2);
    expect(reckoned(around)).toEqual(here);
  });

  test("in the stores' own zone there is none: every day has 24 hours", () => {
    process.env.TZ = "America/New_York";
    for (let day = "2026-01-01"; day < "2029-01-01"; day = addDays(day, 1)) {
      expect(endOfDay(day) - startOfDay(day)).toBe(86_400_000);
    }
  });
});
