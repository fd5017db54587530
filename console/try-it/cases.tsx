import { BookmarkCheck } from "lucide-preact";
import { useState } from "preact/hooks";
import {
  type CaseResult,
  listCases,
  runCases,
  type SavedCase,
} from "../../shared/console/trial-doors.ts";
import type { Expected } from "../../shared/programme/trial.ts";
import {
  Badge,
  Banner,
  Button,
  type Column,
  EmptyState,
  Panel,
  Table,
} from "../../shared/ui/index.ts";
import { WhenLoaded } from "../frame/page.tsx";
import { mayI } from "../session.ts";
import { useLoad } from "../use-load.ts";
import type { Source } from "../use-sources.ts";
import { ask } from "../wire.ts";
import { AcceptDialog, DropDialog } from "./case-dialogs.tsx";
import { caseChanges } from "./cases-changed.ts";
import { words } from "./words.ts";

type Task = { what: "accept" | "drop"; of: CaseResult };

/** The cases that guard a programme, run under the chosen rules. */
export function Cases(
  props: { brandId: string; source: Source; onOpen: (kept: SavedCase) => void },
) {
  const { brandId, source, onOpen } = props;
  const t = words.value;
  const [task, setTask] = useState<Task | null>(null);
  const loaded = useLoad(
    `cases:${brandId}:${source.value}:${caseChanges.value}`,
    async (signal) => {
      const [{ cases }, { results }] = await Promise.all([
        ask(listCases, { query: { brandId }, signal }),
        ask(runCases, { body: { brandId, source: source.source }, signal }),
      ]);
      return { cases, results };
    },
    { linger: true },
  );
  const open = (id: string) => {
    const kept = loaded.data?.cases.find((each) => each.id === id);
    if (kept) onOpen(kept);
  };
  return (
    <Panel title={t.cases}>
      <div class="stack">
        <p class="soft">{t.casesText}</p>
        <WhenLoaded from={loaded}>
          {({ results }) => (
            <>
              <Verdict results={results} />
              <Table
                caption={t.cases}
                rows={results}
                rowKey={(row) => row.caseId}
                columns={columnsOf(open, setTask)}
                empty={
                  <EmptyState icon={<BookmarkCheck />} title={t.casesNone}>
                    {t.casesNoneText}
                  </EmptyState>
                }
              />
            </>
          )}
        </WhenLoaded>
      </div>
      {task?.what === "accept" && task.of.got && (
        <AcceptDialog
          of={task.of}
          got={task.of.got}
          onClose={() => setTask(null)}
        />
      )}
      {task?.what === "drop" && <DropDialog of={task.of} onClose={() => setTask(null)} />}
    </Panel>
  );
}

function Verdict({ results }: { results: readonly CaseResult[] }) {
  const t = words.value;
  const changed = results.filter((each) => !each.same).length;
  if (results.length === 0) return null;
  return changed === 0
    ? <Banner tone="good" title={t.sameAll(results.length)} />
    : <Banner tone="danger" title={t.changedSome(changed)} />;
}

/** An outcome in a line. */
export const outcomeText = (of: Expected): string => {
  const t = words.value;
  return [
    t.points(of.points),
    of.availableOn ? t.from(of.availableOn) : null,
    of.lapsesAfter ? t.until(of.lapsesAfter) : null,
    of.offsetFen > 0 ? t.offset(of.offsetFen) : null,
  ].filter(Boolean).join(" · ");
};

function columnsOf(
  open: (caseId: string) => void,
  setTask: (task: Task) => void,
): Column<CaseResult>[] {
  const t = words.value;
  return [
    {
      key: "case",
      title: t.case,
      cell: (row) => (
        <button
          type="button"
          class="table-link"
          aria-label={t.openNamed(row.name)}
          onClick={() => open(row.caseId)}
        >
          {row.name}
        </button>
      ),
    },
    { key: "expected", title: t.expected, cell: (row) => outcomeText(row.expected) },
    {
      key: "got",
      title: t.got,
      cell: (row) =>
        row.got === null
          ? <span class="soft">{t.gone}</span>
          : row.same
          ? <span class="soft">{outcomeText(row.got)}</span>
          : <strong>{outcomeText(row.got)}</strong>,
    },
    {
      key: "state",
      title: t.verdict,
      cell: (row) => (
        <Badge tone={row.same ? "good" : "danger"}>{row.same ? t.same : t.changed}</Badge>
      ),
    },
    ...(mayI("programme.publish")
      ? [{
        key: "do",
        title: t.deeds,
        cell: (row: CaseResult) => (
          <span class="inline">
            {!row.same && row.got && (
              <Button
                size="s"
                aria-label={t.acceptNamed(row.name)}
                data-act={`accept-${row.caseId}`}
                onClick={() => setTask({ what: "accept", of: row })}
              >
                {t.accept}
              </Button>
            )}
            <Button
              size="s"
              variant="quiet"
              aria-label={t.dropNamed(row.name)}
              data-act={`drop-${row.caseId}`}
              onClick={() => setTask({ what: "drop", of: row })}
            >
              {t.drop}
            </Button>
          </span>
        ),
      }]
      : []),
  ];
}
