/** The books of a server whose clock is set back, by minutes and by hours: no early and no late lapse,
 *  nothing booked twice, every day sealed, and what runs by the clock runs on. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { spend } from "../../shared/points/lot.ts";
import { settle } from "../../api/db/settle.ts";
import { openDesk, programme } from "../../api/desk.ts";
import { readHoldings } from "../../api/points/holdings.ts";
import { lapseLots } from "../../api/points/lapse-lots.ts";
import { startPosting } from "../../api/points/posting.ts";
import { sealDay, unsealedDays } from "../../api/points/seal-day.ts";
import { summaryOf } from "../../api/points/show-points.ts";
import { verifyLedger } from "../../api/points/verify.ts";
import { recordSale as record } from "../../api/sales/record-sale.ts";
import { returnSale } from "../../api/sales/return-sale.ts";
import { openTestChain, type TestChain, type TestMember } from "../../api/test-chain.ts";
import { newKey, openTestHouse } from "../../api/test-house.ts";
import { enterJobs, leaseDueJobs, runLeasedJob } from "../../api/timetable/run-jobs.ts";
import { seeded, soak, tried } from "./tried.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe("a clock that is set back, in the books", () => {
  let chain: TestChain;
  beforeEach(async () => {
    chain = await openTestChain(await openTestHouse(), { validity: { kind: "months", months: 1 } });
  });
  afterEach(() => chain.close());
  const sell = (who: TestMember, fen: number, key = newKey(), orderNo = newKey()) =>
    record(chain.desk(), key, {
      orderNo,
      member: { card: who.card },
      lines: [{ name: "时令水果", quantityMilli: 1000, amountFen: fen }],
      totalFen: fen,
    });
  const redeem = (who: TestMember, points: number) => {
    const desk = chain.desk();
    return settle(desk, newKey(), { points }, async () => {
      const holdings = await readHoldings(desk, who.loyaltyId);
      const drawn = spend(holdings.lots, points, desk.now);
      if ("refused" in drawn) throw new Error(drawn.refused);
      const cause = { kind: "claim", id: newKey() };
      const more = { storeId: "sto_a", occurredAt: desk.now, explanation: { reasons: [] } };
      const posting = startPosting(desk, holdings, { kind: "redemption", cause, ...more });
      posting.draw(drawn.uses, "redeemed@sto_a");
      return { answer: {}, writes: posting.writes(), touches: posting.touches };
    });
  };
  const sweep = () => lapseLots(openDesk(chain.house, programme, { now: chain.clock.now }));
  const findings = async () => (await verifyLedger(chain.house.db, chain.clock.now)).findings;

  test("lots lapse at their instant on the clock, not before and not after", async () => {
    const who = await chain.enrol();
    await sell(who, 100_00);
    const [lot] = await chain.house.db.execute("select lapses_at from lot");
    const lapsesAt = Number(lot!.lapses_at);
    const spendable = async () => (await summaryOf(chain.desk(), who.loyaltyId)).spendable;
    for (const now of [lapsesAt - 1, lapsesAt - hour, lapsesAt - 1]) {
      chain.clock.now = now;
      expect([await sweep(), await spendable()]).toEqual([0, 100]);
    }
    // Past it, nothing is spendable, swept or not; set back before the sweep, it is there again.
    chain.clock.now = lapsesAt;
    expect(await spendable()).toBe(0);
    chain.clock.now = lapsesAt - 5 * minute;
    expect(await spendable()).toBe(100);
    chain.clock.now = lapsesAt;
    expect([await sweep(), await sweep(), await spendable()]).toEqual([1, 0, 0]);
    chain.clock.now = lapsesAt - hour;
    expect([await sweep(), await spendable()]).toEqual([0, 0]);
    expect(await findings()).toEqual([]);
  });

  test("what runs by the clock runs on, and as often as it should", async () => {
    let runs = 0;
    const jobs = [
      { name: "each-minute", pace: { everyMs: minute }, run: () => Promise.resolve(runs++) },
      {
        name: "each-day",
        pace: { dailyAt: { hour: 10, minute: 5 } },
        run: () => Promise.resolve(runs += 100),
      },
    ];
    const tick = async () => {
      for (const leased of await leaseDueJobs(chain.house, jobs)) {
        await runLeasedJob(chain.house, leased);
      }
      return runs;
    };
    await enterJobs(chain.house, jobs);
    chain.clock.now += 5 * minute;
    expect(await tick()).toBe(101);
    chain.clock.now -= 9 * hour;
    // The first look pulls them back to the clock, the next runs what is due.
    expect([await tick(), await tick(), await tick()]).toEqual([101, 102, 102]);
    chain.clock.now += minute;
    expect(await tick()).toBe(103);
    chain.clock.now += 9 * hour - minute;
    expect(await tick()).toBe(204);
    // A lease whose holder has died ends within its minute, whatever the clock said then.
    await chain.house.db.execute("update job set leased_by = 'gone', leased_until = ?", [
      chain.clock.now + 3 * hour,
    ]);
    expect(await tick()).toBe(204);
    chain.clock.now += 61_000;
    expect(await tick()).toBe(205);
  });

  test("set back over midnight: what is booked in a sealed day is sealed with the next", async () => {
    const [early, late] = [await chain.enrol(), await chain.enrol()];
    await sell(early, 10_00);
    chain.clock.now += 15 * hour;
    for (const due of await unsealedDays(chain.desk())) await sealDay(chain.desk(), due);
    chain.clock.now -= 2 * hour;
    await sell(late, 20_00);
    chain.clock.now += 8 * hour;
    await sell(early, 30_00);
    chain.clock.now += day;
    expect(await unsealedDays(chain.desk())).toEqual(["2026-06-16"]);
    await sealDay(chain.desk(), "2026-06-16");
    const heads = await chain.house.db.execute(
      "select distinct account_id from seal_head where day = '2026-06-16' and account_id like '%.points' order by 1",
    );
    expect(heads.map((h) => h.account_id)).toEqual(
      [early, late].map((m) => `${m.loyaltyId}.points`).sort(),
    );
    expect(await findings()).toEqual([]);
  });

  const histories = soak ? 300 : 12;
  test(`${histories} random histories of sales, returns, claims, sweeps and seals`, async () => {
    const dice = seeded();
    const who = await times(3, () => chain.enrol());
    let booked = 0;
    let refused = 0;
    for (let i = 0; i < histories * 12; i++) {
      const member = dice.pick(who);
      const work = dice.pick([
        async () => {
          const [key, orderNo, fen] = [newKey(), newKey(), 1 + dice.below(300_00)];
          const first = await sell(member, fen, key, orderNo);
          chain.clock.now -= dice.below(2 * hour);
          // A key is known whatever the clock says.
          expect(await sell(member, fen, key, orderNo)).toEqual(first);
          if (dice.below(2)) await returnSale(chain.desk(), newKey(), first.saleId, {});
        },
        () => redeem(member, 1 + dice.below(60)),
        () => sweep(),
        async () => {
          for (const due of await unsealedDays(chain.desk())) await sealDay(chain.desk(), due);
        },
      ]);
      await work().then(() => booked++, (error) => {
        if (!/points-short/.test(String(error.message))) throw error;
        refused++;
      });
      chain.clock.now += dice.below(3) ? dice.below(3 * day) : -dice.below(5 * hour);
    }
    expect(await findings()).toEqual([]);
    tried({
      fault: "clock set back at random",
      times: `${histories * 12} steps`,
      happened: `${booked} booked, ${refused} refused for want of points, verify clean`,
    });
  });
});

const times = async <T>(n: number, work: () => Promise<T>): Promise<T[]> => {
  const made: T[] = [];
  for (let i = 0; i < n; i++) made.push(await work());
  return made;
};
