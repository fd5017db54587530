import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openDb } from "./db/open.ts";
import { type House, openDesk, programme } from "./desk.ts";
import { queueMessage } from "./push/queue-message.ts";
import { addMember, chainOf, subscribe } from "./push/test-members.ts";
import { makePhone, openReceiver } from "./push/test-push-service.ts";
import { recordSale } from "./sales/record-sale.ts";
import { newKey, openTestHouse, type TestHouse } from "./test-house.ts";
import { jobs, startTimetable } from "./timetable.ts";
import { enterJobs, type Job, leaseDueJobs, leaseMs, runLeasedJob } from "./timetable/run-jobs.ts";

let house: TestHouse;
beforeEach(async () => {
  house = await openTestHouse();
});
afterEach(() => house.close());

const minute = 60_000;
const day = 86_400_000;
const rows = (sql: string) => house.house.db.execute(sql);

/** One look at the timetable, as each process takes each second. */
const runDue = async (of: House, some: readonly Job[]): Promise<string[]> => {
  const leased = await leaseDueJobs(of, some);
  await Promise.all(leased.map((l) => runLeasedJob(of, l)));
  return leased.map((l) => l.job.name);
};
const counting = (everyMs: number, run: () => Promise<unknown> = () => Promise.resolve(3)) => {
  const job = { name: "count", pace: { everyMs }, runs: 0, run: () => (job.runs++, run()) };
  return job;
};

describe("a job", () => {
  test("runs when it is due, and says how it went", async () => {
    const job = counting(10 * minute);
    await enterJobs(house.house, [job]);
    expect(await runDue(house.house, [job])).toEqual(["count"]);
    expect(await runDue(house.house, [job])).toEqual([]);
    house.clock.now += 10 * minute;
    expect(await runDue(house.house, [job])).toEqual(["count"]);
    expect(job.runs).toBe(2);
    expect(await rows("select * from job")).toEqual([{
      name: "count",
      leased_by: null,
      leased_until: 0,
      last_run_at: house.clock.now,
      last_outcome: "3",
      next_run_at: house.clock.now + 10 * minute,
    }]);
  });

  test("is run by one process at a time", async () => {
    const others = await Promise.all(
      Array.from({ length: 3 }, () => openDb({ url: house.house.settings.database.url })),
    );
    const processes = [house.house, ...others.map((db) => ({ ...house.house, db }))];
    const job = counting(minute, () => new Promise((done) => setTimeout(done, 20)));
    await enterJobs(house.house, [job]);
    for (let round = 1; round <= 5; round++) {
      const ran = await Promise.all(processes.map((p) => runDue(p, [job])));
      expect(ran.flat()).toEqual(["count"]);
      expect(job.runs).toBe(round);
      house.clock.now += minute;
    }
    for (const db of others) db.close();
  });

  test("whose process died is run again after its lease, not before", async () => {
    const job = counting(minute);
    await enterJobs(house.house, [job]);
    expect(await leaseDueJobs(house.house, [job])).toHaveLength(1);
    house.clock.now += leaseMs - 1;
    expect(await runDue(house.house, [job])).toEqual([]);
    house.clock.now += 1;
    expect(await runDue(house.house, [job])).toEqual(["count"]);
  });

  test("that lost its lease does not undo what its successor noted", async () => {
    const job = counting(minute);
    await enterJobs(house.house, [job]);
    const [slow] = await leaseDueJobs(house.house, [job]);
    house.clock.now += leaseMs;
    await runDue(house.house, [job]);
    const noted = await rows("select * from job");
    house.clock.now += 1;
    await runLeasedJob(house.house, slow!);
    expect(await rows("select * from job")).toEqual(noted);
  });

  test("that fails is repeated within a minute", async () => {
    let broken = true;
    const job = counting(day, () => broken ? Promise.reject(new Error("x")) : Promise.resolve());
    await enterJobs(house.house, [job]);
    await runDue(house.house, [job]);
    expect(await rows("select last_outcome, leased_until from job")).toEqual([
      { last_outcome: "failed: x", leased_until: 0 },
    ]);
    broken = false;
    house.clock.now += minute;
    expect(await runDue(house.house, [job])).toEqual(["count"]);
  });
});

