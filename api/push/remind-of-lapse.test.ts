import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openDesk, programme } from "../desk.ts";
import { recordSale } from "../sales/record-sale.ts";
import { newKey, openTestHouse, type TestHouse } from "../test-house.ts";
import { remindOfLapse } from "./remind-of-lapse.ts";
import { addMember, chainOf, type SignedIn, subscribe } from "./test-members.ts";
import { makePhone } from "./test-push-service.ts";

let house: TestHouse;
beforeEach(async () => {
  house = await openTestHouse();
});
afterEach(() => house.close());

const day = 86_400_000;
const rows = (sql: string) => house.house.db.execute(sql);

describe("reminders of points that lapse", () => {
  let member: SignedIn;
  const desk = () => openDesk(house.house, programme);
  beforeEach(async () => {
    member = await addMember(house);
    const chain = await chainOf(house);
    await recordSale(chain.desk(), newKey(), {
      orderNo: "S1",
      member: { card: member.card },
      lines: [{ name: "散装鸡蛋", quantityMilli: 1000, amountFen: 8_800 }],
      totalFen: 8_800,
    });
    await subscribe(house, member, makePhone(), "https://web.push.apple.com/x");
  });

  test("come once a week, within two weeks of the day", async () => {
    const [lot] = await rows("select lapses_at from lot");
    const lapsesAt = Number(lot!.lapses_at);
    house.clock.now = lapsesAt - 15 * day;
    expect(await remindOfLapse(desk())).toBe(0);
    for (; house.clock.now < lapsesAt; house.clock.now += day) await remindOfLapse(desk());
    const messages = await rows("select kind, fields, topic, expires_at from message");
    expect(messages.length).toBeGreaterThanOrEqual(2);
    expect(messages.length).toBeLessThanOrEqual(3);
    expect(messages[0]).toEqual({
      kind: "lapse-soon",
      fields: JSON.stringify({ points: 88, lapsesAt, lapsesLastAt: lapsesAt }),
      topic: "lapse",
      expires_at: lapsesAt,
    });
  });

  test("do not go to who does not want them", async () => {
    const [lot] = await rows("select lapses_at from lot");
    house.clock.now = Number(lot!.lapses_at) - 5 * day;
    await rows(`insert into notice_choice values ('${member.memberId}', 'lapse', 0)`);
    await remindOfLapse(desk());
    expect(await rows("select * from message")).toEqual([]);
  });
});
