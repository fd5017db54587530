/** Races for points and things, with exact counts, over real HTTP: the right number wins, the others
 *  hear why, and the books agree to the point. On one process with a file, and on two processes over
 *  one libSQL server. Races against a right that is taken away: races-of-rights.test.ts. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lapseLots } from "../../api/points/lapse-lots.ts";
import { verifyLedger } from "../../api/points/verify.ts";
import { openDesk, programme } from "../../api/desk.ts";
import { call } from "../../shared/call.ts";
import { openScan } from "../../shared/cards/endpoints.ts";
import { claimGift, handOverClaim } from "../../shared/gifts/endpoints.ts";
import { recordSale, returnSale } from "../../shared/sales/endpoints.ts";
import { newKey, outcomeOf, tally, times } from "../callers.ts";
import { hasLibsqlServer } from "../libsql-server.ts";
import { type Course, openCourse, type Racer, type Shape, type Till } from "./race-course.ts";
import { soak, tried } from "./tried.ts";

const shapes: Shape[] = ["one process on a file"];
if (hasLibsqlServer()) shapes.push("two processes over a libSQL server");

const sizes = (shape: Shape) => ({
  till: 20,
  client: soak || shape === "one process on a file" ? 200 : 60,
  round: soak ? 200 : 16,
  lapsing: soak ? 400 : 60,
});

describe.each(shapes)("%s", (shape) => {
  const size = sizes(shape);
  let course: Course;
  let tills: Till[];
  beforeAll(async () => {
    course = await openCourse(shape, size.till);
    ({ tills } = course);
  }, 120_000);
  afterAll(() => course?.close());

  /** n at once, dealt out over the tills. */
  const race = async (n: number, work: (till: Till, i: number) => Promise<unknown>) =>
    tally(await times(n, (i) => outcomeOf(() => work(tills[i % tills.length]!, i))));
  const balance = (who: Racer, account = "points"): Promise<number> =>
    course.count("select balance from account where id = ?", `${who.loyaltyId}.${account}`);
  const left = (giftId: string): Promise<number> =>
    course.count("select remaining from gift_stock where gift_id = ?", giftId);
  const claims = (who: Racer): Promise<number> =>
    course.count("select count(*) from claim where account_id = ?", who.loyaltyId);
  const claimed = (till: Till, scanId: string, giftId: string, key = newKey()) =>
    call(till, claimGift, { key, body: { scanId, giftId } });
  const sold = (till: Till, scanId: string, orderNo = newKey(), key = newKey()) =>
    call(till, recordSale, {
      key,
      body: {
        orderNo,
        member: { scanId },
        lines: [{ name: "安吉白茶", quantityMilli: 1000, amountFen: 100_00 }],
        totalFen: 100_00,
      },
    });
  const says = (kind: string, times: string, happened: unknown) =>
    tried({ fault: `race: ${kind}, ${shape}`, times, happened: JSON.stringify(happened) });

  test("points: many clients for a balance that pays ten", async () => {
    const who = await course.member([{ points: 300 }, { points: 137 }, { points: 100 }]);
    const giftId = await course.gift(50, size.client);
    const scans = await times(tills.length, (i) => course.scan(who, tills[i]!));
    const keys = await times(size.client, async () => newKey());
    const outcomes = await race(
      size.client,
      (till, i) => claimed(till, scans[i % tills.length]!, giftId, keys[i]!),
    );
    expect(outcomes).toEqual({ ok: 10, "points-short": size.client - 10 });
    expect([await balance(who), await left(giftId), await claims(who)]).toEqual([
      37,
      size.client - 10,
      10,
    ]);
    says("points", `${size.client} clients`, outcomes);
  });

  test("last gift: a member each", async () => {
    const giftId = await course.gift(60, 1);
    const members = await course.members(size.client, () => [{ points: 60 }]);
    const scans = await times(
      size.client,
      (i) => course.scan(members[i]!, tills[i % tills.length]!),
    );
    const keys = scans.map(() => newKey());
    const outcomes = await race(
      size.client,
      (till, i) => claimed(till, scans[i]!, giftId, keys[i]!),
    );
    expect(outcomes).toEqual({ ok: 1, "gift-gone": size.client - 1 });
    const held = await Promise.all(members.map((who) => balance(who)));
    expect([await left(giftId), held.filter((n) => n === 0).length]).toEqual([0, 1]);
    expect(held.filter((n) => n === 60)).toHaveLength(size.client - 1);
    says("last gift", `${size.client} members`, outcomes);
  });

  test("claim: one is handed over by 50 tills; the same key hears the same answer", async () => {
    const who = await course.member([{ points: 500 }]);
    const giftId = await course.gift(100, 5);
    const scanId = await course.scan(who, tills[0]!);
    const { claim } = await claimed(tills[0]!, scanId, giftId);
    const params = { claim: claim.claimId };
    const keys = await times(50, async () => newKey());
    const outcomes = await race(
      50,
      (till, i) => call(till, handOverClaim, { key: keys[i]!, params, body: {} }),
    );
    expect(outcomes).toEqual({ ok: 1, "claim-used": 49 });
    const ends = "select count(*) from claim_end where claim_id = ?";
    expect([await course.count(ends, claim.claimId), await balance(who)]).toEqual([1, 400]);
    says("claim", "50 tills", outcomes);
  });

  test("code: one rotating code at 50 tills", async () => {
    const who = await course.member([{ points: 10 }]);
    const { code } = await course.phone(who, 0);
    const shown = await code();
    const outcomes = await race(50, (till) => call(till, openScan, { body: { code: shown } }));
    expect(outcomes).toEqual({ ok: 1, "card-code-used": 49 });
    const scans = "select count(*) from scan where account_id = ?";
    expect(await course.count(scans, who.loyaltyId)).toBe(1);
    says("code", "50 tills", outcomes);
  });

  test("return twice, and the same sale from many: 50 tills each", async () => {
    const who = await course.member([{ points: 7 }]);
    const scans = await times(50, (i) => course.scan(who, tills[i % 20]!));
    const keys = await times(50, async () => newKey());
    const orderNo = `R${newKey()}`;
    const sales = await race(50, (till, i) => sold(till, scans[i]!, orderNo, keys[i]!));
    expect(sales).toEqual({ ok: 1, "order-exists": 49 });
    expect(await balance(who)).toBe(107);
    const [sale] = await course.db.execute("select id from sale where order_no = ?", [orderNo]);
    const params = { sale: String(sale!.id) };
    const returns = await race(
      50,
      (till, i) => call(till, returnSale, { key: keys[i]!, params, body: {} }),
    );
    expect(returns).toEqual({ ok: 1, "sale-returned": 49 });
    expect([await balance(who), await balance(who, "points-debt")]).toEqual([7, 0]);

    const key = newKey();
    const scanId = await course.scan(who, tills[0]!);
    const answers: string[] = [];
    await times(50, () =>
      outcomeOf(async () => {
        answers.push(JSON.stringify(await sold(tills[0]!, scanId, `S${key}`, key)));
      }));
    expect([answers.length, new Set(answers).size, await balance(who)]).toEqual([50, 1, 107]);
    says("duplicate sale", "50 tills, then 50 times one key", sales);
    says("return twice", "50 tills", returns);
  });

  test("return against spend: the points are spent or taken back, or owed", async () => {
    const giftId = await course.gift(60, 10_000);
    const seen = { spent: 0, "points-short": 0 };
    // As many at once as are let in: who is sent away for the moment is no race.
    for (let done = 0; done < size.round; done += 20) {
      await times(Math.min(20, size.round - done), (i) => oneRound(done + i));
    }
    says("return against spend", `${size.round} rounds`, seen);

    async function oneRound(i: number): Promise<void> {
      const who = await course.member([]);
      const [first, second] = [tills[i % 20]!, tills[(i + 7) % 20]!];
      const { saleId } = await sold(first, await course.scan(who, first));
      const scanId = await course.scan(who, second);
      const spend = () => outcomeOf(() => claimed(second, scanId, giftId));
      const back = () =>
        outcomeOf(() =>
          call(first, returnSale, { key: newKey(), params: { sale: saleId }, body: {} })
        );
      // A claim takes a little longer than a return: in some rounds it starts a little earlier.
      const spending = spend();
      await new Promise((done) => setTimeout(done, (i % 4) * 8));
      const [returned, spent] = [await back(), await spending];
      expect(returned).toBe("ok");
      expect(["ok", "points-short"]).toContain(spent);
      const owed = spent === "ok" ? 60 : 0;
      expect([await balance(who), await balance(who, "points-debt")]).toEqual([0, owed]);
      expect(await claims(who)).toBe(owed / 60);
      seen[spent === "ok" ? "spent" : "points-short"]++;
    }
  });

  test("lapse against spend: each lot lapses or is spent, never both, never late", async () => {
    const giftId = await course.gift(80, 10_000);
    const from = Date.now() + 1_500;
    const lapsesAt = (i: number) => from + i * 20;
    const members = await course.members(size.lapsing, (i) => [{
      points: 80,
      lapsesAt: lapsesAt(i),
    }]);
    const scans = await times(size.lapsing, (i) => course.scan(members[i]!, tills[i % 20]!));
    let over = false;
    const sweeping = (async () => {
      let swept = 0;
      while (!over) swept += await lapseLots(openDesk(course.house, programme));
      return swept;
    })();
    const outcomes = await times(size.lapsing, async (i) => {
      // Around the very moment, a few milliseconds early or late.
      const wait = lapsesAt(i) + (i % 9) * 20 - 130 - Date.now();
      await new Promise((done) => setTimeout(done, wait));
      return outcomeOf(() => claimed(tills[i % 20]!, scans[i]!, giftId));
    });
    while (Date.now() <= lapsesAt(size.lapsing)) await new Promise((done) => setTimeout(done, 5));
    over = true;
    const swept = await sweeping + await lapseLots(openDesk(course.house, programme));
    const seen = tally(outcomes);
    expect((seen.ok ?? 0) + (seen["points-short"] ?? 0)).toBe(size.lapsing);
    expect(swept).toBe(seen["points-short"] ?? 0);
    expect(await Promise.all(members.map((who) => balance(who)))).toEqual(members.map(() => 0));
    expect(await claims(members[0]!) + await left(giftId)).toBe(
      10_000 - (seen.ok ?? 0) + (outcomes[0] === "ok" ? 1 : 0),
    );
    expect(await left(giftId)).toBe(10_000 - (seen.ok ?? 0));
    const late = await course.count(
      `select count(*) from entry e join journal j on j.id = e.journal_id
       join lot_use u on u.account_id = e.account_id and u.seq = e.seq
       join lot t on t.id = u.lot_id
       where j.kind = 'redemption' and t.lapses_at <= j.recorded_at`,
    );
    expect(late).toBe(0);
    says("lapse against spend", `${size.lapsing} lots`, seen);
  });

  test("after all races the books are in order", async () => {
    expect((await verifyLedger(course.db, Date.now())).findings).toEqual([]);
  });
});
