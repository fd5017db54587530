/** Everything that can be refused: one catalogue for the API, the screens and the pages under
 *  /problems/. A code is a kebab noun; the sentence says what happened, the remedy what to do.
 *  Only the listed fields ever leave the house. RFC 9457. @module */
import { giftProblems } from "./gifts/problems.ts";
import { grantProblems } from "./grants/problems.ts";
import { type Entry, entry } from "./problem-entry.ts";
import { offlineProblems } from "./offline/problems.ts";
import { programmeProblems } from "./programme/problems.ts";
import { offsetProblems } from "./sales/problems.ts";
import { tierProblems } from "./tiers/problems.ts";

export const catalogue = {
  // general
  "input-invalid": entry(
    400,
    "输入有误",
    "The input is not valid",
    "请检查标出的内容",
    "Correct the fields named in errors",
    "errors",
  ),
  "body-too-large": entry(
    413,
    "提交的内容过大",
    "The request body is too large",
    "请减少内容后再试",
    "Send less at once",
    "limitBytes",
  ),
  "media-type": entry(
    415,
    "只接受 JSON",
    "Only JSON is accepted",
    "请以 application/json 提交",
    "Send application/json",
  ),
  "origin-refused": entry(
    403,
    "来源不被允许",
    "The origin is not allowed",
    "请从本站页面操作",
    "Use the product's own pages",
  ),
  "key-missing": entry(
    400,
    "缺少幂等键",
    "The Idempotency-Key header is missing",
    "请为每次操作生成一个键",
    "Send a key made for this command",
  ),
  "key-reused": entry(
    422,
    "幂等键已用于另一项操作",
    "The key was used for another command",
    "请使用新的键",
    "Use a new key for a new command",
  ),
  "still-running": entry(
    409,
    "同一操作仍在处理",
    "The same command is still running",
    "请稍后重试",
    "Repeat it shortly",
  ),
  "too-busy": entry(
    503,
    "系统繁忙",
    "Too busy right now",
    "请稍后重试",
    "Repeat it with the same key",
    "retryAfterSeconds",
  ),
  "too-many": entry(
    429,
    "操作过于频繁",
    "Too many requests",
    "请稍后再试",
    "Wait and try again",
    "retryAfterSeconds",
  ),
  "not-found": entry(
    404,
    "没有找到",
    "Not found",
    "请检查后再试",
    "Check the address or the number",
  ),
  "method-refused": entry(
    405,
    "不支持的操作",
    "The method is not allowed",
    "请查看接口说明",
    "See the API description",
  ),
  "signed-out": entry(401, "请先登录", "Please sign in", "登录后再试", "Sign in and try again"),
  "sign-in-again": entry(
    403,
    "请重新登录以确认身份",
    "Please sign in again to confirm it is you",
    "用验证码登录后再试",
    "Sign in with a one-time code and try again",
  ),
  "not-allowed": entry(
    403,
    "没有权限",
    "Not allowed for your role",
    "请联系有权限的同事",
    "Ask somebody with the permission",
    "permission",
  ),
  "internal": entry(
    500,
    "系统出错了",
    "Something went wrong on our side",
    "请稍后重试",
    "Try again; nothing was half-done",
  ),
  "disk-full": entry(
    503,
    "暂时无法保存",
    "Nothing can be saved right now",
    "请稍后重试",
    "Try again later",
    "retryAfterSeconds",
  ),
  "data-damaged": entry(
    503,
    "数据库文件已损坏，停止服务",
    "The database file is damaged: nothing is read from it or booked",
    "请通知系统管理员从备份恢复",
    "Tell whoever runs the system: it has to be put back from a backup",
  ),
  "writer-away": entry(
    503,
    "暂时无法办理",
    "The main server cannot be reached right now",
    "请稍后重试",
    "Repeat it with the same key",
    "retryAfterSeconds",
  ),
  // one-time codes, members
  "code-wrong": entry(
    400,
    "验证码不正确",
    "The code is wrong",
    "请核对后重新输入",
    "Check it and enter it again",
    "triesLeft",
  ),
  "code-expired": entry(
    400,
    "验证码已失效",
    "The code is no longer valid",
    "请重新获取验证码",
    "Ask for a new code",
  ),
  "phone-refused": entry(
    400,
    "手机号无法接收验证码",
    "Codes cannot be sent to this number",
    "请使用中国大陆手机号",
    "Use a mainland mobile number",
  ),
  "terms-missing": entry(
    400,
    "请先同意会员章程",
    "The terms must be agreed to",
    "勾选同意后继续",
    "Agree to the terms to go on",
  ),
  "member-exists": entry(
    409,
    "该手机号已是会员",
    "This phone already has a membership",
    "请直接登录",
    "Sign in instead",
  ),
  "devices-full": entry(
    409,
    "已在三部手机上登录",
    "Already signed in on three phones",
    "请先退出其中一部",
    "Sign out one of them first",
    "max",
  ),
  "member-frozen": entry(
    409,
    "会员账户已冻结",
    "This membership is frozen",
    "请到门店服务台",
    "Please ask at the service desk",
  ),
  // cards and scans
  "code-malformed": entry(
    400,
    "无法识别的码",
    "This is not one of our codes",
    "请重新扫描会员码",
    "Scan the member code again",
  ),
  "card-code-invalid": entry(
    404,
    "会员码无效",
    "The member code is not valid",
    "请刷新会员码后再扫",
    "Refresh the code and scan again",
  ),
  "card-code-used": entry(
    409,
    "会员码已使用",
    "This code was used already",
    "请点刷新出示新码",
    "Tap refresh on the phone for a new code",
  ),
  "card-code-skewed": entry(
    409,
    "手机时间不准",
    "The phone's clock is wrong",
    "请联网打开会员卡校准",
    "Open the e-card online once",
  ),
  "card-frozen": entry(
    409,
    "此卡已停用",
    "This card is not active",
    "请到服务台处理",
    "Please ask at the service desk",
    "state",
  ),
  "scan-expired": entry(
    409,
    "识别已过期",
    "The scan has expired",
    "请重新扫描",
    "Scan the card again",
  ),
  "scan-used": entry(
    409,
    "本次识别已完成交易",
    "This scan was already used for a purchase",
    "请重新扫描",
    "Scan the card again",
  ),
  "scan-earn-only": entry(
    403,
    "需要验证后才能使用积分",
    "Spending needs the PIN or a one-time code",
    "请输入支付密码或验证码",
    "Enter the PIN or a code",
  ),
  "pin-wrong": entry(400, "密码不正确", "The PIN is wrong", "请重新输入", "Try again", "triesLeft"),
  "pin-locked": entry(
    423,
    "密码已锁定",
    "The PIN is locked",
    "请稍后再试",
    "Wait and try again",
    "lockedUntil",
  ),
  "pin-missing": entry(
    409,
    "尚未设置支付密码",
    "No PIN has been set",
    "请在手机会员卡中设置",
    "Set one in the e-card",
  ),
  "pin-weak": entry(
    400,
    "密码过于简单",
    "This PIN is too easy to guess",
    "请勿使用连号、重号或生日",
    "Avoid runs, repeats and your birthday",
  ),
  // sales and returns
  "amount-invalid": entry(
    400,
    "金额有误",
    "The amount is not valid",
    "请输入大于 0 的金额",
    "Enter an amount above 0",
  ),
  "order-exists": entry(
    409,
    "单号已存在",
    "This order number is taken",
    "请核对单号",
    "Check the order number",
    "saleId",
  ),
  "product-unknown": entry(
    404,
    "没有这个商品",
    "No such product",
    "请核对条码",
    "Check the barcode",
    "sku",
  ),
  "sale-mismatch": entry(
    400,
    "明细与合计不符",
    "The lines do not add up",
    "请核对金额",
    "Check the amounts",
    "expectedFen",
  ),
  "time-refused": entry(
    400,
    "交易时间不被接受",
    "The time of the sale is not accepted",
    "请核对终端时间",
    "Check the till's clock",
  ),
  "return-late": entry(
    409,
    "已超过退货期限",
    "The time for returns is over",
    "请由店长按规定处理",
    "Ask the store manager",
    "days",
  ),
  "return-too-large": entry(
    409,
    "退货超过可退数量",
    "More than what is left to return",
    "请核对数量和金额",
    "Check the quantities",
    "n",
    "leftMilli",
    "leftFen",
  ),
  "sale-returned": entry(
    409,
    "该单已全部退货",
    "This sale is already returned in full",
    "请核对单号",
    "Check the order number",
  ),
  "over-limit": entry(
    403,
    "超过你的权限额度",
    "Above the limit of your role",
    "请由有权限的同事操作",
    "Ask somebody with a higher limit",
    "limit",
  ),
  // points and gifts
  "points-short": entry(
    409,
    "积分不足",
    "Not enough points",
    "再积一些就可以换了",
    "Earn a little more",
    "spendable",
    "needed",
  ),
  ...giftProblems,
  ...grantProblems,
  ...offlineProblems,
  ...offsetProblems,
  ...tierProblems,
  ...programmeProblems,
  "debt-open": entry(
    409,
    "有待补的欠分",
    "There is a points debt",
    "之后的积分会先补足",
    "Later earning pays it off first",
    "debt",
  ),
  "day-limit": entry(
    403,
    "已达今日上限",
    "Today's limit is reached",
    "请明天再试",
    "Try again tomorrow",
    "limit",
  ),
  // terminals, staff, console
  "terminal-unknown": entry(
    401,
    "终端未配对",
    "This terminal is not paired",
    "请重新配对",
    "Pair the terminal",
  ),
  "proof-invalid": entry(
    401,
    "终端签名无效",
    "The terminal's proof is not valid",
    "请检查终端时间",
    "Check the terminal's clock",
  ),
  "pairing-over": entry(
    404,
    "配对码已失效",
    "The pairing code is no longer valid",
    "请在终端重新获取",
    "Get a new code on the terminal",
  ),
  "sign-in-wrong": entry(
    401,
    "账号或密码不正确",
    "The sign-in is wrong",
    "请核对后再试",
    "Check it and try again",
  ),
  "sign-in-locked": entry(
    423,
    "登录已锁定",
    "Sign-in is locked",
    "请稍后再试",
    "Wait and try again",
    "lockedUntil",
  ),
  "name-taken": entry(
    409,
    "名称或编号已被使用",
    "This name or number is taken",
    "请换一个",
    "Choose another",
    "field",
  ),
  "changed-meanwhile": entry(
    409,
    "内容已被他人修改",
    "Somebody changed it meanwhile",
    "请刷新后再改",
    "Reload and try again",
  ),
  "tag-screened": entry(
    409,
    "这个标签由筛选条件自动维护",
    "This tag is kept by a screening",
    "请换一个手工标签",
    "Choose a tag that is given by hand",
  ),
  "list-too-long": entry(
    409,
    "名单太长",
    "The list is too long",
    "请缩小筛选范围",
    "Narrow the filter",
    "max",
  ),
  "role-held": entry(
    409,
    "还有员工持有这个角色",
    "Somebody still holds this role",
    "请先给他们换一个角色",
    "Give them another role first",
    "people",
  ),
  "approval-over": entry(
    409,
    "这项申请已经处理",
    "This request is already decided",
    "请刷新待办列表",
    "Reload the list of approvals",
    "state",
  ),
  "approval-own": entry(
    403,
    "不能审批自己的申请",
    "Nobody approves what they asked for themselves",
    "请由另一位有权限的同事审批",
    "Ask another person with the permission",
  ),
  "push-refused": entry(
    400,
    "推送地址不被允许",
    "This push address is not allowed",
    "请使用常见浏览器",
    "Use a common browser",
  ),
} as const satisfies Record<string, Entry>;

