import { expect, test } from "vitest";
import * as z from "zod/mini";
import { GiftInput } from "../../shared/console/endpoints.ts";
import { closesTooEarly, draftFrom, emptyGift, fieldsFrom, type Gift } from "./draft.ts";

const gift: Gift = {
  id: "gft_mug",
  brandId: "brd_market",
  revision: 3,
  code: "MUG-01",
  nameZh: "福字马克杯",
  nameEn: "Fortune mug",
  detailZh: "陶瓷，350 毫升",
  detailEn: "Ceramic, 350 ml",
  picture: "/pictures/mug.svg",
  kind: "goods",
  points: 800,
  marketFen: 3990,
  tierLevelMin: 1,
  perMemberMax: 2,
  // 1 December 00:00 to 31 December 24:00 in the stores.
  opensAt: Date.UTC(2026, 10, 30, 16),
  closesAt: Date.UTC(2026, 11, 31, 16),
  claimDays: 14,
  state: "listed",
  stocks: [],
  claims30: 0,
};

test("a gift comes out of its form as it went in, first and last day included", () => {
  const draft = draftFrom(gift);
  expect([draft.opensAt, draft.closesAt, draft.marketFen]).toEqual([
    "2026-12-01",
    "2026-12-31",
    "39.90",
  ]);
  const { id: _id, brandId: _b, revision: _r, stocks: _s, claims30: _c, ...fields } = gift;
  expect(z.parse(GiftInput, fieldsFrom(draft))).toEqual(fields);
});

test("empty limits are no limits", () => {
  const fields = fieldsFrom({ ...draftFrom(gift), perMemberMax: "", opensAt: "", closesAt: "" });
  expect(fields).toMatchObject({ perMemberMax: null, opensAt: null, closesAt: null });
});

test("what is missing or no number is refused by the API's own schema", () => {
  expect(z.safeParse(GiftInput, fieldsFrom(emptyGift)).success).toBe(false);
  const draft = { ...draftFrom(gift), points: "eight hundred" };
  expect(z.safeParse(GiftInput, fieldsFrom(draft)).success).toBe(false);
});

test("a window that ends before it begins is noticed", () => {
  expect(closesTooEarly({ ...emptyGift, opensAt: "2026-12-02", closesAt: "2026-12-01" })).toBe(
    true,
  );
  expect(closesTooEarly({ ...emptyGift, opensAt: "2026-12-01", closesAt: "2026-12-01" })).toBe(
    false,
  );
});
