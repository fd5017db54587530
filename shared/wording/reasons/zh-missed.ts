import type { When } from "../../points/when.ts";
import { formatsOf } from "../format.ts";
import { conditions as when } from "../rules/zh-when.ts";
import { type Missed, type MissedWords, onlyTiers, sayMissed } from "./missed.ts";

const f = formatsOf("zh-CN");
const nobody = onlyTiers([], String);

const general: MissedWords["general"] = {
  from: "活动尚未开始",
  to: "活动已经结束",
  festivals: "不在节日期间",
  weekdays: "不是活动的星期",
  monthDays: "不是活动的日期",
  hours: "不在活动时段",
  storeIds: "这家门店不参加",
  tierIds: "会员等级不符合",
  memberCategoryIds: "会员类别不符合",
  tags: "会员分群不符合",
  birthday: "不在生日期间",
  firstPurchase: "不是首次消费",
  balanceAtMost: "积分余额超过规定",
  minSaleFen: "消费金额未达到规定",
  lines: "没有参加活动的商品",
  once: "已经得过",
};

/** Why a rule did not count. */
export const whyMissed = (reason: Missed, tier: (id: string) => string): string =>
  sayMissed(reason, {
    general,
    special: {
      from: (from) => `活动从${f.day(from)}开始`,
      to: (to) => `活动到${f.day(to)}为止`,
      festivals: (wanted, { next }) => {
        const said = when.festivals(wanted as NonNullable<When["festivals"]>, nobody, {});
        if (!next) return `限${said}`;
        const days = next.from === next.to
          ? f.day(next.from)
          : `${f.day(next.from)}至${f.day(next.to)}`;
        return `限${said}，下次是${days}`;
      },
      weekdays: (days) => `限${when.weekdays(days, nobody, {})}`,
      monthDays: (days) => `限${when.monthDays(days, nobody, {})}`,
      hours: (windows) => `限${when.hours(windows, nobody, {})}`,
      tierIds: (ids) => `限${when.tierIds(ids, onlyTiers(ids, tier), {})}`,
      birthday: (window) => `不在${when.birthday(window, nobody, {})}`,
      balanceAtMost: (most, { had }) =>
        had === undefined
          ? `限积分余额不超过 ${f.count(most)} 分`
          : `积分余额 ${f.count(had)} 分，超过 ${f.count(most)} 分`,
      minSaleFen: (least, { had }) =>
        had === undefined
          ? `限单笔满 ${f.moneyShort(least)}`
          : `可积分金额 ${f.money(had)}，还差 ${f.money(least - had)} 满 ${f.moneyShort(least)}`,
    },
  });
