import type { Reason } from "../../points/reason.ts";
import { formatsOf } from "../format.ts";
import { microText } from "./micro-text.ts";
import { whyMissed } from "./zh-missed.ts";

const f = formatsOf("zh-CN");

/** What the sentences call the things that reasons know by id. */
export interface ReasonNames {
  tier(id: string): string;
  category(id: string): string;
  /** A sale line by its number. */
  line(n: number): string;
  /** The number of a rule version, or null when it is not known. */
  version(id: string): number | null;
}

/** Why points moved, as sentences; the same words in phone, kiosk, counter and console. */
export const zh = {
  /** The kinds of journal entries on a points account. */
  kinds: {
    "accrual": "消费积分",
    "sign-up": "入会赠送",
    "redemption": "兑换礼品",
    "release": "兑换退回",
    "return": "退货扣回",
    "lapse": "积分过期",
    "adjustment": "人工调整",
    "policy": "延长有效期",
    "tier-purchase": "积分升级",
    "transfer-out": "转出积分",
    "transfer-in": "收到积分",
    "transfer-back": "转赠退回",
    "grant": "赠送积分",
    "debt-repaid": "补还欠分",
    "offset": "积分抵扣",
    "offset-back": "抵扣退回",
  } as Record<string, string>,
  /** Over the rules that did not hold. */
  missed: "没有计入的活动",
  /** Of a purchase without points, as a sentence and as a mark. */
  none: "这一单没有得到积分",
  noneShort: "未积分",
  sentence: (reason: Reason, names: ReasonNames): string => sentence(reason, names),
};

/** Shape that every language of the reasons has. */
export type ReasonWording = typeof zh;

const paidWith = { offset: "积分", coupon: "优惠券", storedValue: "储值" };
const capScopes = { sale: "每单", day: "每天", member: "每位会员" };

const quantityText = (milli: number): string => String(milli / 1000);

function sentence(reason: Reason, names: ReasonNames): string {
  switch (reason.code) {
    case "rule-version": {
      const version = names.version(reason.ruleVersionId);
      return version === null ? "按当时的积分规则计算" : `按第 ${version} 版积分规则计算`;
    }
    case "base-rate":
      return `可积分金额 ${f.money(reason.eligibleFen)}，` +
        `每 ${f.moneyShort(reason.fenPerPoint)} 积 ${f.count(reason.pointsPerStep)} 分`;
    case "tier-factor":
      return `${names.tier(reason.tierId)}按 ${reason.percent / 100} 倍计`;
    case "line-excluded":
      return `「${names.line(reason.n)}」不积分：${names.category(reason.categoryId)}不参与`;
    case "line-share":
      return `「${names.line(reason.n)}」${f.money(reason.eligibleFen)}，` +
        `计 ${microText(reason.micro)} 分`;
    case "nothing-eligible":
      return "本单没有可积分的商品";
    case "below-minimum":
      return `可积分金额 ${f.money(reason.eligibleFen)}，未满 ${
        f.moneyShort(reason.minSaleFen)
      }，本单不积分`;
    case "remainder-carried":
      return `零头 ${microText(reason.afterMicro)} 分留到下次` +
        (reason.beforeMicro > 0 ? `（上次留下 ${microText(reason.beforeMicro)} 分已计入）` : "");
    case "remainder-dropped":
      return `不足 1 分的零头 ${microText(reason.micro)} 分舍去`;
    case "pending-until":
      return `${f.date(reason.at)}起可用`;
    case "lapses-at":
      return reason.at === null ? "长期有效" : `有效期至${f.date(reason.at - 1)}（含当日）`;
    default:
      return ruleSentence(reason, names);
  }
}

