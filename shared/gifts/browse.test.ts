import { describe, expect, test } from "vitest";
import { browse, type Browsing, flashGifts, shelvesToShow } from "./browse.ts";
import type { GiftView } from "./gift.ts";
import { someGift } from "./sample.ts";

const now = 1_760_000_000_000;
const hour = 3_600_000;
const gift = (id: string, more: Partial<GiftView>): GiftView => ({ ...someGift, id, ...more });
const flash = { points: 1, moneyFen: 0, from: now, until: now + hour, left: null };
const gifts = [
  gift("cheap", { points: 100 }),
  gift("slow", { points: 900, promoted: true, shelfId: "shf_home" }),
  gift("flash", { points: 950, priced: "flash", shelfId: "shf_home", flash }),
  gift("dear", { points: 5_000, refused: "points-short" }),
  gift("soon", { points: 50, refused: "gift-closed", shelfId: "shf_menu" }),
];
const all: Browsing = { shelf: null, within: false, sort: "house" };
const ids = (browsing: Partial<Browsing>) =>
  browse(gifts, { ...all, ...browsing }).map((each) => each.id);

describe("browse()", () => {
  test("the house's order: within reach, flash, slow stock, then by price", () => {
    expect(ids({})).toEqual(["flash", "slow", "cheap", "soon", "dear"]);
  });

  test("by points, both ways, whatever the house thinks", () => {
    expect(ids({ sort: "up" })).toEqual(["soon", "cheap", "slow", "flash", "dear"]);
    expect(ids({ sort: "down" })).toEqual(["dear", "flash", "slow", "cheap", "soon"]);
  });

  test("one shelf, what stands on none, and what can be had now", () => {
    expect(ids({ shelf: "shf_home" })).toEqual(["flash", "slow"]);
    expect(ids({ shelf: "other" })).toEqual(["cheap", "dear"]);
    expect(ids({ within: true })).toEqual(["flash", "slow", "cheap"]);
    expect(ids({ within: true, shelf: "shf_menu" })).toEqual([]);
  });
});

test("shelves are offered where there are some, the rest after them", () => {
  const home = { id: "shf_home", nameZh: "家居", nameEn: "Home", kind: "shelf" as const };
  expect(shelvesToShow(gifts, [])).toEqual([]);
  expect(shelvesToShow(gifts, [home])).toEqual([home, "other"]);
  expect(shelvesToShow(gifts.slice(1, 3), [home])).toEqual([home]);
});

test("flash prices that run or begin within a day, the first to end first", () => {
  const at = (id: string, from: number, until: number) =>
    gift(id, { flash: { ...flash, from: now + from, until: now + until } });
  const some = [
    at("tomorrow", 25 * hour, 30 * hour),
    at("later", 23 * hour, 26 * hour),
    at("now", -hour, hour),
    at("over", -2 * hour, 0),
  ];
  expect(flashGifts(some, now).map((each) => each.id)).toEqual(["now", "later"]);
});
