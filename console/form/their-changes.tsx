import { Badge } from "../../shared/ui/index.ts";
import { shellWords } from "../words.ts";
import type { TheirChange } from "./rebase.ts";
import "./their-changes.css";

/** A value of a draft as one line of text. */
const textOf = (value: unknown): string => {
  const t = shellWords.value;
  if (value === true) return t.yes;
  if (value === false) return t.no;
  if (value === null || value === "") return t.none;
  if (Array.isArray(value)) return value.join(", ") || t.none;
  if (typeof value === "object") {
    return Object.values(value as Record<string, unknown>).join(" / ");
  }
  return String(value);
};

/** What somebody else changed while it was edited here. */
export function TheirChanges<D>(
  props: { changes: readonly TheirChange<D>[]; name: (change: TheirChange<D>) => string },
) {
  const t = shellWords.value;
  return (
    <ul class="their-changes">
      {props.changes.map((change) => (
        <li key={String(change.name)}>
          <span class="their-name">{props.name(change)}</span>
          <span>
            <del>{textOf(change.was)}</del> → <ins>{textOf(change.now)}</ins>
          </span>
          {change.conflict && <Badge tone="warn">{t.changedConflict}</Badge>}
        </li>
      ))}
    </ul>
  );
}
