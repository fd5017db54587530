/** Points that are good for longer than they were born to be: asked, approved, carried out once. */
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  decideApproval,
  evaluatePlan,
  extendVersion,
  listExtensions,
  showMember,
} from "../../shared/console/endpoints.ts";
import { type Office, openOffice, personOf, place } from "../console/test-office.ts";
import { openDesk, programme } from "../desk.ts";
import { readHoldings } from "../points/holdings.ts";
import { lapseLots } from "../points/lapse-lots.ts";
import { lotsOfSale } from "../points/queries.ts";
import { startPosting } from "../points/posting.ts";
import { verifyLedger } from "../points/verify.ts";
import { type Caller, newKey } from "../test-house.ts";
import { extendLots } from "./extend-lots.ts";

let office: Office;
let marketing: Caller;
let admin: Caller;
beforeEach(async () => {
  office = await openOffice();
  marketing = await office.as(personOf("hq-marketing"));
  admin = await office.as(personOf("hq-admin"));
});
afterEach(() => office.close());

const brandId = place.grocer;
const dayMs = 86_400_000;
const desk = () => openDesk(office.house, programme);
const ask = (days = 30, as = marketing) =>
  office.ask(extendVersion, {
    params: { rules: "rul_grocer" },
    body: { days, reason: "系统停机补偿" },
    key: newKey(),
  }, as);
const approve = (approval: string, as: Caller) =>
  office.ask(decideApproval, {
    params: { approval },
    body: { decision: "approve", reason: "同意" },
    key: newKey(),
  }, as);
/** A member with points of two stores that lapse in ten days, and some that never do. */
const memberWithPoints = async () => {
  const made = await office.member({ phone: "13812348000", points: 500 });
  for (const storeId of [place.riverside, place.station]) {
    const own = desk();
    const posting = startPosting(own, await readHoldings(own, made.accountId), {
      kind: "accrual",
      cause: { kind: "test", id: own.id("journal") },
      storeId,
      occurredAt: own.now,
      explanation: { reasons: [] },
    });
    posting.issue(120, {
      contra: `issued@${storeId}`,
      availableAt: own.now,
      lapsesAt: own.now + 10 * dayMs,
      rulesId: "rul_grocer",
    });
    await own.db.write(posting.writes());
  }
  return made;
};
const lots = async () =>
  (await office.house.db.execute(
    "select issued_store_id as store, lapses_at, remaining, rules_id from lot where remaining > 0 order by lapses_at, issued_store_id",
  )).map((row) => ({ ...row }));

test("what is open moves into lots that lapse later, store and version unchanged, once", async () => {
  const { memberId } = await memberWithPoints();
  const until = office.clock.now + 10 * dayMs;
  const { approvalId } = await ask();
  await expect(approve(approvalId, marketing)).rejects.toMatchObject({ code: "approval-own" });
  expect(await extendLots(desk())).toBe(0);
  await approve(approvalId, admin);
  expect(await extendLots(desk())).toBe(1);
  expect(await extendLots(desk())).toBe(0);
  const rules_id = "rul_grocer";
  expect(await lots()).toEqual([
    { store: place.riverside, lapses_at: null, remaining: 500, rules_id },
    { store: place.riverside, lapses_at: until + 30 * dayMs, remaining: 120, rules_id },
    { store: place.station, lapses_at: until + 30 * dayMs, remaining: 120, rules_id },
  ]);
  const { extensions } = await office.ask(listExtensions, { query: { brandId } }, marketing);
  expect(extensions).toMatchObject([{
    version: 1,
    days: 30,
    accounts: 1,
    points: 240,
    askedBy: "职员hq-marketing",
    approvedBy: "职员hq-admin",
    doneAt: office.clock.now,
  }]);
  office.clock.now = until + 1;
  await lapseLots(desk());
  marketing = await office.as(personOf("hq-marketing"));
  const page = await office.ask(showMember, { params: { member: memberId } }, marketing);
  expect(page.points.spendable).toBe(740);
  expect((await verifyLedger(office.house.db, office.clock.now)).findings).toEqual([]);
});

test("a return still knows them as the sale's own", async () => {
  const { memberId, accountId } = await memberWithPoints();
  const { db } = office.house;
  await db.execute(
    `insert into sale (id, brand_id, store_id, order_no, member_id, account_id, total_fen,
       occurred_at, recorded_at, journal_id)
     select 'sal_extended', ?, ?, 'A1', ?, ?, 100, 0, 0, journal_id from lot
     where lapses_at is not null limit 1`,
    [brandId, place.riverside, memberId, accountId],
  );
  for (let round = 0; round < 2; round++) {
    await approve((await ask()).approvalId, admin);
    await extendLots(desk());
  }
  const own = await db.read(lotsOfSale, ["sal_extended"]);
  expect(own.map((lot) => lot.remaining).sort()).toEqual([0, 0, 120]);
});

test("points that come later are not extended", async () => {
  await memberWithPoints();
  const { approvalId } = await ask();
  await approve(approvalId, admin);
  office.clock.now += 60_000;
  await memberWithPointsLater();
  await extendLots(desk());
  expect((await lots()).map((lot) => lot.remaining)).toEqual([500, 77, 120, 120]);
});

const memberWithPointsLater = async () => {
  const own = desk();
  const [account] = await own.db.execute("select id from loyalty_account");
  const posting = startPosting(own, await readHoldings(own, String(account!.id)), {
    kind: "accrual",
    cause: { kind: "test", id: "later" },
    storeId: place.riverside,
    occurredAt: own.now,
    explanation: { reasons: [] },
  });
  posting.issue(77, {
    contra: `issued@${place.riverside}`,
    availableAt: own.now,
    lapsesAt: own.now + 3 * dayMs,
    rulesId: "rul_grocer",
  });
  await own.db.write(posting.writes());
};

test("is refused where nothing would be good for longer, and to who may not publish", async () => {
  await expect(ask()).rejects.toMatchObject({ code: "nothing-to-extend" });
  await memberWithPoints();
  const finance = await office.as(personOf("hq-finance"));
  await expect(ask(30, finance)).rejects.toMatchObject({ code: "not-allowed" });
  await expect(ask(0)).rejects.toMatchObject({ code: "input-invalid" });
});

test("the plan's figures: issued, lapsed and open of the version, moved lots counted once", async () => {
  await memberWithPoints();
  const { approvalId } = await ask();
  await approve(approvalId, admin);
  await extendLots(desk());
  const told = await office.ask(evaluatePlan, { query: { brandId } }, marketing);
  expect(told.versions).toEqual([{
    rulesId: "rul_grocer",
    version: 1,
    effectiveFrom: expect.any(Number),
    issued: 740,
    redeemed: 0,
    lapsed: 0,
    takenBack: 0,
    moved: 0,
    open: 740,
    openFen: 740,
    costFen: 0,
    worth: { points: 100, fen: 100 },
  }]);
  expect(told.months).toEqual([
    { month: "2026-06", issued: 740, redeemed: 0, lapsed: 0, takenBack: 0 },
  ]);
  office.clock.now += 41 * dayMs;
  await lapseLots(desk());
  marketing = await office.as(personOf("hq-marketing"));
  const later = await office.ask(evaluatePlan, { query: { brandId } }, marketing);
  expect(later.versions[0]).toMatchObject({ issued: 740, lapsed: 240, open: 500 });
  expect(later.months).toMatchObject([{ month: "2026-06", issued: 740 }, {
    month: "2026-07",
    lapsed: 240,
  }]);
});
