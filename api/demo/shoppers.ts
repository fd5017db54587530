/** The demo chain's members: who they are, how often they come, what they do with their points.
 *  @module */
import { addDays, type Day, startOfDay } from "../../shared/business-day.ts";
import { demoMember } from "./people.ts";
import { hexin, muchen, storesOf } from "./places.ts";
import type { Chance } from "./random.ts";

export type Shopper = {
  brandId: string;
  name: string;
  phone: string;
  birthday: { on: string; calendar: "solar" | "lunar" } | null;
  joinedAt: number;
  homeStoreId: string;
  visitsPerWeek: number;
  /** Lines in a usual basket. */
  basket: number;
  /** The last day on which they still came; null: they still do. */
  goneOn: Day | null;
  /** Share of visits at which they look at the gifts. */
  looksAtGifts: number;
};

const surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余";
const given =
  "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰梅红建文志国海云飞鹏宇浩欣怡雨萱子涵梓轩思远一诺若曦晨曦俊熙嘉禾书瑶";
const prefixes = [
  "135",
  "136",
  "137",
  "138",
  "139",
  "150",
  "151",
  "158",
  "159",
  "182",
  "187",
  "188",
];

/** Kinds of shopper: share of all, visits a week, lines a basket, share of visits spent on gifts. */
const kinds = [
  { share: 0.03, visits: 2, basket: 7, gifts: 0.06, leaves: false },
  { share: 0.12, visits: 0.95, basket: 5, gifts: 0.1, leaves: false },
  { share: 0.33, visits: 0.44, basket: 4.2, gifts: 0.14, leaves: false },
  { share: 0.36, visits: 0.16, basket: 3.4, gifts: 0.12, leaves: false },
  { share: 0.16, visits: 0.28, basket: 3.2, gifts: 0.05, leaves: true },
];

const countOf = (brandId: string): number => brandId === hexin ? 310 : 76;

const nameOf = (chance: Chance): string => {
  const letters = [...given];
  const first = chance.pick([...surnames]) + chance.pick(letters);
  return chance.happens(0.78) ? first + chance.pick(letters) : first;
};

const birthdayOf = (chance: Chance): Shopper["birthday"] => {
  if (chance.happens(0.35)) return null;
  const two = (n: number) => String(n).padStart(2, "0");
  const on = `${chance.int(1955, 2004)}-${two(chance.int(1, 12))}-${two(chance.int(1, 28))}`;
  return { on, calendar: chance.happens(0.15) ? "lunar" : "solar" };
};

/** Half were members before the year began; the others joined as it went. */
const joinedDaysBack = (chance: Chance): number =>
  chance.happens(0.52) ? chance.int(366, 400) : Math.floor(chance.next() ** 0.85 * 362) + 2;

const shopper = (brandId: string, today: Day, chance: Chance, phones: Set<string>): Shopper => {
  const kind = chance.weighted(kinds, (k) => k.share);
  let phone = "";
  do phone = chance.pick(prefixes) + String(chance.int(0, 99_999_999)).padStart(8, "0"); while (
    phones.has(phone)
  );
  phones.add(phone);
  const daysBack = joinedDaysBack(chance);
  const bakery = brandId === muchen;
  return {
    brandId,
    name: nameOf(chance),
    phone,
    birthday: birthdayOf(chance),
    joinedAt: startOfDay(addDays(today, -daysBack)) + chance.int(9 * 60, 20 * 60) * 60_000,
    homeStoreId: chance.weighted(storesOf(brandId), (s) => s.share).id,
    visitsPerWeek: kind.visits * (bakery ? 1.15 : 1) * (0.75 + chance.next() / 2),
    basket: bakery ? 1 + kind.basket / 3.4 : kind.basket,
    goneOn: kind.leaves ? addDays(today, -Math.floor(daysBack * (0.15 + chance.next() / 2))) : null,
    looksAtGifts: kind.gifts,
  };
};

/** The one to try things with: a regular of both brands, with enough points to choose from. */
const demoShopper = (brandId: string, today: Day): Shopper => ({
  brandId,
  name: demoMember.name,
  phone: demoMember.phone,
  birthday: demoMember.birthday,
  joinedAt: startOfDay(addDays(today, -392)) + 11 * 3_600_000 + 20 * 60_000,
  homeStoreId: storesOf(brandId)[0]!.id,
  visitsPerWeek: brandId === hexin ? 1.5 : 0.8,
  basket: brandId === hexin ? 5.5 : 2.4,
  goneOn: null,
  looksAtGifts: 0.07,
});

/** Every member of a brand, the demo's own first; the same each time for the same day.
 *  @param share of the full number, for tests */
export const shoppersOf = (
  brandId: string,
  today: Day,
  chance: Chance,
  share = 1,
): Shopper[] => {
  const phones = new Set<string>([demoMember.phone]);
  return [
    demoShopper(brandId, today),
    ...Array.from(
      { length: Math.ceil(countOf(brandId) * share) - 1 },
      () => shopper(brandId, today, chance, phones),
    ),
  ];
};
