import { Fragment } from "preact";
import { useEffect, useState } from "preact/hooks";
import { showMemberHistory } from "../../shared/console/endpoints.ts";
import { entryTitle } from "../../shared/members/entry-title.ts";
import type { HistoryRow } from "../../shared/members/member.ts";
import { Button, formats, lang, List, Panel, PointsText, Row } from "../../shared/ui/index.ts";
import { type Failure, failureOf } from "../failure.ts";
import { FailureBanner } from "../form/failure-banner.tsx";
import { WhenLoaded } from "../frame/page.tsx";
import { useLoad } from "../use-load.ts";
import { ask } from "../wire.ts";
import { Why } from "./explanation.tsx";
import { kindName, reasonWords } from "./reason-words.ts";
import { words } from "./words.ts";

const PAGE = 20;

/** What moved the points, newest first; each line opens into its reasons. */
export function History(props: { memberId: string; brandId: string; turn: number }) {
  const { memberId, turn } = props;
  const t = words.value;
  const first = useLoad(
    `history:${memberId}:${turn}`,
    (signal) =>
      ask(showMemberHistory, { params: { member: memberId }, query: { limit: PAGE }, signal }),
    {
      linger: true,
    },
  );
  return (
    <Panel title={t.history}>
      <WhenLoaded from={first}>
        {(page) =>
          page.rows.length === 0 ? <p class="soft">{t.historyNone}</p> : (
            <Rows
              {...props}
              firstRows={page.rows}
              firstNext={page.nextBefore}
            />
          )}
      </WhenLoaded>
    </Panel>
  );
}

function Rows(
  props: {
    memberId: string;
    brandId: string;
    firstRows: readonly HistoryRow[];
    firstNext: number | null;
  },
) {
  const { memberId, firstRows, firstNext } = props;
  const t = words.value;
  const [older, setOlder] = useState<readonly HistoryRow[]>([]);
  const [next, setNext] = useState(firstNext);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  useEffect(() => {
    setOlder([]);
    setNext(firstNext);
  }, [firstRows]);
  const more = async (before: number) => {
    setBusy(true);
    setFailure(null);
    try {
      const query = { before, limit: PAGE };
      const page = await ask(showMemberHistory, { params: { member: memberId }, query });
      setOlder((rows) => [...rows, ...page.rows]);
      setNext(page.nextBefore);
    } catch (error) {
      setFailure(failureOf(error));
    }
    setBusy(false);
  };
  return (
    <>
      <List label={t.history}>
        {[...firstRows, ...older].map((row) => (
          <Fragment key={`${row.seq}`}>
            <Entry
              row={row}
              open={open === row.journalId}
              onToggle={() => setOpen(open === row.journalId ? null : row.journalId)}
            />
            {open === row.journalId && (
              <li class="why">
                <Why memberId={memberId} brandId={props.brandId} journalId={row.journalId} />
              </li>
            )}
          </Fragment>
        ))}
      </List>
      <FailureBanner failure={failure} />
      {next !== null && <Button busy={busy} onClick={() => more(next)}>{t.historyMore}</Button>}
    </>
  );
}

function Entry(props: { row: HistoryRow; open: boolean; onToggle: () => void }) {
  const { row } = props;
  const t = words.value;
  const f = formats.value;
  const store = lang.value === "zh-CN" ? row.storeNameZh : row.storeNameEn;
  const title = entryTitle(row, lang.value);
  return (
    <Row
      title={title ? `${kindName(row.kind)} · ${title}` : kindName(row.kind)}
      detail={[f.dateTime(row.at), store].filter(Boolean).join(" · ")}
      end={
        <span class="entry-end">
          {row.amount === 0 && row.kind === "accrual"
            ? <span class="soft">{reasonWords.value.noneShort}</span>
            : <PointsText points={row.amount} signed />}
          <span class="small faint numbers">
            {`${t.historyBalance} ${f.count(row.balanceAfter)}`}
          </span>
        </span>
      }
      expanded={props.open}
      onClick={props.onToggle}
    />
  );
}
