import { formatsOf } from "../format.ts";

const f = formatsOf("zh-CN");

type Fields = Record<string, number | string | null>;
const fen = (fields: Fields, name: string): string => f.money(Number(fields[name] ?? 0));
const count = (fields: Fields, name: string): string => f.count(Number(fields[name] ?? 0));

const closed: Record<string, string> = {
  from: "抵扣活动尚未开始",
  to: "抵扣活动已经结束",
  weekdays: "今天的星期不能抵扣",
  monthDays: "今天的日期不能抵扣",
  hours: "现在的时段不能抵扣",
};

/** Why points cannot pay, with what would change it. */
const whyNot: Record<string, (fields: Fields) => string> = {
  "offset-not-offered": () => "这里不能用积分抵扣",
  "offset-closed": (fields) => closed[String(fields.condition)] ?? "现在不能用积分抵扣",
  "offset-goods": () => "这些商品不能用积分抵扣",
  "offset-minimum": (fields) =>
    `满 ${fen(fields, "minSaleFen")} 才能抵扣，可抵扣的商品现在是 ${fen(fields, "payableFen")}`,
  "debt-open": (fields) => `还欠 ${count(fields, "debt")} 分，补足后才能抵扣`,
  "offset-limit-today": (fields) => `每天最多抵扣 ${count(fields, "limit")} 分，今天已用完`,
  "points-short": (fields) =>
    `可用 ${count(fields, "spendable")} 分，至少要 ${count(fields, "needed")} 分`,
  "offset-share": (fields) =>
    Number(fields.maxPoints ?? 0) > 0
      ? `这一单最多用 ${count(fields, "maxPoints")} 分`
      : "这一单金额太小，不能抵扣",
  "offset-step": (fields) => `请按 ${count(fields, "step")} 分的倍数抵扣`,
};

/** Texts of paying with points, and of why a sale earned what it earned. */
export const offset = {
  offset: {
    title: "积分抵扣",
    upTo: (points: number, money: string) => `可用 ${f.count(points)} 分抵 ${money}`,
    used: (points: number) => `用 ${f.count(points)} 分`,
    change: "修改积分抵扣",
    remove: "不用积分抵扣",
    total: "合计",
    paid: "积分抵扣",
    toPay: "应收",
    worth: "抵扣",
    left: "还要付",
    points: "用多少积分",
    slider: "积分数",
    pointsHint: (step: number, max: number) =>
      step > 1 ? `${f.count(step)} 分的倍数，最多 ${f.count(max)} 分` : `最多 ${f.count(max)} 分`,
    rate: (points: number, money: string) => `每 ${f.count(points)} 分抵 ${money}`,
    wrong: "请输入积分数",
    presets: "快速选择",
    all: "最多",
    dying: "快过期的",
    none: "不用",
    boundBy: {
      balance: "会员可用的积分都能用上",
      day: "受每天抵扣上限限制",
      sale: "受每单抵扣上限限制",
      share: "受这一单可抵扣的比例限制",
    },
    lapse: (points: number, at: number) =>
      `${f.count(points)} 分将于 ${f.monthDay(at - 1)} 过期，先用它们`,
    gift: (keep: number, name: string) => `留 ${f.count(keep)} 分，就能兑换「${name}」`,
    giftUse: (points: number) => `用 ${f.count(points)} 分`,
    apply: "用积分抵扣",
    applyNone: "不用积分",
    member: "请会员确认",
    earnOnly: "这样识别的会员只能积分",
    earnOnlyHint: "请会员出示手机上的会员码再扫一次，或由会员本人在这里输入密码或验证码。",
    whyNot: (code: string, fields: Fields): string =>
      whyNot[code]?.(fields) ?? "现在不能用积分抵扣",
    given: "积分抵扣",
    back: "退回抵扣的积分",
    granted: "补积分",
    partOf: (money: string) => `其中积分抵 ${money}`,
    wasPaid: (points: number, money: string) => `用 ${f.count(points)} 分抵 ${money}`,
    notOffline: (money: string) => `断网不能用积分抵扣，现在应收 ${money}`,
    moneyBack: "退现金部分",
  },
  why: {
    open: "积分怎么算的",
    rules: (version: number, from: number) => `积分规则第 ${version} 版，${f.date(from)}起`,
    lots: "形成的积分",
    until: (at: number) => `有效期至 ${f.date(at - 1)}`,
    never: "长期有效",
  },
};
