/** What can be refused about paying with points. @module */
import { entry } from "../problem-entry.ts";

export const offsetProblems = {
  "offset-not-offered": entry(
    409,
    "这里不能用积分抵扣",
    "Points cannot pay here",
    "积分可以兑换礼品",
    "Points can still be exchanged for gifts",
  ),
  "offset-closed": entry(
    409,
    "现在不是积分抵扣的时间",
    "Points cannot pay at this time",
    "请留意抵扣活动的时间",
    "See when paying with points is on",
    "condition",
  ),
  "offset-goods": entry(
    409,
    "这些商品不能用积分抵扣",
    "None of these goods can be paid with points",
    "礼品卡和指定品类不参加积分抵扣",
    "Gift cards and some categories take no points",
  ),
  "offset-minimum": entry(
    409,
    "未达到积分抵扣的起用金额",
    "The sale is too small for points to pay",
    "再选一些商品",
    "Add goods that can be paid with points",
    "minSaleFen",
    "payableFen",
  ),
  "offset-limit-today": entry(
    409,
    "已达到当天积分抵扣的上限",
    "The day's limit for paying with points is reached",
    "请少用一些，或改天再用",
    "Use fewer, or another day",
    "limit",
    "left",
  ),
  "offset-share": entry(
    409,
    "超过这一单能抵扣的积分",
    "The sale takes fewer points",
    "请少用一些积分",
    "Use fewer points",
    "maxPoints",
  ),
  "offset-step": entry(
    409,
    "积分数不符合抵扣的单位",
    "Points go in steps",
    "请按规定的单位抵扣",
    "Use a multiple of the step",
    "step",
  ),
};
