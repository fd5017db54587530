import type { EarningRules } from "../../shared/points/earning-rules.ts";
import { lang } from "../../shared/ui/index.ts";
import type { ProgrammeView } from "../use-programme.ts";
import { type ChangedLine, changedLines } from "./changed-lines.ts";
import { ruleLines } from "./rule-words.ts";
import { words } from "./words.ts";

/** What a version changes against the one before it. */
export const changesBetween = (
  before: EarningRules,
  after: EarningRules,
  programme: ProgrammeView,
): ChangedLine[] =>
  changedLines(
    ruleLines(before, programme, lang.value),
    ruleLines(after, programme, lang.value),
  );

/** The changed rules, what was struck through above what holds. */
export function Changes({ lines, none }: { lines: readonly ChangedLine[]; none: string }) {
  const t = words.value;
  if (lines.length === 0) return <p class="soft">{none}</p>;
  return (
    <ul class="changes">
      {lines.map((line) => (
        <li key={line.key}>
          <span class="change-word">
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
