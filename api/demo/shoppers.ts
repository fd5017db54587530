/** The demo chain's members: who they are, how often they come, what they do with their points.
 *  @module */
import { addDays, type Day, startOfDay } from "../../shared/business-day.ts";
import { demoMember, owingMember } from "./people.ts";
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

const surnames = [
  ..."王王王李李李张张张刘刘陈陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕",
];
const given = (
  "建国 建平 志强 志明 国强 永康 海涛 海燕 晓东 晓燕 晓峰 小红 小军 小兰 秀英 秀兰 秀珍 桂芳 桂英 玉兰 玉梅 " +
  "凤英 春梅 冬梅 丽华 丽娟 美玲 爱华 慧敏 淑芬 雅琴 文杰 文静 俊杰 俊豪 宇轩 浩然 子涵 子轩 梓萱 欣怡 诗涵 " +
  "雨桐 思远 思琪 佳怡 佳慧 嘉伟 天佑 一鸣 家豪 明哲 泽宇 婉清 若曦 静怡 语嫣 舒雅 可欣 伟 芳 娜 敏 静 丽 强 磊 " +
  "军 洋 勇 艳 杰 娟 涛 明 超 霞 平 刚 英 华 红 飞 鹏 玲 燕 辉 颖 斌 波 宁 倩 琳 璐 莹"
).split(" ");
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
  { share: 0.03, visits: 2, basket: 6.4, gifts: 0.06, leaves: false },
  { share: 0.12, visits: 0.9, basket: 4.4, gifts: 0.1, leaves: false },
  { share: 0.33, visits: 0.4, basket: 3.6, gifts: 0.14, leaves: false },
  { share: 0.36, visits: 0.15, basket: 3, gifts: 0.12, leaves: false },
  { share: 0.16, visits: 0.26, basket: 2.8, gifts: 0.05, leaves: true },
];

const countOf = (brandId: string): number => brandId === hexin ? 300 : 74;

const nameOf = (chance: Chance): string => chance.pick(surnames) + chance.pick(given);

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
    basket: bakery ? 1 + kind.basket / 3.2 : kind.basket,
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
  const phones = new Set<string>([demoMember.phone, owingMember.phone]);
  return [
    demoShopper(brandId, today),
    ...Array.from(
      { length: Math.ceil(countOf(brandId) * share) - 1 },
      () => shopper(brandId, today, chance, phones),
    ),
  ];
};
