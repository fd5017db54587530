import type { ApprovalKind, ApprovalState } from "../../../approvals/approval.ts";
import { formatsOf } from "../../format.ts";

const f = formatsOf("zh-CN");

/** Texts of what waits for a second person. */
export const zh = {
  title: "待办审批",
  lead: "超过个人额度的操作，由另一位有权限的同事批准后才生效。自己的申请不能自己批。",
  waiting: "待处理",
  over: "已处理",
  show: "显示",
  noneTitle: "没有待处理的申请",
  noneText: "需要第二人批准的操作会出现在这里。",
  noneOver: "还没有处理过的申请",
  kinds: {
    "points.adjust": "人工加减积分",
    "rules.publish": "发布积分规则",
    "validity.extend": "延长积分有效期",
  } satisfies Record<ApprovalKind, string>,
  states: {
    waiting: "待审批",
    approved: "已批准",
    refused: "已拒绝",
    withdrawn: "已撤回",
    expired: "已过期",
  } satisfies Record<ApprovalState, string>,
  asked: (name: string, at: number) => `${name} 于 ${f.dateTime(at)} 提交`,
  decided: (name: string, at: number) => `${name} 于 ${f.dateTime(at)} 处理`,
  until: (at: number) => `${f.dateTime(at)} 前有效`,
  reason: "原因",
  decision: "审批意见",
  would: "批准后会发生什么",
  tooFew: (before: number) => `只剩 ${f.count(before)}，不够扣减，请拒绝或由申请人撤回`,
  member: "会员",
  change: "加减积分",
  spendable: "可用积分",
  fromTo: (before: number, after: number) => `${f.count(before)} → ${f.count(after)}`,
  repaid: (points: number) => `其中 ${f.count(points)} 先补欠分`,
  approve: "批准",
  refuse: "拒绝",
  withdraw: "撤回",
  approveTitle: "批准这项申请？",
  approveText: "批准后立即生效，并记入操作日志。",
  refuseTitle: "拒绝这项申请？",
  refuseText: "申请人会看到您填写的原因。",
  withdrawTitle: "撤回这项申请？",
  withdrawText: "撤回后不会执行；需要时可以重新提交。",
  decisionReason: "说明",
  decisionOffers: ["已核对小票", "已与门店确认"],
  refuseOffers: ["与凭证不符", "请补充说明"],
  reasonRule: "请至少写 2 个字",
  approved: "已批准并生效",
  refused: "已拒绝",
  withdrawn: "已撤回",
  verdicts: {
    own: "这是您自己的申请，要由另一位同事审批",
    permission: "您的角色不能审批这类申请",
    limit: "超过您的审批额度",
    over: "",
    yes: "",
  },
  publication: {
    version: "版本",
    versionNo: (version: number) => `第 ${f.count(version)} 版`,
    from: "执行时间",
    atOnce: "批准后立即",
    draft: "草稿",
    repeats: "恢复为",
    same: "和现在执行的规则完全一样",
    against: "现在批准会被拦下",
    days: "延长",
    moreDays: (days: number) => `${f.count(days)} 天`,
    concerns: "涉及",
    points: (points: number, accounts: number) =>
      `${f.count(accounts)} 个账户的 ${f.count(points)} 分`,
  },
  count: (n: number) => `${f.count(n)} 项待您审批`,
};

/** Shape that every language of the approvals has. */
export type ApprovalsWording = typeof zh;