/** What single rules gave, and why others did not. */
function ruleSentence(reason: Reason, names: ReasonNames): string {
  switch (reason.code) {
    case "base-reduced":
      return `${f.money(reason.fen)} 由${paidWith[reason.by]}支付，不计积分`;
    case "line-gift-card":
      return `「${names.line(reason.n)}」不积分：购买礼品卡不积分`;
    case "product-excluded":
      return `「${names.line(reason.n)}」不积分：该商品不参与`;
    case "rule-rate":
      return `「${reason.nameZh}」${f.money(reason.eligibleFen)}，` +
        `每 ${f.moneyShort(reason.fenPerPoint)} 积 ${f.count(reason.pointsPerStep)} 分`;
    case "rule-bracket":
      return `「${reason.nameZh}」满 ${f.moneyShort(reason.fromFen)} 档：${
        f.money(reason.eligibleFen)
      }，每 ${f.moneyShort(reason.fenPerPoint)} 积 ${f.count(reason.pointsPerStep)} 分`;
    case "rule-fixed":
      return `「${reason.nameZh}」${quantityText(reason.quantityMilli)} 件，每件 ${
        f.count(reason.pointsPerUnit)
      } 分`;
    case "rule-factor":
      return `「${reason.nameZh}」按 ${reason.percent / 100} 倍计，${
        reason.micro < 0 ? "少" : "多"
      }计 ${microText(Math.abs(reason.micro))} 分`;
    case "rule-bonus":
      return `「${reason.nameZh}」加赠 ${microText(reason.micro)} 分` +
        (reason.ns.length > 0 ? `（${reason.ns.map((n) => names.line(n)).join("、")}）` : "");
    case "capped":
      return `${reason.ruleId === null ? "" : `「${reason.nameZh}」`}${
        capScopes[reason.scope]
      }最多 ${f.count(reason.limit)} 分，超出部分不计`;
    case "offset-line":
      return `「${names.line(reason.n)}」由积分抵 ${f.money(reason.fen)}`;
    case "rule-outdone":
      return `「${reason.nameZh}」未计：与「${reason.byNameZh}」不同享`;
    case "rule-missed":
      return `「${reason.nameZh}」未计：${whyMissed(reason, names.tier)}`;
    default:
      return laterSentence(reason);
  }
}

const grantSentences: Record<Extract<Reason, { code: "granted" }>["what"], string> = {
  "birthday": "祝您生日快乐",
  "festival": "节日快乐",
  "referrer": "您邀请的好友已消费",
  "friend": "受邀入会并已消费",
  "share": "有人打开了您分享的链接",
  "survey": "感谢填写问卷",
  "check-in": "今日签到",
  "profile": "会员资料已填完整",
  "recharge": "储值充值",
};

/** What happens around a sale: enrolment, returns, debts. */
function laterSentence(reason: Reason): string {
  switch (reason.code) {
    case "no-member":
      return "这一单没有会员，不积分";
    case "sign-up":
      return `入会赠送 ${f.count(reason.points)} 分`;
    case "granted":
      return `${grantSentences[reason.what]}，赠送 ${f.count(reason.points)} 分`;
    case "streak":
      return `连续签到第 ${f.count(reason.days)} 天，其中 ${f.count(reason.points)} 分为连签奖励`;
    case "grant-forfeit":
      return `对应的消费已退货，收回赠送的 ${f.count(reason.points)} 分`;
    case "offset-used":
      return `用 ${f.count(reason.points)} 分抵 ${f.money(reason.fen)}（每 ${
        f.count(reason.perPoints)
      } 分抵 ${f.moneyShort(reason.perFen)}）`;
    case "offset-returned":
      return `退回抵扣的 ${f.count(reason.points)} 分（抵 ${f.money(reason.fen)}）`;
    case "returned":
      return `退货后可积分金额由 ${f.money(reason.eligibleBeforeFen)} 变为 ${
        f.money(reason.eligibleAfterFen)
      }`;
    case "taken-back":
      return `扣回 ${f.count(reason.points)} 分`;
    case "returned-granted":
      return `保留部分应得更多，补 ${f.count(reason.points)} 分`;
    case "lapsed-forgiven":
      return `其中 ${f.count(reason.points)} 分已过期，不再扣回`;
    case "debt-incurred":
      return `积分不足，记欠分 ${f.count(reason.points)} 分，今后的积分先补足`;
    case "debt-repaid":
      return `其中 ${f.count(reason.points)} 分用于补还欠分`;
    case "restored":
      return `退回 ${f.count(reason.points)} 分` +
        (reason.lapsed
          ? "，但已过有效期"
          : reason.lapsesAt === null
          ? "，长期有效"
          : `，有效期仍至${f.date(reason.lapsesAt - 1)}`);
    case "validity-extended":
      return `${f.count(reason.points)} 分的有效期延长 ${f.count(reason.days)} 天`;
    default:
      return reason.code;
  }
}
