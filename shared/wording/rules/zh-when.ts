import type { FestivalId } from "../../calendar/festival.ts";
import { zh as calendar } from "../calendar/zh.ts";
import { formatsOf } from "../format.ts";
import type { Named, RulePhrases } from "./phrases.ts";

const f = formatsOf("zh-CN");

const weekdays = ["一", "二", "三", "四", "五", "六", "日"];
const two = (part: number): string => String(part).padStart(2, "0");
const clock = (minute: number): string => `${Math.floor(minute / 60)}:${two(minute % 60)}`;

/** 名称、名称等 9 个; without names what is said in general. */
export const listed = ({ names, count }: Named, unit: string, unnamed: string): string => {
  if (names.length === 0) return unnamed;
  const list = names.join("、");
  return names.length < count ? `${list}等 ${f.count(count)} ${unit}` : list;
};

const around = (before: number, after: number): string => {
  if (before === 0 && after === 0) return "当天";
  if (before === after) return `前后各 ${before} 天`;
  if (after === 0) return `及前 ${before} 天`;
  return before === 0 ? `及后 ${after} 天` : `前 ${before} 天至后 ${after} 天`;
};

/** The words of each condition. */
export const conditions: RulePhrases["conditions"] = {
  from: (from, _, { to }) => to ? `${f.day(from)}至${f.day(to)}` : `${f.day(from)}起`,
  to: (to, _, { from }) => from ? "" : `${f.day(to)}止`,
  festivals: ({ ids, daysBefore, daysAfter }) =>
    ids.map((id) => calendar.festivals[id as FestivalId] ?? id).join("、") +
    around(daysBefore, daysAfter),
  weekdays: (days) => days.map((day) => `每周${weekdays[day - 1]}`).join("、"),
  monthDays: (days) => `每月 ${days.join("、")} 日`,
  hours: (windows) =>
    windows.map(({ from, to }) => `${clock(from)}–${from > to ? "次日 " : ""}${clock(to)}`)
      .join("、"),
  birthday: (window) => ({ day: "生日当天", week: "生日当周", month: "生日当月" })[window],
  tierIds: (_, { tiers }) => `${listed(tiers, "个等级", "部分等级")}会员`,
  memberCategoryIds: (_, { memberCategories }) =>
    `${listed(memberCategories, "类", "部分类别")}会员`,
  tags: (_, { tags }) =>
    tags.names.length === 0 ? "部分会员" : `标签为${listed(tags, "个标签", "")}的会员`,
  storeIds: (_, { stores }) => `${listed(stores, "家门店", `${f.count(stores.count)} 家门店`)}`,
  firstPurchase: () => "首次消费",
  minSaleFen: (fen) => `单笔满 ${f.moneyShort(fen)}`,
  balanceAtMost: (points) => `积分余额不超过 ${f.count(points)} 分`,
};
