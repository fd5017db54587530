import { expect, test } from "vitest";
import * as z from "zod/mini";
import { GiftInput, plainGift } from "../../shared/console/endpoints.ts";
import {
  draftFrom,
  emptyGift,
  emptyGiftFor,
  fieldsFrom,
  type Gift,
  wrongTogether,
} from "./draft.ts";

const gift: Gift = {
  ...plainGift,
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
  taken: { places: 0, flash: 0, today: 0 },
};
const at = Date.UTC(2026, 11, 5, 6, 30);
const mall: Gift = {
  ...gift,
  moneyFen: 1250,
  quantity: 2,
  tierPrices: [{ level: 1, points: 700, moneyFen: 0 }, { level: 3, points: 500, moneyFen: 100 }],
  flash: { points: 600, moneyFen: 1250, from: at, until: at + 3_600_000, pieces: 20 },
  memberDayMax: 1,
  dayMax: 30,
  shelfId: "shf_home",
  productId: "prd_mug",
  promoted: true,
  byDelivery: true,
};
const fieldsOf = (from: Gift) => {
  const { id: _i, brandId: _b, revision: _r, stocks: _s, claims30: _c, taken: _t, ...rest } = from;
  return rest;
};

test("a gift comes out of its form as it went in, first and last day included", () => {
  const draft = draftFrom(gift);
  expect([draft.opensAt, draft.closesAt, draft.marketFen]).toEqual([
    "2026-12-01",
    "2026-12-31",
    "39.90",
  ]);
  expect(z.parse(GiftInput, fieldsFrom(draft))).toEqual(fieldsOf(gift));
});

test.each([
  ["prices, limits and ways", mall],
  [
    "an event",
    {
      ...gift,
      kind: "event" as const,
      event: { at, venueZh: "二楼茶室", venueEn: "Tea room", places: 20 },
    },
  ],
  ["a bundle", { ...gift, kind: "bundle" as const, parts: [{ giftId: "gft_tea", pieces: 2 }] }],
  ["a payout", { ...gift, kind: "cash" as const, payoutFen: 1000 }],
  ["a coupon", { ...gift, kind: "coupon" as const, couponCode: "TEN" }],
])("so does %s", (_, whole) => {
  expect(z.parse(GiftInput, fieldsFrom(draftFrom(whole)))).toEqual(fieldsOf(whole));
});

test("empty limits are no limits", () => {
  const fields = fieldsFrom({
    ...draftFrom(gift),
    perMemberMax: "",
    memberDayMax: "",
    dayMax: "",
    opensAt: "",
    closesAt: "",
  });
  expect(fields).toMatchObject({
    perMemberMax: null,
    memberDayMax: null,
    dayMax: null,
    opensAt: null,
    closesAt: null,
  });
});

test("what is missing or no number is refused by the API's own schema", () => {
  expect(z.safeParse(GiftInput, fieldsFrom(emptyGift)).success).toBe(false);
  for (
    const wrong of [
      { points: "eight hundred" },
      { quantity: "two" },
      { flashOn: true, flashPoints: "" },
      { tierPrices: [{ level: "1", points: "", moneyFen: "" }] },
    ]
  ) {
    expect(z.safeParse(GiftInput, fieldsFrom({ ...draftFrom(gift), ...wrong })).success)
      .toBe(false);
  }
});

test("what does not fit together is said at the field where it is typed", () => {
  const wrong = (more: Partial<typeof emptyGift>) =>
    wrongTogether({ ...draftFrom(gift), ...more }, (breach) => breach);
  expect(wrong({})).toEqual({});
  expect(wrong({ opensAt: "2026-12-02", closesAt: "2026-12-01" })).toEqual({
    closesAt: "window-turned",
  });
  expect(wrong({ opensAt: "2026-12-01", closesAt: "2026-12-01" })).toEqual({});
  expect(wrong({ kind: "event" })).toEqual({});
  const flash = {
    flashOn: true,
    flashPoints: "900",
    flashFrom: "2026-12-05T10:00",
    flashUntil: "2026-12-05T09:00",
  };
  expect(wrong(flash)).toEqual({
    flashUntil: "flash-turned",
    flashPoints: "flash-not-cheaper",
  });
  expect(wrong({ byPickUp: false })).toEqual({ byPickUp: "way-none" });
});

test("a new gift is kept as long as the brand keeps its gifts", () => {
  expect(emptyGiftFor(12).claimDays).toBe("12");
  expect(emptyGiftFor(null)).toEqual(emptyGift);
});
