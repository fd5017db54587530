import { CircleCheckBig } from "lucide-preact";
import { useState } from "preact/hooks";
import { signal } from "@preact/signals";
import { type ApprovalRow, listApprovals } from "../../shared/console/endpoints.ts";
import { EmptyState, Pager, Segmented } from "../../shared/ui/index.ts";
import { Page, WhenLoaded } from "../frame/page.tsx";
import { useLoad } from "../use-load.ts";
import { ask } from "../wire.ts";
import { shellWords } from "../words.ts";
import { DecideDialog, WithdrawDialog } from "./decide-dialog.tsx";
import { RequestPanel, type Task } from "./request-panel.tsx";
import "./style.css";
import { countWaiting, waitingCount } from "./waiting-count.ts";
import { words } from "./words.ts";

type Show = "waiting" | "over";

/** Kept over a visit to a member, so that back leads to the same list. */
const query = signal<{ show: Show; cursors: readonly string[] }>({ show: "waiting", cursors: [] });

/** What waits for a second person, and what was decided. */
export function ApprovalsScreen() {
  const t = words.value;
  const { show, cursors } = query.value;
  const before = cursors.at(-1);
  const [chosen, setChosen] = useState<{ row: ApprovalRow; task: Task } | null>(null);
  const loaded = useLoad(
    // Somebody asked or decided meanwhile: the number changes, and the list with it.
    `approvals:${show}:${before ?? ""}:${waitingCount.value}`,
    (signal) => ask(listApprovals, { query: { show, ...(before ? { before } : {}) }, signal }),
    { linger: true },
  );
  const turn = (next: readonly string[]) => query.value = { show, cursors: next };
  const done = () => {
    setChosen(null);
    loaded.reload();
    void countWaiting();
  };
  return (
    <Page title={t.title} lead={t.lead}>
      <Segmented<Show>
        label={t.show}
        value={show}
        options={[{ value: "waiting", label: t.waiting }, { value: "over", label: t.over }]}
        onChange={(next) => query.value = { show: next, cursors: [] }}
      />
      <WhenLoaded from={loaded}>
        {({ approvals, nextBefore }) => (
          <>
            {approvals.length === 0 && <Nothing show={show} />}
            {approvals.map((row) => (
              <RequestPanel
                key={row.id}
                row={row}
                onTask={(task) => setChosen({ row, task })}
              />
            ))}
            {(cursors.length > 0 || nextBefore) && (
              <Pager
                text={shellWords.value.pageRows(cursors.length + 1, approvals.length)}
                busy={loaded.loading}
                onPrevious={cursors.length > 0 ? () => turn(cursors.slice(0, -1)) : null}
                onNext={nextBefore ? () => turn([...cursors, nextBefore]) : null}
              />
            )}
          </>
        )}
      </WhenLoaded>
      {chosen?.task === "withdraw" && (
        <WithdrawDialog
          row={chosen.row}
          onDone={done}
          onClose={() => setChosen(null)}
        />
      )}
      {chosen && chosen.task !== "withdraw" && (
        <DecideDialog
          row={chosen.row}
          decision={chosen.task}
          onDone={done}
          onClose={() => setChosen(null)}
        />
      )}
    </Page>
  );
}

function Nothing({ show }: { show: Show }) {
  const t = words.value;
  if (show === "over") return <EmptyState icon={<CircleCheckBig />} title={t.noneOver} />;
  return <EmptyState icon={<CircleCheckBig />} title={t.noneTitle}>{t.noneText}</EmptyState>;
}
