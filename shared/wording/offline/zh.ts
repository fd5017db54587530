import { formatsOf } from "../format.ts";

const f = formatsOf("zh-CN");

const HOUR_MS = 3_600_000;

/** How long ago, roughly. */
const ago = (ms: number): string => {
  if (ms < 120_000) return "刚刚";
  if (ms < HOUR_MS) return `${Math.floor(ms / 60_000)} 分钟前`;
  if (ms < 48 * HOUR_MS) return `${Math.floor(ms / HOUR_MS)} 小时前`;
  return `${Math.floor(ms / 24 / HOUR_MS)} 天前`;
};

/** A moment of today by its time, any other with its day. */
const when = (at: number, now: number): string =>
  f.date(at) === f.date(now) ? f.time(at) : `${f.monthDay(at)} ${f.time(at)}`;

/** How long, roughly. */
const length = (ms: number): string => {
  if (ms < 2 * HOUR_MS) return ` ${Math.round(ms / 60_000)} 分钟`;
  if (ms < 48 * HOUR_MS) return ` ${Math.round(ms / HOUR_MS)} 小时`;
  return ` ${Math.round(ms / 24 / HOUR_MS)} 天`;
};

/** Texts of what is done without network. */
export const zh = {
  indicator: {
    none: "断网业务",
    waiting: (count: number) => `${f.count(count)} 笔待发送`,
    tasks: (count: number) => `${f.count(count)} 项待处理`,
  },
  banner: {
    title: "网络已断开",
    titleSince: (at: number, now: number) => `网络已断开，${when(at, now)} 起`,
    pricesShort: (at: number, now: number) => `价格截至 ${when(at, now)}`,
    pricesNone: "本机没有商品资料，请用快速金额",
    rulesShort: (version: number) => `规则第 ${version} 版`,
    more: "断网期间依据",
    last: "最后联网",
    prices: "价格",
    rules: "规则",
    unknown: "不清楚",
    at: (at: number, ms: number) => `${f.dateTime(at)}（${ago(ms)}）`,
    rulesAt: (version: number, at: number, ms: number) =>
      `第 ${version} 版，${f.dateTime(at)}（${ago(ms)}）`,
    works: "照常收款和开卡，联网后按先后自动入账。",
    returnsNone: "断网时列不出单据",
    returnsLater: "网络恢复后自动列出可退的单据。",
    budgetLater: "联网后显示",
    waits: {
      returns: "退货须联网办理。请顾客留好小票，联网后再退。",
      claims: "兑换和核销须联网办理。请会员稍后再来，兑换单不会因此作废。",
      budget: "门店积分须联网办理，额度要当场核对。",
      card: "补发会员卡要先识别会员，须联网办理。",
      offset: "积分抵扣须联网使用，本单照常积分。",
    },
  },
  clock: {
    title: "本机时钟不准",
    fast: (ms: number) => `快了${length(ms)}，请校准。`,
    slow: (ms: number) => `慢了${length(ms)}，请校准。`,
    fastShort: (ms: number) => `本机时钟快${length(ms)}`,
    slowShort: (ms: number) => `本机时钟慢${length(ms)}`,
    hint: "交易按最近一次联网时的服务器时间推算。",
  },
  member: {
    card: (digits: string) => `会员卡 ${digits}`,
    code: "电子会员卡",
    readAt: (at: number) => `${f.time(at)} 扫码`,
    typedAt: (at: number) => `${f.time(at)} 手工输入`,
    hint: "未核对。按原价收款，积分联网后入账。",
    phone: "断网时查不了手机号，请扫会员码或输入 16 位卡号。",
    typeHint: "16 位卡号（手机号要联网才能查）",
    again: "再查一次",
    later: "入账后到账",
  },
  signIn: {
    title: "网络已断开",
    hint:
      "12 小时内在本机登录过的店员可以用原来的密码解锁，继续收款和开卡。网络恢复后会再核对一次密码。",
    waiting: (count: number) => `${f.count(count)} 笔业务等着发送，登录后自动入账。`,
    sending: (count: number) => `正在发送 ${f.count(count)} 笔业务，锁定时也会继续。`,
    may: "断网可解锁",
    mayNot: "须联网登录",
    unknown: "断网时只有近 12 小时在本机登录过的人能解锁",
    unknownHint: "请由标有「断网可解锁」的店员解锁，或等网络恢复后登录。",
  },
  kept: {
    title: "已收款，待入账",
    hint: "已存在本机，网络恢复后自动入账一次，关机也不会丢。",
    member: (who: string) => `${who}：积分入账后到账`,
    nobody: "没有会员，不计积分",
    paper: "断网小票",
    paperHint: "积分将在网络恢复后到账",
    enrolled: "已登记，待开卡",
    enrolledHint:
      "网络恢复后自动开卡，卡号会出现在「断网业务」里。会员用手机号登录会员卡页面即可使用。",
    phoneMissing: "断网开卡须填手机号，会员以后用它登录",
    unsure: "没有收到答复，已转入本机队列：系统会用同一编号自动确认，不会重复入账。",
  },
  screen: {
    title: "断网业务",
    lead:
      "断网时做的业务先存在本机，联网后按先后各发送一次。72 小时内送达的，按当时的价格和规则入账。",
    queue: "本机队列",
    tasks: "待处理",
    ended: "最近处理",
    empty: "没有等待发送的业务",
    emptyHint: "断网时的收款和开卡会列在这里，联网后自动发送。",
    noTasks: "没有被退回的业务",
    noTasksHint: "系统不能入账的业务会转到这里，由店员补录或结案。",
    needsNetwork: "任务保存在总部，联网后显示。",
    more: (count: number) => `另有 ${f.count(count)} 笔`,
    progress: (left: number) => `还有 ${f.count(left)} 笔`,
    sending: "正在发送",
    waitsForNetwork: "等待网络",
    waitsForPerson: "登录后发送",
    oldest: (at: number) => `最早一笔 ${f.dateTime(at)}`,
    overdueSoon: (at: number) => `请在 ${f.dateTime(at)} 前联网，过后须店长补录`,
    from: (terminal: string) => `来自 ${terminal}`,
    refresh: "刷新",
  },
  states: {
    waiting: "等待发送",
    sending: "正在发送",
    booked: "已入账",
    dismissed: "已结案",
    refused: "被退回",
    task: "已转待处理",
  },
  left: {
    unsent: (count: number) => `本机有 ${f.count(count)} 笔业务没有发送`,
    unsentHint:
      "它们留在本机，不会记到别的门店。把本机重新配对为收银台并登录后，在「断网业务」里逐笔查看、导出并手工补录。",
    title: "上次配对时留下的",
    hint: "这些是本机在原门店做的，没有入账，也不会从这里发送。请在原门店手工补录，然后结案。",
    export: "导出",
    end: "结案",
    ended: (by: string, reason: string) => `${by} 已结案：${reason}`,
    allEnded: "都已结案。记录保留三天，也可以现在清除；本机换绑后一并清除。",
    clear: "清除已结案",
    endTitle: (label: string) => `结案：${label}`,
    endHint: "请先在原门店补录，或确认不用补录。结案后本机不再保存内容，原因保留三天。",
    reasons: ["已在原门店补录", "顾客已退货", "重复登记"],
    unknown: "来自哪台终端已不可知",
    nobody: "没有会员",
    member: (who: string) => `会员：${who}`,
    unreadable: "内容读不出来",
    phone: (digits: string) => `手机 ${digits}`,
    file: "本机未发送业务",
  },
  kinds: { sale: "收款", enrolment: "开卡", join: "自助机入会" },
  result: {
    earned: (points: number) => `积分 ${f.signed(points)}`,
    card: (number: string) => `卡号 ${number}`,
  },
  task: {
    book: "补录",
    dismiss: "结案",
    bookTitle: {
      sale: (label: string) => `补录收款 ${label}`,
      enrolment: (label: string) => `补录开卡：${label}`,
      join: (label: string) => `补录入会：${label}`,
    },
    dismissTitle: {
      sale: (label: string) => `不再入账：${label}`,
      enrolment: (label: string) => `不再开卡：${label}`,
      join: (label: string) => `不再入会：${label}`,
    },
    sku: (sku: string) => `货号 ${sku}`,
    dismissHint: "结案后不再办理，也不补积分。",
    whose: "记给谁",
    same: "原来的会员",
    other: "另一位会员",
    nobody: "不记会员",
    number: "卡号、手机号或会员码",
    find: "识别",
    found: (name: string) => `记给 ${name}`,
    phone: "手机号",
    name: "姓名",
    withoutInvite: "不使用邀请码",
    goodsHint: "系统里没有这个商品。请选出实际卖的商品，金额不变。",
    goodsBy: "实际卖的是",
    byProduct: "另一个商品",
    byCategory: "只记品类",
    productCode: "条码或货号",
    findProduct: "查找",
    noProduct: "没有找到：请换一个条码，或只记品类",
    foundProduct: (name: string) => `按「${name}」补录`,
    category: "品类",
    chooseCategory: "请选择品类",
    noOffset: (points: number) =>
      `原本要用 ${f.count(points)} 积分抵现：补录时不会扣积分，请核对顾客实付金额。`,
    newNumber: "补录时用新单号。",
    reason: "原因",
    reasonHint: "会记入操作日志",
    reasons: {
      book: {
        sale: ["会员出示了有效的卡", "核对小票后补录", "顾客不计积分"],
        enrolment: ["与顾客核对了手机号", "不使用邀请码", "核对后补录"],
        join: [],
      },
      dismiss: {
        sale: ["顾客已退货", "已在别处入账", "重复登记"],
        enrolment: ["已经是会员", "顾客不入会了", "重复登记"],
        join: ["已经是会员", "号码有误", "重复登记"],
      },
    },
    booked: "已补录",
    dismissed: "已结案",
    ended: {
      booked: (by: string, reason: string) => `${by} 已补录：${reason}`,
      dismissed: (by: string, reason: string) => `${by} 已结案：${reason}`,
    },
  },
  join: {
    title: "留下手机号入会",
    lead: "网络暂时断开。留下手机号，网络恢复后您会收到短信，按提示确认即可成为会员。",
    phone: "手机号",
    phoneWrong: "请输入 11 位手机号",
    terms: "我同意会员章程，并同意用此号码接收确认短信",
    go: "提交",
    done: "已登记",
    doneHint: "网络恢复后您会收到短信。7 天内确认即可入会，不确认不会成为会员。",
    finish: "完成",
    cannot: "查询和兑换要等网络恢复。",
  },
  /** A card was shown to a kiosk that has no network. */
  away: {
    title: "网络断开，暂时查不了会员卡",
    members: "已是会员",
    hint: "请稍后再来，或到服务台询问。",
    others: "还不是会员",
    joinHint: "可以先留下手机号，网络恢复后收短信确认。",
    leave: "留下手机号入会",
  },
};

export type OfflineWording = typeof zh;
