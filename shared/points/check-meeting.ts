/** Rules looked at two by two: which goes first must be said, and each must be able to count.
 *  @module */
import type { ProgrammeRules } from "../programme/rules.ts";
import { limits } from "./check-form.ts";
import type { EarningRule } from "./earning-rules.ts";
import { type Finding, refused, warning } from "./finding.ts";
import { type Meetings, meetingsOf, pairs } from "./meetings.ts";
import { type Categories, implies } from "./overlap.ts";

export function checkMeeting(rules: ProgrammeRules, categories: Categories): Finding[] {
  const meetings = meetingsOf(rules, categories);
  const found = pairs(meetings.rates).flatMap(([a, b]) =>
    meetings.shareLine(a, b) ? onlyOne(a, b, meetings) : []
  );
  for (const { group: { id: groupId, mode }, stage, rules: of } of meetings.groups) {
    for (const [a, b] of pairs(of)) {
      const rivals = stage === "bonus" || meetings.shareLine(a, b);
      if (mode === "exclusive" && rivals) {
        found.push(...onlyOne(a, b, meetings, groupId, stage === "factor"));
      }
      if (mode === "add" && !meetings.meet(a, b)) {
        found.push(warning("never-both", [a.id, b.id], { groupId }));
      }
      if (mode === "best" && stage === "factor" && rivals && meetings.meet(a, b)) {
        const [more, less] = percentOf(a) > percentOf(b) ? [a, b] : [b, a];
        if (limits(more.caps) && percentOf(less) > 100) {
          found.push(warning("best-but-limited", [more.id, less.id], { groupId }));
        }
      }
    }
  }
  return found;
}

export const percentOf = ({ gives }: EarningRule): number =>
  gives.kind === "multiplier" ? gives.percent : 100;

/** Of two rules only one can count where both hold. */
function onlyOne(
  a: EarningRule,
  b: EarningRule,
  meetings: Meetings,
  groupId?: string,
  always = true,
): Finding[] {
  if (!meetings.meet(a, b)) return [];
  const where = groupId === undefined ? {} : { groupId };
  if (a.priority === b.priority) return [refused("priority-tie", [a.id, b.id], where)];
  const [first, second] = a.priority > b.priority ? [a, b] : [b, a];
  // A bonus that has been given lets the next one count; a rate and a factor always go first.
  if (!always || !implies(second.when, first.when) || !meetings.coversAll(first, second)) return [];
  return [warning("never-counts", [second.id, first.id], where)];
}
