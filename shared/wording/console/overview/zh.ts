import { formatsOf } from "../../format.ts";

const f = formatsOf("zh-CN");

/** Texts of the console's overview. */
export const zh = {
  title: "总览",
  lead: (place: string, from: string, to: string) => `${place} · ${f.day(from)}至${f.day(to)}`,
  sales: "销售额",
  salesCount: (count: number) => `${f.count(count)} 笔`,
  issued: "发放积分",
  redeemed: "使用积分",
  newMembers: "新会员",
  perDay: (count: string) => `日均 ${count}`,
  netIssued: (count: string) => `日均 ${count} · 已扣除退货收回`,
  trend: (share: number) =>
    share === 0
      ? "近 7 天与前 7 天持平"
      : `近 7 天较前 7 天${share > 0 ? "增长" : "下降"} ${f.share(Math.abs(share))}`,
  noTrend: "前 7 天没有数据可比",
  now: "此刻",
  outstanding: "未使用积分",
  outstandingHint: "会员手中还可以使用的积分",
  lapsing: "30 天内过期",
  lapsingShare: (share: number) => `占未使用积分的 ${f.share(share)}`,
  members: "会员总数",
  openClaims: "待领取兑换单",
  openClaimsHint: "会员已兑换，还没来领",
  salesChart: "每日销售额",
  flowChart: "每日积分：发放与使用",
  membersChart: "每日新会员",
  day: "日期",
  perSale: (fen: string) => `客单价 ${fen}`,
  redeemRate: (share: number) => `使用率 ${f.share(share)} · 已扣除退回`,
  tasks: "常用操作",
  taskMember: "查找会员",
  taskPairing: "批准新终端",
  taskRules: "调整积分规则",
  taskGift: "上架礼品",
  emptyTitle: "最近 30 天还没有销售",
  emptyText: "终端配对完成、收银员登录后，第一笔销售就会出现在这里。",
};

/** Shape that every language of the overview has. */
export type OverviewWording = typeof zh;
