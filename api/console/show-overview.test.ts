import { afterEach, beforeEach, expect, test } from "vitest";
import { showOverview } from "../../shared/console/endpoints.ts";
import { addDays, dayOf } from "../../shared/business-day.ts";
import { nobody, openDesk } from "../desk.ts";
import type { Lot } from "../../shared/points/lot.ts";
import { readHoldings } from "../points/holdings.ts";
import { type Posting, startPosting } from "../points/posting.ts";
import { insertSale } from "../sales/queries.ts";
import type { Caller } from "../test-house.ts";
import { type Office, openOffice, personOf, place } from "./test-office.ts";

let office: Office;
beforeEach(async () => void (office = await openOffice()));
afterEach(() => office.close());

const hour = 3_600_000;
let orders = 0;
const sell = async (storeId: string, totalFen: number, at: number, brandId = place.grocer) => {
  await office.house.db.write([
    insertSale.row({
      id: `sal_${++orders}`,
      brand_id: brandId,
      store_id: storeId,
      order_no: `T${orders}`,
      member_id: null,
      account_id: null,
      scan_id: null,
      total_fen: totalFen,
      terminal_id: null,
      staff_id: null,
      api_key_id: null,
      occurred_at: at,
      recorded_at: at,
      journal_id: null,
      rules_id: null,
      tier_id: null,
      points: 0,
      ground: null,
      offset_points: 0,
      offset_fen: 0,
      offset_journal_id: null,
    }),
  ]);
};

/** Points issued at a store and partly redeemed, lapsing in ten days. */
const move = async (accountId: string, storeId: string, issued: number, redeemed: number) => {
  const desk = openDesk(office.house, nobody);
  const post = async (amount: number) => {
    const holdings = await readHoldings(desk, accountId);
    const posting = startPosting(desk, holdings, {
      kind: amount > 0 ? "accrual" : "redemption",
      cause: { kind: "test", id: desk.id("journal") },
      storeId,
      occurredAt: desk.now,
      explanation: {},
    });
    if (amount > 0) {
      posting.issue(amount, {
        contra: `issued@${storeId}`,
        availableAt: desk.now,
        lapsesAt: desk.now + 240 * hour,
        rulesId: null,
      });
    } else {
      posting.draw([{ lotId: holdings.lots[0]!.id, amount: -amount }], `redeemed@${storeId}`);
    }
    await desk.db.write(posting.writes());
  };
  await post(issued);
  await post(-redeemed);
};

/** Points given back, as a cancelled gift does, and points taken back, as returned goods do. */
const undo = async (accountId: string, storeId: string, back: number, taken: number) => {
  const desk = openDesk(office.house, nobody);
  const post = async (kind: "release" | "return", act: (posting: Posting, lot: Lot) => void) => {
    const holdings = await readHoldings(desk, accountId);
    const [at] = await office.house.db.execute(
      "select id from journal where kind = ? and store_id = ? order by id limit 1",
      [kind === "release" ? "redemption" : "accrual", storeId],
    );
    const posting = startPosting(desk, holdings, {
      kind,
      cause: { kind: "test", id: desk.id("journal") },
      storeId,
      occurredAt: desk.now,
      explanation: {},
      reverses: String(at!.id),
    });
    act(posting, holdings.lots[0]!);
    await desk.db.write(posting.writes());
  };
  await post(
    "release",
    (posting, { id: lotId, availableAt, lapsesAt }) =>
      posting.restore([{ lotId, amount: back, availableAt, lapsesAt }], `redeemed@${storeId}`),
  );
  await post(
    "return",
    (posting, { id: lotId }) => posting.draw([{ lotId, amount: taken }], `clawback@${storeId}`),
  );
};

test("what was given back is not spent, what was taken back was not issued, on its own day", async () => {
  const { accountId } = await office.member({});
  const today = dayOf(office.clock.now);
  await move(accountId, place.riverside, 100, 30);
  office.clock.now += 24 * hour;
  await undo(accountId, place.riverside, 20, 25);
  const seen = await overview(await office.as(personOf("hq-finance")));
  expect(dayIn(seen, today)).toMatchObject({ issued: 75, redeemed: 10 });
  expect(dayIn(seen, addDays(today, 1))).toMatchObject({ issued: 0, redeemed: 0 });
});

const overview = (as: Caller) => office.ask(showOverview, {}, as);
const dayIn = (o: Awaited<ReturnType<typeof overview>>, day: string) =>
  o.days.find((d) => d.day === day);

test("counts by the stores' own days, in the caller's scope", async () => {
  const { now } = office.clock;
  const today = dayOf(now);
  const midnight = now - 10 * hour;
  await sell(place.riverside, 10_000, now);
  await sell(place.riverside, 500, midnight);
  await sell(place.riverside, 700, midnight - 1);
  await sell(place.station, 30_000, now);
  await sell(place.bakery, 90_000, now, place.baker);
  await sell(place.riverside, 999, now - 31 * 24 * hour);
  const { accountId } = await office.member({});
  await office.member({ brandId: place.baker, joinedAt: now - 40 * 24 * hour });
  await move(accountId, place.riverside, 100, 30);
  await move(accountId, place.station, 50, 10);

  const mine = await overview(await office.as(personOf("store-manager")));
  expect(mine.days).toHaveLength(30);
  expect([mine.days[0]!.day, mine.days.at(-1)!.day]).toEqual([addDays(today, -29), today]);
  expect(dayIn(mine, today)).toMatchObject({
    salesFen: 10_500,
    sales: 2,
    issued: 100,
    redeemed: 30,
  });
  expect(dayIn(mine, addDays(today, -1))).toMatchObject({ salesFen: 700, sales: 1, issued: 0 });
  expect(mine.days.reduce((sum, d) => sum + d.sales, 0)).toBe(3);

  const brand = await overview(await office.as(personOf("hq-finance")));
  expect(dayIn(brand, today)).toMatchObject({
    salesFen: 40_500,
    issued: 150,
    redeemed: 40,
    newMembers: 1,
  });
  expect(brand).toMatchObject({ outstanding: 110, members: 1, openClaims: 0, lapsing30: 110 });

  const all = await overview(await office.as(personOf("hq-admin")));
  expect(dayIn(all, today)).toMatchObject({ salesFen: 130_500 });
  expect(all).toMatchObject({ outstanding: 110, members: 2 });
});

test("an empty chain shows thirty empty days", async () => {
  const o = await overview(await office.as(personOf("hq-admin")));
  expect(o.days).toHaveLength(30);
  expect(o).toMatchObject({ outstanding: 0, members: 0, openClaims: 0, lapsing30: 0 });
});
