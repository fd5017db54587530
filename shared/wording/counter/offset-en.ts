import { formatsOf } from "../format.ts";
import type { offset as zh } from "./offset-zh.ts";

const f = formatsOf("en");

type Fields = Record<string, number | string | null>;
const fen = (fields: Fields, name: string): string => f.money(Number(fields[name] ?? 0));
const points = (count: number) =>
  `${f.count(count)} ${f.plural(count, { one: "point", other: "points" })}`;
const pointsIn = (fields: Fields, name: string): string => points(Number(fields[name] ?? 0));

const closed: Record<string, string> = {
  from: "Paying with points has not started yet",
  to: "Paying with points is over",
  weekdays: "Not on this day of the week",
  monthDays: "Not on this day of the month",
  hours: "Not at this time of day",
};

const whyNot: Record<string, (fields: Fields) => string> = {
  "offset-not-offered": () => "Points cannot pay here",
  "offset-closed": (fields) => closed[String(fields.condition)] ?? "Points cannot pay now",
  "offset-goods": () => "None of these goods can be paid with points",
  "offset-minimum": (fields) =>
    `From ${fen(fields, "minSaleFen")} on; goods that points can pay come to ${
      fen(fields, "payableFen")
    }`,
  "debt-open": (fields) => `${pointsIn(fields, "debt")} are owed and come first`,
  "offset-limit-today": (fields) =>
    `At most ${pointsIn(fields, "limit")} a day, and they are used up`,
  "points-short": (fields) =>
    `${pointsIn(fields, "spendable")} to spend, at least ${pointsIn(fields, "needed")} are needed`,
  "offset-share": (fields) =>
    Number(fields.maxPoints ?? 0) > 0
      ? `This sale takes at most ${pointsIn(fields, "maxPoints")}`
      : "This sale is too small for points",
  "offset-step": (fields) => `Use a multiple of ${pointsIn(fields, "step")}`,
};

/** English of paying with points. */
export const offset: typeof zh = {
  offset: {
    title: "Pay with points",
    upTo: (count: number, money: string) => `${points(count)} could pay ${money}`,
    used: (count: number) => points(count),
    change: "Change the points used",
    remove: "Use no points",
    total: "Total",
    paid: "Paid with points",
    toPay: "To pay",
    worth: "Pays",
    left: "Left to pay",
    points: "Points to use",
    slider: "Number of points",
    pointsHint: (step: number, max: number) =>
      step > 1
        ? `In steps of ${f.count(step)}, at most ${f.count(max)}`
        : `At most ${f.count(max)}`,
    rate: (count: number, money: string) => `${points(count)} pay ${money}`,
    wrong: "Enter a number of points",
    presets: "Quick choice",
    all: "Most",
    dying: "Lapsing soon",
    none: "None",
    boundBy: {
      balance: "All the member's points may be used",
      day: "Limited by the day's limit",
      sale: "Limited by the limit of a sale",
      share: "Limited by the share of the sale that points may pay",
    },
    lapse: (count: number, at: number) =>
      `${points(count)} ${f.plural(count, { one: "lapses", other: "lapse" })} on ${
        f.monthDay(at - 1)
      }: use them first`,
    gift: (keep: number, name: string) => `Keep ${points(keep)} and ${name} can be had`,
    giftUse: (count: number) => `Use ${points(count)}`,
    apply: "Use these points",
    applyNone: "Use no points",
    member: "The member agrees",
    earnOnly: "Recognised like this, the member can only earn",
    earnOnlyHint:
      "Scan the code on the member's phone, or let the member enter the PIN or a one-time code here.",
    whyNot: (code: string, fields: Fields): string =>
      whyNot[code]?.(fields) ?? "Points cannot pay now",
    given: "Paid with points",
    back: "Points given back",
    granted: "Points given",
    partOf: (money: string) => `${money} of it paid with points`,
    wasPaid: (count: number, money: string) => `${points(count)} paid ${money}`,
    notOffline: (money: string) => `Points cannot pay without network: now ${money}`,
    moneyBack: "Refund in money",
  },
  why: {
    open: "Why these points",
    rules: (version: number, from: number) =>
      `Earning rules version ${version}, from ${f.date(from)}`,
    lots: "Points made",
    until: (at: number) => `good until ${f.date(at - 1)}`,
    never: "never lapse",
  },
};
