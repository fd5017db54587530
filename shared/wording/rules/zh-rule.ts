import { formatsOf } from "../format.ts";
import type { RulePhrases } from "./phrases.ts";
import { conditions, listed } from "./zh-when.ts";

const f = formatsOf("zh-CN");

const ratio = ({ fenPerPoint, pointsPerStep }: { fenPerPoint: number; pointsPerStep: number }) =>
  `每 ${f.moneyShort(fenPerPoint)} 积 ${f.count(pointsPerStep)} 分`;

type RulePart = Pick<
  RulePhrases,
  | "comma"
  | "semicolon"
  | "stop"
  | "colon"
  | "start"
  | "off"
  | "conditions"
  | "gives"
  | "goods"
  | "caps"
  | "groupModes"
>;

/** The words of one rule. */
export const rulePart: RulePart = {
  comma: "，",
  semicolon: "；",
  stop: "。",
  colon: "：",
  start: (text) => text,
  off: "（已停用）",
  conditions,
  goods: (categories, products) => {
    if (categories.count + products.count === 0) return "全部商品";
    const parts = [
      ...(categories.count > 0 ? [listed(categories, "个分类", "部分分类")] : []),
      ...(products.count > 0 ? [listed(products, "种商品", "部分商品")] : []),
    ];
    return parts.join("和");
  },
  gives: {
    rate: (rate, goods) => `${goods}${ratio(rate)}`,
    brackets: ({ mode, steps }, goods) => {
      const told = steps.map((step, i) =>
        `${
          i === 0
            ? steps[1] ? `不满 ${f.moneyShort(steps[1].fromFen)} ` : ""
            : `满 ${f.moneyShort(step.fromFen)} `
        }${ratio(step)}`
      );
      const how = mode === "whole" ? "全部金额按达到的一档计" : "各档分段累计";
      return `${goods}${told.join("，")}${steps.length > 1 ? `（${how}）` : ""}`;
    },
    fixed: ({ pointsPerUnit }, goods) =>
      `${goods}每件（称重商品每公斤）积 ${f.count(pointsPerUnit)} 分`,
    multiplier: ({ percent }, goods) =>
      percent === 0 ? `${goods}不积分` : `${goods} ${percent / 100} 倍积分`,
    bonus: ({ points, once }, goods) =>
      ({
        unit: `${goods}每件（称重商品每公斤）加赠 ${f.count(points)} 分`,
        day: `购买${goods}每天加赠一次，${f.count(points)} 分`,
        member: `购买${goods}加赠 ${f.count(points)} 分，每位会员一次`,
        product: `首次购买${goods}加赠 ${f.count(points)} 分（每种商品一次）`,
      })[once],
  },
  caps: {
    perSale: (points) => `每单最多 ${f.count(points)} 分`,
    perDay: (points) => `每天最多 ${f.count(points)} 分`,
    perMember: (points) => `每位会员累计最多 ${f.count(points)} 分`,
  },
  groupModes: {
    exclusive: (group, rules) => `${group}：${rules.join("、")}不同享，排在前面的优先`,
    best: (group, rules) => `${group}：${rules.join("、")}不同享，取最高的一项`,
    add: (group, rules) => `${group}：${rules.join("、")}可以叠加`,
  },
};