export type ProblemCode = keyof typeof catalogue;
export type ProblemFields = Record<string, unknown>;

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(catalogue, code);

/** A refusal. Thrown by verbs, answered in one place, met again by the clients. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly fields: ProblemFields;
  constructor(code: ProblemCode, fields: ProblemFields = {}) {
    super(catalogue[code].en);
    this.name = "Problem";
    this.code = code;
    this.fields = fields;
  }
  get status(): number {
    return catalogue[this.code].status;
  }
}

/** Refusals that only say "not now". */
const passing: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  "still-running",
  "too-busy",
  "too-many",
  "internal",
  "disk-full",
  "writer-away",
]);

/** Refusals of the caller that come before the command is looked up by its key. */
const atTheGuard: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  "signed-out",
  "sign-in-again",
  "not-allowed",
  "terminal-unknown",
  "proof-invalid",
  "origin-refused",
  "pin-wrong",
  "pin-locked",
  "pin-missing",
]);

/** What a refusal says about a command that was sent before with the same key and got no answer.
 *  - `final`: nothing was booked under this key; it may be forgotten
 *  - `passing`: open; the same key may be sent again after a while
 *  - `guard`: open; the same key, once a person has cured the refusal (signed in, typed the PIN) */
export const standingOf = (code: ProblemCode): "final" | "passing" | "guard" =>
  passing.has(code) ? "passing" : atTheGuard.has(code) ? "guard" : "final";

/** The body of the answer: the catalogue's words and only the catalogue's fields. */
export const problemBody = (problem: Problem, language: "zh-CN" | "en", requestId: string) => {
  const known: Entry = catalogue[problem.code];
  const open: ProblemFields = {};
  for (const name of known.fields ?? []) {
    if (problem.fields[name] !== undefined) open[name] = problem.fields[name];
  }
  const zh = language === "zh-CN";
  return {
    ...open,
    type: `/problems/${problem.code}`,
    title: zh ? known.zh : known.en,
    detail: zh ? known.remedyZh : known.remedyEn,
    status: known.status,
    instance: requestId,
  };
};
