import type { Parameters } from "../../../parameters/parameters.ts";
import type { NoticeKind } from "../../../push/endpoints.ts";

/** Texts of the general parameters. */
export const zh = {
  title: "参数设置",
  lead: "整个品牌通用的设置。保存后从下一次操作起生效，谁改了什么都记在操作日志里。",
  save: "保存",
  saved: "参数已保存",
  groups: {
    points: "积分",
    sales: "退货",
    security: "验证码与密码",
    approvals: "审批",
    terminals: "终端",
    messages: "消息",
  },
  names: {
    returnWindowDays: "退货期限（天）",
    codeTries: "验证码可输错次数",
    pinTries: "支付密码可输错次数",
    pinLockMinutes: "密码锁定时长（分钟）",
    claimDays: "礼品默认保留天数",
    adjustmentAloneMax: "人工加减积分：超过此数都要第二人批准",
    surveyAloneMax: "问卷积分：超过此数要第二人批准",
    publishNeedsSecond: "发布积分规则需第二人批准",
    approvalDays: "申请的有效天数",
    kioskIdleSeconds: "自助机多久无操作后询问（秒）",
    counterLockMinutes: "收银台多久无操作后锁定（分钟）",
    hundredPointsFen: "100 积分的价值（元）",
    pointsNameZh: "积分的中文名称",
    pointsNameEn: "积分的英文名称",
    messagesOff: "发给会员的消息",
  } satisfies Record<keyof Parameters, string>,
  hints: {
    returnWindowDays: "留空表示不限",
    codeTries: "3 到 5 次",
    pinTries: "3 到 5 次，会员和店员通用",
    pinLockMinutes: "15 到 1440",
    hundredPointsFen: "用来估算推演和负债的金额，例如 1 元",
    claimDays: "新建礼品时预先填好，可以逐个修改",
    adjustmentAloneMax: "留空表示只看角色额度",
    surveyAloneMax: "0 到 100000",
    approvalDays: "到期没人处理的申请自动失效",
    kioskIdleSeconds: "20 到 300",
    counterLockMinutes: "1 到 30",
    pointsNameZh: "显示在会员手机上，例如：福分",
  } as Partial<Record<keyof Parameters, string>>,
  messages: {
    points: "积分变动",
    claims: "礼品兑换",
    lapse: "积分到期提醒",
    offers: "活动与优惠",
  } satisfies Record<NoticeKind, string>,
  messagesHint: "关掉的种类不再发给任何会员；验证码和安全提醒总会发送。",
};

/** Shape that every language of the parameters has. */
export type ParametersWording = typeof zh;
