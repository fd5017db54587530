import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import { lang } from "../../shared/ui/index.ts";
import { type ChangedLine, changedLines } from "./changed-lines.ts";
import { ruleLines } from "./rule-words.ts";
import type { RuleNaming } from "./use-names.ts";
import { words } from "./words.ts";

/** What a version changes against another one, line by line. */
export const changesBetween = (
  before: ProgrammeRules,
  after: ProgrammeRules,
  naming: RuleNaming,
): ChangedLine[] =>
  changedLines(ruleLines(before, naming, lang.value), ruleLines(after, naming, lang.value));

/** The changed rules, what was struck through above what holds. */
export function Changes({ lines, none }: { lines: readonly ChangedLine[]; none: string }) {
  const t = words.value.changed;
  if (lines.length === 0) return <p class="soft">{none}</p>;
  return (
    <ul class="changes">
      {lines.map((line) => (
        <li key={line.key}>
          <span
            class={`change-word ${
              line.was === null ? "is-new" : line.now === null ? "is-gone" : "is-other"
            }`}
          >
            {line.was === null ? t.added : line.now === null ? t.removed : t.changed}
          </span>
          <span class="change-text">
            {line.was !== null && <del>{line.was}</del>}
            {line.now !== null && <ins>{line.now}</ins>}
          </span>
        </li>
      ))}
    </ul>
  );
}
