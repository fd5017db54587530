/** A trial as it is typed, and what would be sent. @module */
import { dayOf, isDay, startOfDay } from "../../shared/business-day.ts";
import { MICRO_PER_POINT } from "../../shared/points/limits.ts";
import { minuteOf } from "../../shared/points/when.ts";
import { inventedMember, type Trial, type TrialMember } from "../../shared/programme/trial.ts";
import { fenOf, wholeOf, yuanText } from "../form/typed-number.ts";

export interface TypedLine {
  /** Stays while the line is edited. */
  key: number;
  productId: string | null;
  name: string;
  categoryId: string;
  giftCard: boolean;
  /** Pieces or kilograms. */
  quantity: string;
  /** Yuan. */
  amount: string;
  /** The price of one, to follow the quantity; 0: none. */
  priceFen: number;
}

export interface TypedTrial {
  lines: TypedLine[];
  label: string;
  tierId: string;
  tags: string[];
  memberCategoryId: string;
  calendar: "none" | "solar" | "lunar";
  /** "MM-DD". */
  monthDay: string;
  firstPurchase: boolean;
  balance: string;
  givenToday: string;
  /** What else is known of a real member; not typed. */
  carryMicro: number;
  given: TrialMember["given"];
  storeId: string;
  day: string;
  /** "HH:MM". */
  time: string;
  offsetPoints: string;
}

const two = (part: number): string => String(part).padStart(2, "0");
const timeOf = (at: number): string =>
  `${two(Math.floor(minuteOf(at) / 60))}:${two(minuteOf(at) % 60)}`;

/** @param at now (ms) */
export const blankTrial = (at: number): TypedTrial =>
  typedFrom({
    lines: [],
    member: inventedMember,
    storeId: null,
    at,
    offsetPoints: 0,
  });

/** A member's part as it is typed. */
export const memberTyped = (member: TrialMember) => ({
  label: member.label,
  tierId: member.tierId ?? "",
  tags: [...member.tags],
  memberCategoryId: member.memberCategoryId ?? "",
  calendar: member.birthday === null
    ? "none" as const
    : member.birthday.calendar === "solar"
    ? "solar" as const
    : "lunar" as const,
  monthDay: member.birthday?.on.slice(5) ?? "",
  firstPurchase: member.firstPurchase,
  balance: String(member.balance),
  givenToday: String(Math.floor((member.given.day["*"] ?? 0) / MICRO_PER_POINT)),
  carryMicro: member.carryMicro,
  given: member.given,
});

/** A trial, opened again. */
export const typedFrom = ({ lines, member, storeId, at, offsetPoints }: Trial): TypedTrial => ({
  lines: lines.map((line, key) => ({
    key,
    productId: line.productId ?? null,
    name: line.name ?? "",
    categoryId: line.categoryId ?? "",
    giftCard: line.giftCard ?? false,
    quantity: String(line.quantityMilli / 1000),
    amount: yuanText(line.amountFen),
    priceFen: 0,
  })),
  ...memberTyped(member),
  storeId: storeId ?? "",
  day: dayOf(at),
  time: timeOf(at),
  offsetPoints: String(offsetPoints),
});

/** Thousandths of a typed quantity; NaN when it is none. */
export const milliOf = (text: string): number =>
  /^\d{1,6}(\.\d{1,3})?$/.test(text.trim()) && Number(text) > 0
    ? Math.round(Number(text) * 1000)
    : NaN;

const monthDayFits = (text: string): boolean => isDay(`2000-${text.trim()}`);

/** What is wrong with what is typed, by field. */
export const typedErrors = (typed: TypedTrial) => ({
  monthDay: typed.calendar !== "none" && !monthDayFits(typed.monthDay),
  day: !isDay(typed.day),
  time: !/^([01]\d|2[0-3]):[0-5]\d$/.test(typed.time),
  balance: Number.isNaN(wholeOf(typed.balance)),
  givenToday: Number.isNaN(wholeOf(typed.givenToday)),
  offsetPoints: Number.isNaN(wholeOf(typed.offsetPoints)),
});

const instantOf = ({ day, time }: TypedTrial): number =>
  startOfDay(day) + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000;

const memberOf = (typed: TypedTrial): TrialMember => ({
  label: typed.label,
  tierId: typed.tierId || null,
  tags: typed.tags,
  memberCategoryId: typed.memberCategoryId || null,
  birthday: typed.calendar === "none"
    ? null
    : { on: `0000-${typed.monthDay.trim()}`, calendar: typed.calendar },
  firstPurchase: typed.firstPurchase,
  balance: wholeOf(typed.balance),
  carryMicro: typed.carryMicro,
  given: {
    ...typed.given,
    day: { ...typed.given.day, "*": wholeOf(typed.givenToday) * MICRO_PER_POINT },
  },
});

/** What would be sent; null while nothing is in the basket or something is wrong. */
export const trialFrom = (typed: TypedTrial): Trial | null => {
  if (typed.lines.length === 0 || Object.values(typedErrors(typed)).some(Boolean)) return null;
  const lines = typed.lines.map((line) => ({
    ...(line.productId ? { productId: line.productId } : {}),
    ...(!line.productId && line.categoryId ? { categoryId: line.categoryId } : {}),
    ...(line.name ? { name: line.name } : {}),
    ...(line.giftCard ? { giftCard: true as const } : {}),
    quantityMilli: milliOf(line.quantity),
    amountFen: fenOf(line.amount),
  }));
  const whole = lines.every((line) =>
    Number.isInteger(line.quantityMilli) && Number.isInteger(line.amountFen)
  );
  if (!whole) return null;
  return {
    lines,
    member: memberOf(typed),
    storeId: typed.storeId || null,
    at: instantOf(typed),
    offsetPoints: wholeOf(typed.offsetPoints),
  };
};
