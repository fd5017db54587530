import type { RuleLine } from "../../shared/wording/rules/zh.ts";

/** A rule that two versions say differently; null where one of them does not have it. */
export interface ChangedLine {
  key: string;
  was: string | null;
  now: string | null;
}

/** What a version changes against the one before, rule by rule, in the order of the newer one;
 *  what is gone comes last. */
export function changedLines(
  before: readonly RuleLine[],
  after: readonly RuleLine[],
): ChangedLine[] {
  const was = new Map(before.map((line) => [line.key, line.text]));
  const now = new Set(after.map((line) => line.key));
  const changed = after
    .filter((line) => was.get(line.key) !== line.text)
    .map((line) => ({ key: line.key, was: was.get(line.key) ?? null, now: line.text }));
  const gone = before
    .filter((line) => !now.has(line.key))
    .map((line) => ({ key: line.key, was: line.text, now: null }));
  return [...changed, ...gone];
}
