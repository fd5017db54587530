import type { FindingNames, RulePhrases } from "./phrases.ts";

const first = ({ rules }: FindingNames): string => `「${rules[0] ?? ""}」`;
const others = ({ rules }: FindingNames): string =>
  rules.slice(1).map((name) => `「${name}」`).join("、");
const where = ({ group }: FindingNames): string => group ? `「${group}」组中，` : "";
const subject = (names: FindingNames, part: string | undefined): string =>
  names.rules.length > 0 ? first(names) : part === "offset" ? "积分抵扣" : "全部规则合计";

/** What is wrong with rules, and what to do. */
export const findings: RulePhrases["findings"] = {
  "rule-twice": (names) => `规则编号 ${names.rules[0] ?? ""} 用了两次，请删除其中一条`,
  "group-twice": ({ group }) => `组合编号 ${group} 用了两次，请删除其中一个`,
  "group-unknown": (names) => `${first(names)}所在的组合「${names.group}」不存在，请重新选择`,
  "group-mixed": ({ group }) => `「${group}」组里既有倍数又有加赠，请分成两组`,
  "group-of-rates": ({ group }) => `「${group}」组里有积分比例；每件商品只用一个比例，请移出该组`,
  "priority-tie": (names) =>
    `${where(names)}${first(names)}和${others(names)}可能同时生效且优先级相同，请分出先后`,
  "brackets-start": (names) => `${first(names)}的第一档应从 ¥0 起`,
  "brackets-order": (names) => `${first(names)}的各档金额应由低到高，不能重复`,
  "product-bonus-unscoped": (names) => `${first(names)}按商品首购加赠，请选择商品或分类`,
  "unit-bonus-in-group": (names) =>
    `${first(names)}按件加赠，不能放在只取一项的「${names.group}」组`,
  "hours-empty": (names, { part }) => `${subject(names, part)}的时段开始和结束相同，永远不会生效`,
  "period-reversed": (names, { part }) => `${subject(names, part)}的结束日期早于开始日期`,
  "days-twice": (names, { part }) => `${subject(names, part)}的星期或日期选了两次`,
  "caps-contradict": (names, { part }) =>
    `${subject(names, part)}的上限互相矛盾：每单不能高于每天，每天不能高于每位会员累计`,
  "cap-on-reduction": (names) => `${first(names)}不增加积分，上限没有意义，请去掉上限`,
  "gives-less-than-displaced": (names) =>
    names.rules.length > 1
      ? `${where(names)}${first(names)}只在整单满足条件时生效，却可能比它取代的${
        others(names)
      }给得少：拆单反而多得。请提高它，或降低它的优先级`
      : `${
        first(names)
      }只在整单满足条件时生效，却可能比基本比例给得少：拆单反而多得。请提高比例并去掉上限，或改用倍数`,
  "reduces-when-split": (names) =>
    `${first(names)}在满足整单条件时减少积分：拆单反而多得。请去掉最低消费、首次消费或余额条件`,
  "more-than-countable": (names) =>
    `一笔大额消费可能积到 90 亿分以上，无法计数${
      names.rules.length > 0 ? `，主要因为${first(names)}` : ""
    }。请降低比例、倍数或加赠，或设全部规则合计的上限`,
  "limited-in-exclusive-group": (names) =>
    `${where(names)}${first(names)}与${others(names)}只取一项，其中有上限的可能让整单得到更少：` +
    "拆单反而多得。请去掉上限，或移出该组",
  "offset-steps-over-limit": () => "积分抵扣的上限低于最小单位，永远不能使用",
  "offset-for-nobody": () => "积分抵扣的一条特殊比例没有指明会员，请选择等级、类别或标签",
  "split-earns-more-by-cap": (names, { part }) =>
    `${subject(names, part)}有每单上限：顾客拆成几单可以多得。如不希望，请改用每天上限`,
  "split-earns-more-by-bracket": (names) => `${first(names)}的高档比例更低：顾客拆成几单可以多得`,
  "split-earns-more-by-cut": (names) =>
    `${first(names)}减少的积分会从设有上限的规则里扣：顾客拆成几单可以略多得`,
  "never-holds": (names) => `${first(names)}的日期条件凑不到一起，永远不会生效`,
  "never-counts": (names) =>
    `${where(names)}${first(names)}永远轮不到：${others(names)}总是排在前面`,
  "never-both": (names) =>
    `${where(names)}${first(names)}和${others(names)}不会同时生效，谈不上叠加`,
  "covers-excluded": (names) => `${first(names)}的商品都不参与积分，不会生效`,
  "no-effect": (names) => `${first(names)}是 1 倍，没有效果`,
  "group-empty": ({ group }) => `「${group}」组里没有规则`,
  "best-but-limited": (names) =>
    `${where(names)}${first(names)}倍数更高所以优先，但它有上限，可能比${others(names)}给得少`,
  "validity-day": () => "到期日不是每年都有，没有的年份按当月最后一天",
  "rule-off": (names) => `${first(names)}已停用`,
};
