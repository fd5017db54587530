import { expect, test } from "vitest";
import { breachesOf, giftBreaches, type GiftSetUp } from "./gift-rules.ts";

const now = 1_760_000_000_000;
const gift: GiftSetUp = {
  kind: "goods",
  points: 1000,
  moneyFen: 0,
  quantity: 1,
  tierPrices: [],
  flash: null,
  opensAt: null,
  closesAt: null,
  event: null,
  parts: [],
  byPickUp: true,
  byDelivery: true,
  payoutFen: null,
  couponCode: null,
};
const flash = { points: 800, moneyFen: 0, from: now, until: now + 1, pieces: null };
const part = { giftId: "gft_mug", pieces: 1 };
const event = { at: now, places: 20 };

const wrong: [breach: string, field: string, more: Partial<GiftSetUp>][] = [
  ["window-turned", "closesAt", { opensAt: now, closesAt: now }],
  ["flash-turned", "flash", { flash: { ...flash, until: now } }],
  ["flash-not-cheaper", "flash", { flash: { ...flash, points: 1000 } }],
  ["flash-not-cheaper", "flash", { flash: { ...flash, points: 1, moneyFen: 1 } }],
  [
    "tier-twice",
    "tierPrices",
    { tierPrices: [{ level: 1, points: 5, moneyFen: 0 }, { level: 1, points: 6, moneyFen: 0 }] },
  ],
  ["event-missing", "event", { kind: "event", byDelivery: false }],
  ["event-missing", "event", { event }],
  ["parts-few", "parts", { kind: "bundle", parts: [part] }],
  ["parts-elsewhere", "parts", { parts: [part] }],
  ["quantity-one", "quantity", { kind: "event", event, quantity: 2, byDelivery: false }],
  ["way-none", "byPickUp", { byPickUp: false, byDelivery: false }],
  ["delivery-kind", "byDelivery", { kind: "service" }],
  ["delivery-money", "byDelivery", { byPickUp: false, moneyFen: 100 }],
  ["payout-missing", "payoutFen", { kind: "cash", byDelivery: false }],
  ["coupon-missing", "couponCode", { kind: "coupon", byDelivery: false }],
];

test.each(wrong)("%s", (breach, field, more) => {
  expect(breachesOf({ ...gift, ...more })).toEqual([{ field, breach }]);
});

test("every breach has a row", () => {
  expect([...new Set(wrong.map(([breach]) => breach))]).toEqual([...giftBreaches]);
});

test("what fits together is not complained about", () => {
  const fine: Partial<GiftSetUp>[] = [
    {},
    { flash, tierPrices: [{ level: 1, points: 900, moneyFen: 0 }] },
    { kind: "bundle", parts: [{ ...part, pieces: 2 }] },
    { kind: "event", event, byDelivery: false },
    { kind: "service", quantity: 2, byDelivery: false },
    { kind: "stored-value", payoutFen: 1000, byPickUp: false, byDelivery: false },
    { kind: "coupon", couponCode: "TEN-OFF", byDelivery: false },
    { opensAt: now, closesAt: now + 1, moneyFen: 500 },
  ];
  for (const more of fine) expect(breachesOf({ ...gift, ...more })).toEqual([]);
});
