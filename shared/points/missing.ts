/** Why a rule did not hold, with what would have been needed. @module */
import { addDays, type Day, dayOf } from "../business-day.ts";
import { daysIn } from "../calendar/festival.ts";
import type { Reason } from "./reason.ts";
import { type Condition, failingOn, type Moment, type When } from "./when.ts";

type Missed = Extract<Reason, { code: "rule-missed" }>;
export type Missing = Pick<Missed, "condition" | "wanted" | "had" | "next">;

/** Conditions whose terms may be told to the member. */
const told = [
  "from",
  "to",
  "festivals",
  "weekdays",
  "monthDays",
  "hours",
  "tierIds",
  "birthday",
  "balanceAtMost",
  "minSaleFen",
] as const;
const isTold = (condition: Condition): condition is (typeof told)[number] =>
  (told as readonly Condition[]).includes(condition);

/** Judges conditions at one moment: null when all hold, else the first that does not. */
export function missing(moment: Moment): (when: When) => Missing | null {
  const day = dayOf(moment.earnedAt, moment.offset);
  return (when) => {
    const condition = failingOn(when, moment, day);
    if (condition === null || !isTold(condition)) return condition && { condition };
    const why: Missing = { condition, wanted: { [condition]: when[condition] } };
    if (condition === "minSaleFen") why.had = moment.eligibleFen;
    if (condition === "balanceAtMost") why.had = moment.ground.balance;
    const next = condition === "festivals" ? nextOf(when.festivals!, day) : null;
    if (next) why.next = next;
    return why;
  };
}

type Festivals = NonNullable<When["festivals"]>;
const nexts = new WeakMap<Festivals, Map<Day, { from: Day; to: Day } | null>>();

/** First and last day around the festival that comes next. */
function nextOf(festivals: Festivals, day: Day): { from: Day; to: Day } | null {
  const known = nexts.get(festivals) ?? new Map<Day, { from: Day; to: Day } | null>();
  const before = known.get(day);
  if (before !== undefined) return before;
  const { ids, daysBefore, daysAfter } = festivals;
  const year = Number(day.slice(0, 4));
  const years = [year, year + 1, year + 2].filter((each) => each <= 2099);
  const first = ids.flatMap((id) => years.flatMap((each) => daysIn(id, each)))
    .filter((on) => addDays(on, -daysBefore) > day).sort()[0];
  const next = first === undefined
    ? null
    : { from: addDays(first, -daysBefore), to: addDays(first, daysAfter) };
  nexts.set(festivals, known.set(day, next));
  return next;
}
