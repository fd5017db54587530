import { formatsOf } from "../../format.ts";

const f = formatsOf("zh-CN");

/** Texts of what the programme has given and cost. */
export const zh = {
  title: "方案评估",
  lead: "每一版规则发了多少分，花掉、过期、还欠会员多少，折成钱是多少。",
  none: "这个品牌还没有规则",
  byMonth: "每月发放与消耗",
  monthText: "发放是会员得到的，消耗是会员花掉的。消耗比发放的比例越高，积分越用得起来。",
  month: "月份",
  issued: "发放",
  redeemed: "花掉",
  lapsed: "过期",
  takenBack: "退货扣回",
  burn: "消耗比",
  bars: "发放与消耗",
  deeds: "操作",
  none0: "—",
  byVersion: "按版本",
  version: "版本",
  versionNo: (version: number) => `第 ${f.count(version)} 版`,
  since: (at: number) => `${f.date(at)}起`,
  noVersion: "人工与导入",
  moved: "转出等",
  open: "未用完",
  openFen: "负债",
  costFen: "已花成本",
  worth: (points: number, fen: number) => `${f.count(points)} 分 = ${f.moneyShort(fen)}`,
  total: "合计",
  issuedTotal: "累计发放",
  openTotal: "现在欠会员",
  costTotal: "已花掉，折合",
  burnTotal: "总消耗比",
  burnHint: "花掉的 ÷ 发放净额",
  extend: "延长有效期",
  extendNamed: (version: number) => `延长第 ${f.count(version)} 版积分的有效期`,
  extendTitle: (version: number) => `延长第 ${f.count(version)} 版积分的有效期`,
  extendText:
    "会员手里这一版还没用完、会到期的积分，每一笔都往后推。只会更晚，不会更早；要另一位同事批准。",
  days: "延长几天",
  reason: "理由",
  reasonRule: "请至少写 2 个字",
  offers: ["系统停机补偿", "门店歇业补偿"],
  asked: "已提交，等待另一位同事批准",
  ask: "提交审批",
  extensions: "已批准的延期",
  extension: (version: number, days: number) =>
    `第 ${f.count(version)} 版，延长 ${f.count(days)} 天`,
  extensionBy: (asked: string, approved: string, at: number) =>
    `${asked} 提交，${approved} 于 ${f.dateTime(at)} 批准`,
  extended: (points: number, accounts: number) =>
    `${f.count(accounts)} 个账户的 ${f.count(points)} 分`,
  working: "办理中",
  done: "已完成",
};

export type PlanWording = typeof zh;
