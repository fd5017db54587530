/** What can be refused around tiers, discounts and points that members pass on. @module */
import { entry } from "../problem-entry.ts";

export const tierProblems = {
  "tier-held": entry(
    409,
    "已是该等级或更高等级",
    "You hold this tier or a higher one",
    "可以选择更高的等级",
    "Choose a higher tier",
  ),
  "tier-in-use": entry(
    409,
    "还有会员在此等级",
    "Members hold this tier",
    "请保留该等级，或等会员离开后再删",
    "Keep it, or remove it when nobody holds it",
    "tier",
  ),
  "discount-refused": entry(
    409,
    "会员折扣不符",
    "The member does not have this discount",
    "请重新扫描会员，按当前折扣收款",
    "Scan the member again and take the price shown then",
    "n",
    "offPercent",
    "expectedFen",
  ),
  "transfer-self": entry(
    409,
    "不能转给自己",
    "Points cannot be sent to yourself",
    "请输入好友的手机号",
    "Enter a friend's phone number",
  ),
  "transfer-limit": entry(
    409,
    "超过转赠限额",
    "Above the limit for sending points",
    "请减少积分，或改天再送",
    "Send fewer points, or wait",
    "limit",
    "left",
  ),
  "transfer-off": entry(
    409,
    "暂未开放积分转赠",
    "Points cannot be sent in this programme",
    "请留意门店通知",
    "Ask at the service desk",
  ),
  "transfer-over": entry(
    409,
    "这笔转赠已处理",
    "This gift of points is already settled",
    "请查看转赠记录",
    "See the history",
    "state",
  ),
  "budget-short": entry(
    409,
    "门店积分预算不足",
    "The store's points budget does not reach",
    "请向总部申请追加",
    "Ask head office for more",
    "left",
  ),
} as const;
