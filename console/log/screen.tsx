import { ScrollText } from "lucide-preact";
import { useState } from "preact/hooks";
import { listAudit } from "../../shared/console/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { type Column, Dialog, EmptyState, formats, Pager, Table } from "../../shared/ui/index.ts";
import { Page, WhenLoaded } from "../frame/page.tsx";
import { useLoad } from "../use-load.ts";
import { usePlaces } from "../use-places.ts";
import { ask } from "../wire.ts";
import { shellWords } from "../words.ts";
import { changedFields } from "./changed-fields.ts";
import { fieldName, roleName, valueText } from "./field-text.ts";
import "./style.css";
import { words } from "./words.ts";

type LogRow = AnswerOf<typeof listAudit>["rows"][number];

const PAGE = 50;

/** Who changed what, from what to what. */
export function LogScreen() {
  const t = words.value;
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const [open, setOpen] = useState<LogRow | null>(null);
  const before = cursors[cursors.length - 1];
  const loaded = useLoad(
    `log:${before ?? ""}`,
    (signal) => ask(listAudit, { query: { limit: PAGE, ...(before ? { before } : {}) }, signal }),
    {
      linger: true,
    },
  );
  const columns = logColumns(setOpen);
  return (
    <Page title={t.title} lead={t.lead}>
      <WhenLoaded
        from={loaded}
        waiting={<Table caption={t.title} columns={columns} rows={[]} rowKey={() => ""} loading />}
      >
        {({ rows, nextBefore }) => (
          <>
            <Table
              caption={t.title}
              columns={columns}
              rows={rows}
              rowKey={(row) => row.id}
              loading={loaded.loading}
              empty={<EmptyState icon={<ScrollText />} title={t.noneTitle} />}
            />
            {rows.length > 0 && (
              <Pager
                text={shellWords.value.pageRows(cursors.length + 1, rows.length)}
                busy={loaded.loading}
                onPrevious={cursors.length > 0 ? () => setCursors(cursors.slice(0, -1)) : null}
                onNext={nextBefore ? () => setCursors([...cursors, nextBefore]) : null}
              />
            )}
          </>
        )}
      </WhenLoaded>
      <Dialog
        open={open !== null}
        size="l"
        title={open ? actionName(open.action) : ""}
        onClose={() => setOpen(null)}
      >
        {open && <Changes row={open} />}
      </Dialog>
    </Page>
  );
}

const actionName = (action: string): string => words.value.actions[action] ?? action;

function logColumns(onOpen: (row: LogRow) => void): Column<LogRow>[] {
  const t = words.value;
  return [
    { key: "when", title: t.when, cell: (row) => formats.value.dateTime(row.at) },
    {
      key: "who",
      title: t.who,
      cell: (row) => (
        <span class="log-who">
          <span>{row.actorName}</span>
          {roleName(row.actorRole) !== row.actorName && (
            <span class="faint">{roleName(row.actorRole)}</span>
          )}
        </span>
      ),
    },
    { key: "what", title: t.what, cell: (row) => <strong>{actionName(row.action)}</strong> },
    { key: "subject", title: t.subject, cell: (row) => <Subject id={row.subject} /> },
    {
      key: "changes",
      title: t.changes,
      cell: (row) => <ChangesBrief row={row} onOpen={() => onOpen(row)} />,
    },
  ];
}

/** What the operation was about: members and gifts have a page of their own. */
function Subject({ id }: { id: string }) {
  const t = words.value;
  const kind = t.subjects[id.slice(0, 3)] ?? "";
  const page = id.startsWith("mem_") ? "members" : id.startsWith("gft_") ? "gifts" : null;
  const short = `${kind} ${id.slice(-6)}`.trim();
  if (!page) return <span class="numbers" title={id}>{short}</span>;
  return <a href={`/console/${page}/${id}`} title={id}>{short}</a>;
}

/** Changes that fit into the row; more of them behind a button. */
const BRIEF = 2;

function ChangesBrief({ row, onOpen }: { row: LogRow; onOpen: () => void }) {
  const t = words.value;
  const places = usePlaces();
  const fields = changedFields(row.before, row.after);
  if (fields.length === 0) return <span class="faint">—</span>;
  return (
    <span class="log-brief">
      {fields.slice(0, BRIEF).map((field) => {
        const text = (value: string) => valueText(field.name, value, places);
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
      {fields.length > BRIEF && (
        <button type="button" class="table-link" data-act={`open-${row.id}`} onClick={onOpen}>
          {t.open(fields.length)}
        </button>
      )}
    </span>
  );
}

function Changes({ row }: { row: LogRow }) {
  const t = words.value;
  const places = usePlaces();
  const text = (name: string, value: string | null) =>
    value === null ? t.empty : valueText(name, value, places);
  return (
    <>
      <p class="soft">
        {[formats.value.dateTime(row.at), row.actorName, roleName(row.actorRole), row.subject]
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
