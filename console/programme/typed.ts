/** Rules as people type them, and back: the same shape, with text where a number is typed in the
 *  unit that people think in (yuan, times, the clock). @module */
import { factorText, fenOf, percentOf, wholeOf, yuanText } from "../form/typed-number.ts";

type Unit = "yuan" | "factor" | "clock" | "whole";

/** The unit of each field that is typed. What is not named here is chosen, not typed. */
const units = {
  fenPerPoint: "yuan",
  minSaleFen: "yuan",
  fromFen: "yuan",
  fen: "yuan",
  percent: "factor",
  from: "clock",
  to: "clock",
  pointsPerStep: "whole",
  pointsPerUnit: "whole",
  points: "whole",
  priority: "whole",
  perSale: "whole",
  perDay: "whole",
  perMember: "whole",
  balanceAtMost: "whole",
  daysBefore: "whole",
  daysAfter: "whole",
  pendingDays: "whole",
  signUpPoints: "whole",
  months: "whole",
  quarters: "whole",
  years: "whole",
  month: "whole",
  day: "whole",
  maxSharePercent: "whole",
  maxPoints: "whole",
  maxPointsPerDay: "whole",
  stepPoints: "whole",
  referrerPoints: "whole",
  friendPoints: "whole",
  waitDays: "whole",
  maxPerMonth: "whole",
  maxPerDay: "whole",
  days: "whole",
} as const satisfies Record<string, Unit>;
type TypedKey = keyof typeof units;

/** Fields where nothing typed means: none. */
const mayBeEmpty = ["perSale", "perDay", "perMember", "maxPoints", "maxPointsPerDay"];

/** The typed form of a part of the rules. */
export type Typed<T> = T extends readonly (infer Each)[]
  ? Each extends string | number ? Each[] : Typed<Each>[]
  : T extends object ? { [K in keyof T]: K extends TypedKey ? TypedLeaf<T[K]> : Typed<T[K]> }
  : T;
type TypedLeaf<V> = NonNullable<V> extends number | string ? string : Typed<V>;

const two = (part: number): string => String(part).padStart(2, "0");

/** Minutes of the day as "09:30"; the end of the day is "24:00". */
export const clockText = (minutes: number): string =>
  `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

/** "09:30" as minutes of the day; NaN for what is no time. */
export function minutesOf(text: string): number {
  const match = /^([01]?\d|2[0-4])[:：]([0-5]\d)$/.exec(text.normalize("NFKC").trim());
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : NaN;
  return minutes <= 1440 ? minutes : NaN;
}

const write: Record<Unit, (value: number) => string> = {
  yuan: yuanText,
  factor: factorText,
  clock: clockText,
  whole: String,
};
const read: Record<Unit, (text: string) => number> = {
  yuan: fenOf,
  factor: percentOf,
  clock: minutesOf,
  whole: wholeOf,
};

const unitOf = (key: string): Unit | undefined =>
  Object.hasOwn(units, key) ? units[key as TypedKey] : undefined;

/** The unit of the last part of a path like "gives.steps.1.fromFen". */
export const unitAt = (path: string): Unit | undefined =>
  path.startsWith("tierFactorPercent.") ? "factor" : unitOf(path.split(".").at(-1) ?? "");

function toText(key: string, value: unknown): unknown {
  const unit = unitOf(key);
  if (unit && typeof value === "number") return write[unit](value);
  if (value === null && mayBeEmpty.includes(key)) return "";
  if (Array.isArray(value)) return value.map((each) => toText("", each));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, toText(name, each)]),
  );
}

/** Days stay as they are; in the same fields of hours stands a time. */
const isDayText = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text);

function fromText(key: string, value: unknown): unknown {
  const unit = unitOf(key);
  if (unit && typeof value === "string") {
    if (unit === "clock" && isDayText(value)) return value;
    if (value.trim() === "" && mayBeEmpty.includes(key)) return null;
    return read[unit](value);
  }
  if (Array.isArray(value)) return value.map((each) => fromText("", each));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).filter(([, each]) => each !== undefined)
      .map(([name, each]) => [name, fromText(name, each)]),
  );
}

export const typed = <T extends object>(part: T): Typed<T> => toText("", part) as Typed<T>;

/** What was typed as rules; NaN stands for what is no number, so that the schema refuses it. */
export const untyped = (draft: object): unknown => fromText("", draft);
