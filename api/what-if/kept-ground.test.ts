/** A replay and what was kept with each sale when it was booked. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { baseRules, type Office, openOffice, personOf, place } from "../console/test-office.ts";
import { type Caller, monday } from "../test-house.ts";
import { brandId, dayMs, draftRules, kept, run } from "./test-chain-year.ts";
import { putSales, type SeedSale } from "./test-sales.ts";

let office: Office;
let marketing: Caller;
beforeEach(async () => {
  office = await openOffice();
  marketing = await office.as(personOf("hq-marketing"));
});
afterEach(() => office.close());

test("judges a sale by the birthday and first purchase that were kept with it", async () => {
  const { memberId, accountId } = await office.member({ name: "王五" });
  const birthday = {
    ...draftRules.rules![0]!,
    id: "birthday",
    when: { birthday: "month" as const },
  };
  const first = { ...birthday, id: "first", when: { firstPurchase: true as const } };
  const body = { ...baseRules, rules: [birthday, first] };
  await office.house.db.execute(
    `insert into earning_rules (id, brand_id, version, effective_from, body, published_at)
     values ('rul_birthday', ?, 2, 1, ?, 0)`,
    [brandId, JSON.stringify(body)],
  );
  const sale = (at: number, ground: SeedSale["ground"], bookedAt = at): SeedSale => ({
    memberId,
    accountId,
    brandId,
    storeId: place.riverside,
    rulesId: "rul_birthday",
    tierId: null,
    at,
    bookedAt,
    ground: ground!,
    lines: [{ path: [], quantityMilli: 1_000, amountFen: 10_000 }],
  });
  await putSales(office.house, [
    // Booked late: it was not the first, whatever its instant.
    sale(monday - 9 * dayMs, { firstPurchase: false }, monday - 7 * dayMs),
    sale(monday - 8 * dayMs, { firstPurchase: true, birthday: { within: ["month"] } }),
  ]);
  const { draftId } = await kept(office, marketing, body);
  const { outcome } = await run(
    office,
    marketing,
    { kind: "draft", draftId },
    "2026-06-01",
    "2026-06-15",
  );
  expect(outcome!.inForce.net).toBe(100 + 400);
  expect(outcome!.draft).toEqual(outcome!.inForce);
});
