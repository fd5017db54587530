/** What an operation changed, as people say it. @module */
import { changedFields } from "../../shared/console/changed-fields.ts";
import type { AuditRow } from "../../shared/console/endpoints.ts";
import { formats, Table } from "../../shared/ui/index.ts";
import { nameIn, usePlaces } from "../use-places.ts";
import { fieldName, roleName, subjectText, valueText } from "./field-text.ts";
import "./style.css";
import { words } from "./words.ts";

type LogRow = AuditRow;

/** What was done, in words. */
export const actionName = (action: string): string => words.value.actions[action] ?? action;

/** The role somebody acted in; an own one by its name. */
export const roleOf = (row: LogRow): string =>
  row.ownRole ? nameIn(row.ownRole) : roleName(row.actorRole);

/** Changes that fit into the row; more of them behind a button. */
const BRIEF = 2;

/** What an operation changed, in a line. */
export function ChangesBrief({ row, onOpen }: { row: LogRow; onOpen?: () => void }) {
  const t = words.value;
  const places = usePlaces();
  const fields = changedFields(row.before, row.after);
  if (fields.length === 0) return <span class="faint">—</span>;
  return (
    <span class="log-brief">
      {fields.slice(0, BRIEF).map((field) => {
        const text = (value: string) => valueText(row, field.name, value, places);
        return (
          <span key={field.name} class="log-change">
            {field.name && <span class="faint">{fieldName(field.name)}</span>}
            {field.was !== null && row.after !== null && (
              <>
                <del>{text(field.was)}</del>
                {" → "}
              </>
            )}
            <ins>{text(field.now ?? (row.after === null ? field.was : null) ?? t.empty)}</ins>
          </span>
        );
      })}
      {fields.length > BRIEF && onOpen && (
        <button type="button" class="table-link" data-act={`open-${row.id}`} onClick={onOpen}>
          {t.open(fields.length)}
        </button>
      )}
    </span>
  );
}

/** All that an operation changed, before and after. */
export function Changes({ row }: { row: LogRow }) {
  const t = words.value;
  const places = usePlaces();
  const text = (name: string, value: string | null) =>
    value === null ? t.empty : valueText(row, name, value, places);
  return (
    <>
      <p class="soft">
        {[formats.value.dateTime(row.at), row.actorName, roleOf(row), subjectText(row)]
          .join(" · ")}
      </p>
      <Table
        caption={t.changes}
        rows={changedFields(row.before, row.after)}
        rowKey={(field) => field.name}
        columns={[
          { key: "field", title: t.field, cell: (field) => fieldName(field.name) || "—" },
          {
            key: "was",
            title: t.was,
            cell: (field) => <span class="log-value soft">{text(field.name, field.was)}</span>,
          },
          {
            key: "now",
            title: t.now,
            cell: (field) => <ins class="log-value">{text(field.name, field.now)}</ins>,
          },
        ]}
      />
    </>
  );
}