describe("the whole timetable", () => {
  test("runs every job on a house with sales, twice alike", async () => {
    const chain = await chainOf(house);
    const member = await addMember(house);
    await recordSale(chain.desk(), newKey(), {
      orderNo: "S1",
      member: { card: member.card },
      lines: [{ name: "散装鸡蛋", quantityMilli: 1000, amountFen: 8_800 }],
      totalFen: 8_800,
    });
    await enterJobs(house.house, jobs);
    house.clock.now += 400 * day;
    const names = jobs.map((job) => job.name).toSorted();
    expect((await runDue(house.house, jobs)).toSorted()).toEqual(names);
    const failed = "select name, last_outcome from job where last_outcome like 'failed%'";
    expect(await rows(failed)).toEqual([]);
    expect(await rows("select sum(remaining) as left from lot")).toEqual([{ left: 0 }]);
    expect((await rows("select * from seal")).length).toBeGreaterThan(0);
    const entries = await rows("select count(*) as n from entry");
    await rows("update job set next_run_at = 0");
    await runDue(house.house, jobs);
    expect(await rows("select count(*) as n from entry")).toEqual(entries);
    expect(await rows(failed)).toEqual([]);
  });

  test("starts, makes the VAPID keys, sends what waits, and stops", async () => {
    const ran: string[] = [];
    const job: Job = {
      name: "hello",
      pace: { everyMs: minute },
      run: () => Promise.resolve(ran.push("hello")),
    };
    const stop = startTimetable(house.house, [job]);
    const end = Date.now() + 3_000;
    while (ran.length === 0 && Date.now() < end) await new Promise((done) => setTimeout(done, 10));
    await stop();
    expect(ran).toEqual(["hello"]);
    expect(await rows("select name from keepsake")).toEqual([{ name: "vapid" }]);
    expect(JSON.stringify(await rows("select value from keepsake"))).toMatch(/"sealed\\":\\"k1\./);
  });

  test("a nudge sends the push before the next second", async () => {
    const service = await openReceiver();
    house.house.settings.pushHosts = [service.origin];
    const member = await addMember(house);
    await subscribe(house, member, makePhone(), `${service.origin}/p`);
    const stop = startTimetable(house.house, []);
    await new Promise((done) => setTimeout(done, 200));
    const from = performance.now();
    const desk = openDesk(house.house, programme);
    await house.house.db.write([queueMessage(desk, {
      channel: "push",
      kind: "device-added",
      memberId: member.memberId,
      fields: { label: "小米 15", at: desk.now },
      language: "zh-CN",
      expiresAt: desk.now + minute,
    })]);
    house.house.nudge(member.memberId);
    while (service.received.length === 0 && performance.now() - from < 3_000) {
      await new Promise((done) => setTimeout(done, 5));
    }
    expect(performance.now() - from).toBeLessThan(700);
    await stop();
    await service.close();
  });

  test("stopped while it looks for jobs, it leaves none behind as its own", async () => {
    for (let turns = 0; turns < 12; turns++) {
      const job = counting(minute);
      const stop = startTimetable(house.house, [job]);
      for (let i = 0; i < turns; i++) await new Promise((done) => setImmediate(done));
      await stop();
      expect(await rows("select name from job where leased_by is not null")).toEqual([]);
      house.clock.now += minute;
    }
  });

  test("a process that forwards its writes keeps no clock", async () => {
    house.house.settings.writerUrl = "https://writer.example";
    await startTimetable(house.house, [counting(minute)])();
    expect(await rows("select * from job")).toEqual([]);
  });
});
