/** Races of spending against a right that is taken away, over real HTTP: once it is answered that a
 *  member is frozen, a till's key, a phone or a session is at its end, nothing that starts is served,
 *  and the books say to the point what was served before. And a PIN guessed from everywhere at once. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { storeId } from "../../api/access/test-callers.ts";
import { verifyLedger } from "../../api/points/verify.ts";
import { call, type Transport } from "../../shared/call.ts";
import { allowSpending, openScan } from "../../shared/cards/endpoints.ts";
import { changeMemberState, revokeKey } from "../../shared/console/endpoints.ts";
import { claimGift, claimMyGift } from "../../shared/gifts/endpoints.ts";
import { revokeMyDevice, signOutMember } from "../../shared/members/endpoints.ts";
import { newKey, outcomeOf, tally, times } from "../callers.ts";
import { hasLibsqlServer } from "../libsql-server.ts";
import { type Course, openCourse, type Racer, type Shape, type Till } from "./race-course.ts";
import { soak, tried } from "./tried.ts";

const two: Shape = "two processes over a libSQL server";
const one: Shape = "one process on a file";
const shapes: Shape[] = soak ? [one, two] : [hasLibsqlServer() ? two : one];
const pin = "739164";

describe.each(shapes)("%s", (shape) => {
  let course: Course;
  let giftId: string;
  beforeAll(async () => {
    course = await openCourse(shape, 12);
    giftId = await course.gift(10, 100_000);
  }, 120_000);
  afterAll(() => course?.close());

  const claims = (who: Racer): Promise<number> =>
    course.count("select count(*) from claim where account_id = ?", who.loyaltyId);
  const balance = (who: Racer): Promise<number> =>
    course.count("select balance from account where id = ?", `${who.loyaltyId}.points`);
  const claimed = (till: Till, scanId: string) => () =>
    call(till, claimGift, { key: newKey(), body: { scanId, giftId } });
  const claimedAt = (phone: Transport, by = pin) => () =>
    call(phone, claimMyGift, { key: newKey(), body: { giftId, storeId, pin: by } });
  const says = (kind: string, times: string, happened: unknown) =>
    tried({ fault: `race: ${kind}, ${shape}`, times, happened: JSON.stringify(happened) });

  /** Everybody spends again and again until refused; meanwhile `takeAway`. What had started before
   *  the answer may still be served; what starts after it never is. */
  const spendUntil = async (
    spenders: (() => Promise<unknown>)[],
    takeAway: () => Promise<unknown>,
  ) => {
    let endedAt = Infinity;
    let served = 0;
    let servedLate = 0;
    const ends = times(spenders.length, async (i) => {
      for (;;) {
        const from = performance.now();
        const outcome = await outcomeOf(spenders[i]!);
        if (outcome !== "ok") return outcome;
        served++;
        if (from > endedAt) servedLate++;
      }
    });
    while (served < spenders.length) await new Promise((done) => setTimeout(done, 2));
    await takeAway();
    endedAt = performance.now();
    return { refusals: tally(await ends), served: () => served, servedLate };
  };

  test("freeze against spend: nothing is booked after the answer", async () => {
    const who = await course.member([{ points: 100_000 }]);
    const finance = await course.office("hq-finance", 1);
    const scans = await times(12, (i) => course.scan(who, course.tills[i]!));
    let booked = 0;
    const race = await spendUntil(
      scans.map((scanId, i) => claimed(course.tills[i]!, scanId)),
      async () => {
        const params = { member: who.memberId };
        const body = { state: "frozen", reason: "疑似盗用" } as const;
        await call(finance, changeMemberState, { params, body });
        booked = await claims(who);
      },
    );
    expect(race.refusals).toEqual({ "member-frozen": 12 });
    expect([await claims(who), race.served(), race.servedLate]).toEqual([booked, booked, 0]);
    expect(await balance(who)).toBe(100_000 - 10 * booked);
    says("freeze against spend", `12 tills, ${booked} served before`, race.refusals);
  });

  test("revoke against spend: a till's key", async () => {
    const who = await course.member([{ points: 100_000 }]);
    const admin = await course.office("hq-admin", 1);
    const till = await course.till(0);
    const scanId = await course.scan(who, till);
    const race = await spendUntil(
      times10(() => claimed(till, scanId)),
      () => call(admin, revokeKey, { params: { key: till.keyId } }),
    );
    expect(race.refusals).toEqual({ "signed-out": 10 });
    expect([race.servedLate, await claims(who)]).toEqual([0, race.served()]);
    expect(await balance(who)).toBe(100_000 - 10 * race.served());
    says("revoke key against spend", `10 at once, ${race.served()} before`, race.refusals);
  });

  test("revoke against spend: a phone, its card and its session", async () => {
    const who = await course.member([{ points: 100_000 }]);
    const lost = await course.phone(who, 0, pin);
    const kept = await course.phone(who, 1, pin);
    const race = await spendUntil(
      times10(() => claimedAt(lost.at(0))),
      () => call(kept.at(0), revokeMyDevice, { params: { device: lost.deviceId } }),
    );
    expect(race.refusals).toEqual({ "signed-out": 10 });
    expect([race.servedLate, await claims(who)]).toEqual([0, race.served()]);
    expect(await balance(who)).toBe(100_000 - 10 * race.served());
    const shown = await lost.code();
    const scans = await times(
      12,
      (i) => outcomeOf(() => call(course.tills[i]!, openScan, { body: { code: shown } })),
    );
    expect(scans.filter((outcome) => outcome === "ok")).toEqual([]);

    const leaving = await spendUntil(
      times10(() => claimedAt(kept.at(0))),
      () => call(kept.at(1), signOutMember, {}),
    );
    expect(leaving.refusals).toEqual({ "signed-out": 10 });
    expect(leaving.servedLate).toBe(0);
    expect(await balance(who)).toBe(100_000 - 10 * (race.served() + leaving.served()));
    says("revoke phone against spend", `10 at once, ${race.served()} before`, race.refusals);
  });

  test("PIN: 60 wrong ones at once are five tries, and then the right one is locked too", async () => {
    const who = await course.member([{ points: 1000 }]);
    const phone = await course.phone(who, 0, pin);
    const outcomes = tally(
      await times(60, (i) => outcomeOf(claimedAt(phone.at(i), "111222"))),
    );
    expect(outcomes).toEqual({ "pin-wrong": 4, "pin-locked": 56 });
    const tries = "select count from attempt where key = ?";
    expect(await course.count(tries, `pin/${who.memberId}`)).toBe(5);
    expect(await outcomeOf(claimedAt(phone.at(1)))).toBe("pin-locked");
    const till = course.tills[0]!;
    const scanId = await course.scan(who, till);
    expect(
      await outcomeOf(() => call(till, allowSpending, { params: { scan: scanId }, body: { pin } })),
    ).toBe("pin-locked");
    expect([await claims(who), await balance(who)]).toEqual([0, 1000]);
    says("PIN lockout", "60 wrong ones", outcomes);
  });

  test("PIN: 30 right ones at once lock nobody out", async () => {
    const who = await course.member([{ points: 200 }]);
    const phone = await course.phone(who, 0, pin);
    const outcomes = tally(await times(30, (i) => outcomeOf(claimedAt(phone.at(i)))));
    expect(outcomes).toEqual({ ok: 20, "points-short": 10 });
    expect(await balance(who)).toBe(0);
  });

  test("after all races the books are in order", async () => {
    expect((await verifyLedger(course.db, Date.now())).findings).toEqual([]);
  });
});

const times10 = <T>(make: () => T): T[] => Array.from({ length: 10 }, make);
