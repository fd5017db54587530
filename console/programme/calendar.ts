/** Which rules hold on which day: what the calendar shows. Members and goods are not asked about,
 *  only the day and the hour. @module */
import { addDays, type Day, dayOf, startOfDay } from "../../shared/business-day.ts";
import {
  type FestivalId,
  festivalIds,
  isFestival,
  weekdayOf,
} from "../../shared/calendar/festival.ts";
import { accrue } from "../../shared/points/accrue.ts";
import type { EarningRule } from "../../shared/points/earning-rules.ts";
import { blankGround, failing, minuteOf, type When } from "../../shared/points/when.ts";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";

const DAY_MINUTES = 1440;
const NOON_MS = 12 * 3_600_000;

/** Conditions on the day, and the one on the hour. */
const dayConditions = ["from", "to", "festivals", "weekdays", "monthDays"] as const;

export type Hours = NonNullable<When["hours"]>[number];

/** A rule on a day; hours null: all day. */
export interface DayRule {
  rule: EarningRule;
  hours: readonly Hours[] | null;
}

export interface CalendarDay {
  day: Day;
  festivals: FestivalId[];
  /** Rules that this day brings, not those of every day. */
  rules: DayRule[];
  /** Festivals on which points are given to everybody. */
  gifts: { festivalId: FestivalId; points: number }[];
}

/** Does the rule ask for certain days or hours? */
export const isDated = ({ when }: EarningRule): boolean =>
  when.hours !== undefined || dayConditions.some((name) => when[name] !== undefined);

const moment = (earnedAt: number) => ({
  earnedAt,
  tierId: null,
  eligibleFen: 0,
  ground: blankGround,
});

/** Does the rule hold on some part of the day, whoever buys whatever? */
export function holdsOn(rule: EarningRule, day: Day): boolean {
  if (!rule.on) return false;
  const when = Object.fromEntries(
    dayConditions.flatMap((name) => rule.when[name] ? [[name, rule.when[name]]] : []),
  ) as When;
  return failing(when, moment(startOfDay(day) + NOON_MS)) === null;
}

const rulesOf = (rules: ProgrammeRules): readonly EarningRule[] => rules.rules ?? [];

export function calendarDay(rules: ProgrammeRules, day: Day): CalendarDay {
  const festivals = festivalIds.filter((id) => isFestival(id, day));
  return {
    day,
    festivals,
    rules: rulesOf(rules).filter((rule) => isDated(rule) && holdsOn(rule, day))
      .map((rule) => ({ rule, hours: rule.when.hours ?? null })),
    gifts: (rules.grants?.festivals ?? []).filter((gift) => festivals.includes(gift.festivalId)),
  };
}

/** The weeks of a month, Monday first; days of other months fill the first and the last one.
 *  @param month "YYYY-MM" */
export function weeksOf(month: string): Day[][] {
  const first = `${month}-01`;
  let day = addDays(first, 1 - weekdayOf(first));
  const weeks: Day[][] = [];
  do {
    weeks.push(Array.from({ length: 7 }, (_, i) => addDays(day, i)));
    day = addDays(day, 7);
  } while (day.startsWith(month));
  return weeks;
}

/** The month so many months later. */
export function monthAfter(month: string, by: number): string {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${Math.floor(months / 12)}-${String(months % 12 + 1).padStart(2, "0")}`;
}

export type RuleState =
  | { state: "off" }
  /** It asks for no certain day or hour. */
  | { state: "always" }
  /** Until the end of the day, or a minute of it. */
  | { state: "now"; until: number | null }
  /** Later today, from a minute of the day on. */
  | { state: "today"; from: number }
  | { state: "next"; on: Day }
  | { state: "over" };

/** How far ahead the next day is looked for: over two Spring Festivals. */
const FAR_DAYS = 800;

/** What a rule does at an instant, and when it holds next. */
export function stateAt(rule: EarningRule, at: number): RuleState {
  if (!rule.on) return { state: "off" };
  if (!isDated(rule)) return { state: "always" };
  const today = dayOf(at);
  const minute = minuteOf(at);
  if (holdsOn(rule, today)) {
    const hours = rule.when.hours;
    if (!hours) return { state: "now", until: null };
    const open = windowsOfDay(hours).find(({ from, to }) => from <= minute && minute < to);
    if (open) return { state: "now", until: open.to };
    const later = windowsOfDay(hours).find(({ from }) => from > minute);
    if (later) return { state: "today", from: later.from };
  }
  const { to } = rule.when;
  for (let ahead = 1; ahead <= FAR_DAYS; ahead++) {
    const on = addDays(today, ahead);
    if (to !== undefined && on > to) break;
    if (holdsOn(rule, on)) return { state: "next", on };
  }
  return { state: "over" };
}

/** Windows as they lie in one day, in order; one over midnight has two parts. */
export const windowsOfDay = (hours: readonly Hours[]): Hours[] =>
  hours.flatMap(({ from, to }) =>
    from <= to ? [{ from, to }] : [{ from: 0, to }, { from, to: DAY_MINUTES }]
  ).filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from);

export interface DaySpan extends Hours {
  /** By tier, in the order that was asked for. */
  points: number[];
}

/** What an ordinary purchase earns through a day in each tier, by the function that books it.
 *  @param fen amount of goods in no category, bought by a member of whom only the tier is known */
export function spansOf(
  rules: ProgrammeRules,
  day: Day,
  tierIds: readonly (string | null)[],
  fen: number,
): DaySpan[] {
  const edges = new Set([0, DAY_MINUTES]);
  for (const { hours } of calendarDay(rules, day).rules) {
    for (const { from, to } of windowsOfDay(hours ?? [])) edges.add(from).add(to);
  }
  const sorted = [...edges].sort((a, b) => a - b);
  const spans: DaySpan[] = [];
  for (const [i, from] of sorted.slice(0, -1).entries()) {
    const to = sorted[i + 1]!;
    const at = startOfDay(day) + from * 60_000;
    const points = tierIds.map((tierId) => pointsAt(rules, at, tierId, fen));
    const last = spans.at(-1);
    if (last?.points.join() === points.join()) last.to = to;
    else spans.push({ from, to, points });
  }
  return spans;
}

const pointsAt = (
  rules: ProgrammeRules,
  earnedAt: number,
  tierId: string | null,
  amountFen: number,
): number =>
  accrue({
    lines: [{ n: 1, productId: null, categoryIds: [], quantityMilli: 1000, amountFen }],
    rules,
    ruleVersionId: "",
    tierId,
    carryMicro: 0,
    earnedAt,
  }).points;
