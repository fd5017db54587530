import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openDesk } from "../desk.ts";
import { recordSale } from "../sales/record-sale.ts";
import type { TestChain } from "../test-chain.ts";
import { newKey, openTestHouse, type TestHouse } from "../test-house.ts";
import { openDb } from "../db/open.ts";
import { openEventStream } from "./event-stream.ts";
import { addMember, chainOf, deskOf, type SignedIn, signIn } from "./test-members.ts";
import { createWatchers, type Watchers, watchLimits } from "./watchers.ts";

type Told = { event: string; data: Record<string, unknown>; at: number };

let house: TestHouse;
let chain: TestChain;
let member: SignedIn;
let watchers: Watchers;
const never = 3_600_000;

beforeEach(async () => {
  house = await openTestHouse();
  chain = await chainOf(house);
  member = await addMember(house);
});
afterEach(async () => {
  watchers.close();
  await house.close();
});

/** Opens a stream and reads it as a browser would. */
const watch = async (who: SignedIn = member) => {
  const stream = openEventStream();
  await watchers.add(deskOf(house, who), stream);
  const told: Told[] = [];
  let over = false;
  const reader = stream.response.body!.getReader();
  const text = new TextDecoder();
  let rest = "";
  const reading = (async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const parts = (rest + text.decode(value, { stream: true })).split("\n\n");
      rest = parts.pop()!;
      for (const part of parts) {
        const event = /^event: (.*)$/m.exec(part)?.[1];
        const data = /^data: (.*)$/m.exec(part)?.[1];
        if (event) told.push({ event, data: JSON.parse(data!), at: performance.now() });
      }
    }
    over = true;
  })();
  return { told, reader, reading, isOver: () => over };
};

const sell = (fen: number) =>
  recordSale(chain.desk(), newKey(), {
    orderNo: newKey(),
    member: { card: member.card },
    lines: [{ name: "散装鸡蛋", quantityMilli: 1000, amountFen: fen }],
    totalFen: fen,
  });

const until = async (true_: () => boolean, ms = 3_000): Promise<void> => {
  const end = performance.now() + ms;
  while (!true_()) {
    if (performance.now() > end) throw new Error("did not happen in time");
    await new Promise((done) => setTimeout(done, 2));
  }
};
const points = (told: Told[]) =>
  told.filter((t) => t.event === "points").map((t) => t.data.spendable);

describe("a watched account", () => {
  test("is told what is true now, then what changes, at once", async () => {
    watchers = createWatchers({ ...watchLimits, pollMs: never });
    const { told } = await watch();
    await until(() => told.length === 2);
    expect(told).toMatchObject([{ event: "points", data: { spendable: 0 } }, { event: "claims" }]);
    await sell(8_800);
    house.house.nudge(member.memberId);
    await until(() => told.length === 3);
    expect(told[2]).toMatchObject({ event: "points", data: { spendable: 88, debt: 0 } });
  });

  test("hears of what another process booked, without a nudge", async () => {
    watchers = createWatchers({ ...watchLimits, pollMs: 50 });
    const { told } = await watch();
    const other = await openDb({ url: house.house.settings.database.url });
    await recordSale(openDesk({ ...house.house, db: other }, chain.actor()), newKey(), {
      orderNo: "B1",
      member: { card: member.card },
      lines: [{ name: "五常大米 5kg", quantityMilli: 1000, amountFen: 6990 }],
      totalFen: 6990,
    });
    other.close();
    await until(() => points(told).at(-1) === 69);
    expect(points(told)).toEqual([0, 69]);
  });

  test("is told once for many nudges, and the last is the truth", async () => {
    watchers = createWatchers({ ...watchLimits, pollMs: never });
    const { told } = await watch();
    await Promise.all(Array.from({ length: 20 }, async () => {
      await sell(100);
      house.house.nudge(member.memberId);
    }));
    await until(() => points(told).at(-1) === 20);
    expect(points(told).length).toBeLessThanOrEqual(21);
    expect(points(told)).toEqual([...points(told)].sort((a, b) => Number(a) - Number(b)));
  });

  test("another member hears nothing", async () => {
    watchers = createWatchers({ ...watchLimits, pollMs: never });
    const other = await addMember(house, "李建国");
    const mine = await watch();
    const theirs = await watch(other);
    await sell(100);
    house.house.nudge(member.memberId);
    await until(() => points(mine.told).at(-1) === 1);
    expect(points(theirs.told)).toEqual([0]);
  });
});

describe("a stream ends", () => {
  test.each([
    ["the session is ended", "delete from session"],
    ["the session runs out", "update session set expires_at = 1"],
    ["the phone is signed out", "update member_device set state = 'revoked'"],
  ])("when %s", async (_, sql) => {
    watchers = createWatchers({ ...watchLimits, pollMs: 30 });
    const { isOver, reading } = await watch();
    await house.house.db.execute(sql);
    await until(isOver);
    await reading;
    expect(watchers.count()).toBe(0);
  });

  test("when the phone goes away, and then nothing runs any more", async () => {
    watchers = createWatchers({ ...watchLimits, pollMs: 20, heartbeatMs: 20 });
    const { reader } = await watch();
    expect(watchers.count()).toBe(1);
    await reader.cancel();
    expect(watchers.count()).toBe(0);
  });

  test("when the house closes", async () => {
    watchers = createWatchers();
    const { isOver } = await watch();
    house.house.nudge.end();
    await until(isOver);
    expect(watchers.count()).toBe(0);
  });

  test("when nobody reads what is sent", async () => {
    watchers = createWatchers({ ...watchLimits, pollMs: never, heartbeatMs: 1 });
    await watchers.add(deskOf(house, member), openEventStream());
    await until(() => watchers.count() === 0);
  });

  test("when the member opens too many: the oldest makes room", async () => {
    watchers = createWatchers({ ...watchLimits, perMemberMax: 2 });
    const first = await watch();
    const second = await watch(await signIn(house, member));
    const third = await watch();
    await until(first.isOver);
    expect([second.isOver(), third.isOver(), watchers.count()]).toEqual([false, false, 2]);
  });
});

test("a full process refuses and says when to come back", async () => {
  watchers = createWatchers({ ...watchLimits, watchersMax: 1 });
  await watch();
  const other = await addMember(house, "李建国");
  await expect(watchers.add(deskOf(house, other), openEventStream())).rejects.toMatchObject({
    code: "too-busy",
    fields: { retryAfterSeconds: 15 },
  });
});

test("a session that is over cannot start to watch", async () => {
  watchers = createWatchers();
  await house.house.db.execute("delete from session");
  await expect(watchers.add(deskOf(house, member), openEventStream())).rejects.toMatchObject({
    code: "signed-out",
  });
});
