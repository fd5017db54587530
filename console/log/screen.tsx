import { ScrollText } from "lucide-preact";
import { useLocation } from "preact-iso";
import { useEffect, useState } from "preact/hooks";
import { type AuditRow, listAudit } from "../../shared/console/endpoints.ts";
import { ExportButton } from "../frame/export-button.tsx";
import {
  Banner,
  Button,
  type Column,
  Dialog,
  EmptyState,
  formats,
  Pager,
  Table,
} from "../../shared/ui/index.ts";
import { Page, WhenLoaded } from "../frame/page.tsx";
import { type Loaded, useLoad } from "../use-load.ts";
import { ask } from "../wire.ts";
import { shellWords } from "../words.ts";
import { actionName, Changes, ChangesBrief, roleOf } from "./changes.tsx";
import { subjectText } from "./field-text.ts";
import { LogFilters } from "./filters.tsx";
import { logQuery, putFilter } from "./query.ts";
import "./style.css";
import { words } from "./words.ts";

type LogRow = AuditRow;
type LogPage = { rows: LogRow[]; nextBefore: string | null };

const PAGE = 50;

/** Who changed what, from what to what. */
export function LogScreen() {
  const t = words.value;
  const { query } = useLocation();
  // A link from somewhere else asks for the history of one thing.
  useEffect(() => {
    if (query.subject) logQuery.value = { filter: { subject: query.subject }, cursors: [] };
  }, [query.subject]);
  const { filter, cursors } = logQuery.value;
  const [open, setOpen] = useState<LogRow | null>(null);
  const before = cursors[cursors.length - 1];
  const loaded = useLoad(
    `log:${JSON.stringify(logQuery.value)}`,
    (signal) =>
      ask(listAudit, { query: { ...filter, limit: PAGE, ...(before ? { before } : {}) }, signal }),
    {
      linger: true,
    },
  );
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={<ExportButton asked={{ list: "log", log: filter }} />}
    >
      <LogFilters />
      {filter.subject && <SubjectNote rows={loaded.data?.rows ?? []} id={filter.subject} />}
      <LogTable loaded={loaded} onOpen={setOpen} />
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

function LogTable(props: { loaded: Loaded<LogPage>; onOpen: (row: LogRow) => void }) {
  const { loaded } = props;
  const t = words.value;
  const { filter, cursors } = logQuery.value;
  const setCursors = (next: readonly string[]) => logQuery.value = { filter, cursors: next };
  const columns = logColumns(props.onOpen);
  return (
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
            empty={
              <EmptyState
                icon={<ScrollText />}
                title={Object.keys(filter).length > 0 ? shellWords.value.filterNone : t.noneTitle}
              />
            }
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
  );
}

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
          {roleOf(row) !== row.actorName && <span class="faint">{roleOf(row)}</span>}
        </span>
      ),
    },
    { key: "what", title: t.what, cell: (row) => <strong>{actionName(row.action)}</strong> },
    { key: "subject", title: t.subject, cell: (row) => <Subject row={row} /> },
    {
      key: "changes",
      title: t.changes,
      cell: (row) => <ChangesBrief row={row} onOpen={() => onOpen(row)} />,
    },
  ];
}

/** Pages that subjects have of their own. */
const pages: Record<string, string> = { mem: "/console/members/", gft: "/console/gifts/" };

/** What the operation was about; pressing it shows everything that happened to it. */
function Subject({ row }: { row: LogRow }) {
  const page = pages[row.subject.slice(0, 3)];
  const text = subjectText(row);
  if (page) return <a href={`${page}${row.subject}`} title={row.subject}>{text}</a>;
  return (
    <button
      type="button"
      class="link-button"
      title={row.subject}
      onClick={() => putFilter({ subject: row.subject })}
    >
      {text}
    </button>
  );
}

/** Says that the list is the history of one thing. */
function SubjectNote({ rows, id }: { rows: readonly LogRow[]; id: string }) {
  const t = words.value;
  const row = rows.find((each) => each.subject === id);
  return (
    <Banner
      tone="info"
      title={t.historyOf(row ? subjectText(row) : id.slice(-6))}
      action={
        <Button size="s" onClick={() => putFilter({ subject: "" })}>
          {shellWords.value.filterClear}
        </Button>
      }
    />
  );
}
