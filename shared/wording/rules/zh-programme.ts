import type { GrantRules } from "../../grants/grant-rules.ts";
import type { Validity } from "../../points/validity.ts";
import { zh as calendar } from "../calendar/zh.ts";
import { formatsOf } from "../format.ts";
import type { RulePhrases } from "./phrases.ts";
import { listed } from "./zh-when.ts";

const f = formatsOf("zh-CN");
const ways = { offset: "积分", coupon: "优惠券", storedValue: "储值" };

type ProgrammePart = Pick<
  RulePhrases,
  "base" | "validity" | "grants" | "festivalGrant" | "offset"
>;

/** The words of everything but the single rules. */
export const programmePart: ProgrammePart = {
  base: {
    rate: (fen, points) => `会员每消费 ${f.moneyShort(fen)} 积 ${f.count(points)} 分`,
    tier: (name, percent) => percent === 0 ? `${name}不积分` : `${name}按 ${percent / 100} 倍积分`,
    minimum: (fen) => `单笔满 ${f.moneyShort(fen)} 起积`,
    counts: (not) =>
      not.length === 0
        ? "用积分、优惠券、储值支付的部分也积分"
        : `用${not.map((way) => ways[way]).join("、")}支付的部分不积分`,
    excluded: (categories) => `${categories.join("、")}不参与积分`,
    excludedProducts: (products) => `${listed(products, "种商品", "部分商品")}不参与积分`,
    allCaps: (caps) => `合计${caps}`,
    remainder: (carried) => carried ? "不足 1 分的零头留到下次" : "不足 1 分的零头舍去",
    pending: (days) => `消费后第 ${f.count(days)} 天起可用`,
    validity: (policy) => `积分${policy}`,
    signUp: (points) => `新会员入会送 ${f.count(points)} 分`,
  },
  validity,
  grants: {
    birthday: ({ points, when, paid }) => birthday(points, when, paid),
    referral: (grant) => referral(grant),
    share: ({ points, maxPerDay }) =>
      `分享的链接有人打开送 ${f.count(points)} 分，每天最多 ${maxPerDay} 次`,
    checkIn: ({ points, streaks }) => {
      const more = [...streaks].sort((a, b) => a.days - b.days)
        .map(({ days, points }) => `，连续 ${days} 天再送 ${f.count(points)} 分`);
      return `每天签到送 ${f.count(points)} 分${more.join("")}`;
    },
    profile: ({ points }) => `资料填写完整送 ${f.count(points)} 分`,
    recharge: ({ fenPerPoint, pointsPerStep }) =>
      `每充值 ${f.moneyShort(fenPerPoint)} 送 ${f.count(pointsPerStep)} 分`,
  },
  festivalGrant: ({ festivalId, points }) =>
    `${calendar.festivals[festivalId]}送每位会员 ${f.count(points)} 分`,
  offset: {
    worth: (points, fen) => `付款时 ${f.count(points)} 分抵 ${f.moneyShort(fen)}`,
    other: (who, points, fen) =>
      `${who || "部分会员"} ${f.count(points)} 分抵 ${f.moneyShort(fen)}`,
    minimum: (fen) => `单笔满 ${f.moneyShort(fen)} 可用积分抵扣`,
    share: (percent) => `积分最多抵扣金额的 ${percent}%`,
    perSale: (points) => `每单最多抵用 ${f.count(points)} 分`,
    perDay: (points) => `每天最多抵用 ${f.count(points)} 分`,
    steps: (points) => `每次抵用 ${f.count(points)} 分的整数倍`,
    excluded: (categories) => `${categories.join("、")}不能用积分抵扣`,
    window: (when) => when ? `积分抵扣限${when}` : "",
  },
};

const windows = { day: "生日当天", week: "生日当周", month: "生日当月" };

type Birthday = NonNullable<GrantRules["birthday"]>;

const birthday = (points: number, when: Birthday["when"], paid: Birthday["paid"]): string =>
  paid === "visit"
    ? `${windows[when]}到店消费送 ${f.count(points)} 分`
    : `${windows[when]}送 ${f.count(points)} 分`;

function referral(
  { referrerPoints, friendPoints, minSaleFen, waitDays, maxPerMonth }: NonNullable<
    GrantRules["referral"]
  >,
): string {
  const first = minSaleFen > 0 ? `首单满 ${f.moneyShort(minSaleFen)}` : "首次消费";
  const wait = waitDays > 0 ? ` ${f.count(waitDays)} 天后未退货` : "后";
  return `推荐好友入会，好友${first}${wait}，推荐人得 ${f.count(referrerPoints)} 分、好友得 ${
    f.count(friendPoints)
  } 分，推荐人每月最多 ${f.count(maxPerMonth)} 次`;
}

function validity(policy: Validity): string {
  switch (policy.kind) {
    case "never":
      return "长期有效";
    case "months":
      return `获得后 ${f.count(policy.months)} 个月内有效`;
    case "quarter-end":
      return policy.quarters === 0
        ? "当季末前有效"
        : `在之后第 ${f.count(policy.quarters)} 个季度末前有效`;
    case "year-end":
      return policy.years === 0
        ? "当年年底前有效"
        : policy.years === 1
        ? "次年年底前有效"
        : `在之后第 ${f.count(policy.years)} 年年底前有效`;
    case "fixed-day":
      return `在每年 ${policy.month} 月 ${policy.day} 日到期`;
  }
}
