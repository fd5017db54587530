import type { Lang } from "./lang.ts";

/** All stores keep this clock, whatever the clock of the reader's phone says. */
const TIME_ZONE = "Asia/Shanghai";

/** Numbers, amounts and days as one language writes them. */
export interface Formats {
  /** Fen as a price: `¥88.00` in both languages. */
  money(fen: number): string;
  /** Fen as a price without empty decimals: `¥88`, `¥88.50`. */
  moneyShort(fen: number): string;
  /** A whole number with grouping: `12,480`. */
  count(value: number): string;
  /** A whole number with its sign, for changes: `+120`, `−300`. */
  signed(value: number): string;
  /** A share between 0 and 1: `12.5%`. */
  share(value: number): string;
  /** Milliseconds since epoch as day, in store time: `2026年11月22日`. */
  date(at: number): string;
  /** Milliseconds since epoch as day without year, in store time: `11月22日`. */
  monthDay(at: number): string;
  /** Milliseconds since epoch as day and minute, in store time. */
  dateTime(at: number): string;
  /** Milliseconds since epoch as minute of the day, in store time: `14:05`. */
  time(at: number): string;
  /** A calendar day `YYYY-MM-DD` as day. */
  day(on: string): string;
  /** A calendar day `YYYY-MM-DD` as year and month: `2026年11月`. */
  month(on: string): string;
  /** The form that fits a count; Chinese uses `other` alone. */
  plural(count: number, forms: { one?: string; other: string }): string;
}

const LOCALES: Record<Lang, string> = { "zh-CN": "zh-CN", en: "en-GB" };
const made = new Map<Lang, Formats>();

/** The formats of a language; built once per language. */
export function formatsOf(lang: Lang): Formats {
  const kept = made.get(lang);
  if (kept) return kept;
  const formats = build(LOCALES[lang]);
  made.set(lang, formats);
  return formats;
}

function build(locale: string): Formats {
  const yuan = new Intl.NumberFormat(locale, {
    style: "currency",
    currency: "CNY",
    currencyDisplay: "narrowSymbol",
  });
  const yuanShort = new Intl.NumberFormat(locale, {
    style: "currency",
    currency: "CNY",
    currencyDisplay: "narrowSymbol",
    trailingZeroDisplay: "stripIfInteger",
  });
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const plurals = new Intl.PluralRules(locale);
  const days = (options: Intl.DateTimeFormatOptions, timeZone = TIME_ZONE) =>
    new Intl.DateTimeFormat(locale, { timeZone, ...options });
  const long: Intl.DateTimeFormatOptions = locale === "zh-CN"
    ? { year: "numeric", month: "long", day: "numeric" }
    : { year: "numeric", month: "short", day: "numeric" };
  const minute: Intl.DateTimeFormatOptions = {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  };
  const date = days(long);
  const dayAlone = days(long, "UTC");
  const monthAlone = days({ year: "numeric", month: "long" }, "UTC");
  const monthDay = days({ month: locale === "zh-CN" ? "long" : "short", day: "numeric" });
  const dateTime = days({ ...long, ...minute });
  const time = days(minute);
  const noon = (on: string) => Date.parse(`${on}T12:00:00Z`);
  return {
    money: (fen) => yuan.format(fen / 100).replace("-", "−"),
    moneyShort: (fen) => yuanShort.format(fen / 100).replace("-", "−"),
    count: (value) => whole.format(value).replace("-", "−"),
    signed: (value) => (value > 0 ? "+" : "") + whole.format(value).replace("-", "−"),
    share: (value) => percent.format(value),
    date: (at) => date.format(at),
    monthDay: (at) => monthDay.format(at),
    dateTime: (at) => dateTime.format(at),
    time: (at) => time.format(at),
    day: (on) => dayAlone.format(noon(on)),
    month: (on) => monthAlone.format(noon(on)),
    plural: (count, forms) =>
      plurals.select(count) === "one" ? forms.one ?? forms.other : forms.other,
  };
}
