/** The rules as one member may read them. Tags and member categories are how head office sorts people:
 *  a member is not told them, only what they bring to this member. @module */
import { addDays, type Day, startOfDay } from "../business-day.ts";
import type { BirthdayWindow } from "../calendar/birthday.ts";
import { daysIn, type FestivalId } from "../calendar/festival.ts";
import type { EarningRule } from "../points/earning-rules.ts";
import type { OffsetRules } from "../points/offset-rules.ts";
import { blankGround, type Condition, failingOn, type When } from "../points/when.ts";
import type { ProgrammeRules } from "./rules.ts";

/** Who reads. */
export interface Reader {
  tags: readonly string[];
  memberCategoryId: string | null;
  tierId: string | null;
}

/** The rules without those that are off, over, or for members of whom the reader is none. What was for
 *  the reader's tags or member category has lost these conditions and stands in `yours`, by rule id. */
export function rulesFor(
  rules: ProgrammeRules,
  reader: Reader,
  day: Day,
): { rules: ProgrammeRules; yours: string[] } {
  const yours: string[] = [];
  const kept = (rules.rules ?? []).flatMap((rule): EarningRule[] => {
    const { tags, memberCategoryIds, ...when } = rule.when;
    if (!rule.on || (when.to !== undefined && when.to < day)) return [];
    if (tags && !tags.some((tag) => reader.tags.includes(tag))) return [];
    if (memberCategoryIds && !memberCategoryIds.includes(reader.memberCategoryId ?? "")) return [];
    if (tags || memberCategoryIds) yours.push(rule.id);
    return [{ ...rule, when }];
  });
  const offset = rules.offset && worthFor(rules.offset, reader);
  return { rules: { ...rules, rules: kept, ...(offset ? { offset } : {}) }, yours };
}

/** What points are worth to the reader: where a tag or category decides it, as if for everybody. */
function worthFor(offset: OffsetRules, reader: Reader): OffsetRules {
  const byTier = ({ tierIds = [] }: OffsetRules["others"][number]) =>
    tierIds.includes(reader.tierId ?? "");
  const byName = ({ tags = [], memberCategoryIds = [] }: OffsetRules["others"][number]) =>
    tags.some((tag) => reader.tags.includes(tag)) ||
    memberCategoryIds.includes(reader.memberCategoryId ?? "");
  const own = offset.others.find((other) => byTier(other) || byName(other));
  const named = own && !byTier(own) ? own : null;
  const others = offset.others.flatMap((other) => {
    const { tierIds, points, fen } = other;
    return tierIds && !(named && byTier(other)) ? [{ tierIds, points, fen }] : [];
  });
  return {
    ...offset,
    points: named?.points ?? offset.points,
    fen: named?.fen ?? offset.fen,
    others,
  };
}

/** A festival's next time, with the days around it that count. */
export interface Season {
  id: FestivalId;
  from: Day;
  to: Day;
}

/** The running or else next days of each festival, soonest first. */
export function seasonsOf(festivals: NonNullable<When["festivals"]>, day: Day): Season[] {
  const { ids, daysBefore, daysAfter } = festivals;
  const year = Number(day.slice(0, 4));
  return ids.flatMap((id) => {
    const on = [year - 1, year, year + 1, year + 2].flatMap((each) => daysIn(id, each))
      .find((each) => addDays(each, daysAfter) >= day);
    return on ? [{ id, from: addDays(on, -daysBefore), to: addDays(on, daysAfter) }] : [];
  }).sort((a, b) => a.from < b.from ? -1 : 1);
}

const byDay = ["from", "to", "festivals", "weekdays", "monthDays", "birthday"] as const;
const timed: readonly Condition[] = [...byDay, "hours"];

/** Is this one of the days that a rule names, for a member of this tier? A rule that names none is
 *  never said to hold "today". @param birthday the windows of the member's birthday that `day` lies in */
export function holdsToday(
  when: When,
  day: Day,
  { tierId, birthday }: { tierId: string | null; birthday: readonly BirthdayWindow[] },
): boolean {
  if (!timed.some((condition) => when[condition] !== undefined)) return false;
  const named: When = { ...(when.tierIds ? { tierIds: when.tierIds } : {}) };
  for (const condition of byDay) {
    if (when[condition] !== undefined) Object.assign(named, { [condition]: when[condition] });
  }
  const ground = { ...blankGround, birthday: { within: birthday } };
  return failingOn(named, { earnedAt: startOfDay(day), tierId, eligibleFen: 0, ground }, day) ===
    null;
}
