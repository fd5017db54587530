import {
  ArrowLeftRight,
  Clock3,
  Coins,
  Gift,
  HandCoins,
  PencilLine,
  RotateCcw,
  ShoppingBag,
  Sparkles,
  Sprout,
  Undo2,
} from "lucide-preact";
import type { ComponentChildren } from "preact";
import type { HistoryRow } from "../../shared/members/member.ts";
import { dayOf } from "../../shared/business-day.ts";
import { entryTitle } from "../../shared/members/entry-title.ts";
import {
  Button,
  EmptyState,
  formats,
  lang,
  List,
  Panel,
  PointsText,
  Row,
  Skeleton,
} from "../../shared/ui/index.ts";
import { PATHS } from "../shell/base.ts";
import { nameIn } from "../shell/name-in.ts";
import { words } from "../words.ts";
import { reasonWords } from "./data.ts";
import "./history-list.css";

const ICONS: Record<string, ComponentChildren> = {
  accrual: <ShoppingBag />,
  "sign-up": <Sparkles />,
  redemption: <Gift />,
  release: <Undo2 />,
  return: <RotateCcw />,
  lapse: <Clock3 />,
  adjustment: <PencilLine />,
  grant: <Sprout />,
  "debt-repaid": <HandCoins />,
  offset: <Coins />,
  "offset-back": <RotateCcw />,
};

export interface HistoryListProps {
  rows: readonly HistoryRow[];
  /** Null when the oldest entry is shown. */
  onMore: (() => void) | null;
  busy: boolean;
}

/** Entries under the name of their month; each opens into its reasons. */
export function HistoryList(props: HistoryListProps) {
  const { rows, onMore, busy } = props;
  const t = words.value.points;
  if (rows.length === 0) {
    return (
      <EmptyState icon={<ShoppingBag />} title={t.historyEmpty}>{t.historyEmptyHint}</EmptyState>
    );
  }
  return (
    <>
      {months(rows).map(([month, entries]) => (
        <Panel key={month} flush title={formats.value.month(`${month}-01`)}>
          <List>{entries.map((row) => <HistoryEntry key={row.journalId} row={row} />)}</List>
        </Panel>
      ))}
      {onMore && <Button block busy={busy} onClick={onMore}>{t.loadMore}</Button>}
    </>
  );
}

function HistoryEntry(props: { row: HistoryRow }) {
  const { row } = props;
  const t = words.value.points;
  const kind = reasonWords.value.kinds[row.kind] ?? t.otherKind;
  const store = nameIn(lang.value, row, "storeName");
  const when = `${formats.value.monthDay(row.at)} ${formats.value.time(row.at)}`;
  return (
    <Row
      href={PATHS.entry(row.journalId)}
      lead={
        <span class={`entry-icon ${row.amount > 0 ? "entry-gain" : ""}`} aria-hidden="true">
          {ICONS[row.kind] ?? <ArrowLeftRight />}
        </span>
      }
      title={entryTitle(row, lang.value) ?? kind}
      detail={store
        ? (
          <>
            {when}
            <br />
            {store}
          </>
        )
        : when}
      end={
        <span class="entry-end">
          {row.amount === 0 && row.kind === "accrual"
            ? <span class="faint">{reasonWords.value.noneShort}</span>
            : <PointsText points={row.amount} signed />}
          <small class="faint numbers">{t.balanceAfter(row.balanceAfter)}</small>
        </span>
      }
    />
  );
}

/** Grey rows while the first page is on its way. */
export function HistoryWaiting() {
  return (
    <Panel flush>
      <List>
        {[0, 1, 2, 3, 4].map((row) => (
          <Row
            key={row}
            lead={<Skeleton width="2.5rem" height="2.5rem" round />}
            title={<Skeleton width="7em" />}
            detail={<Skeleton width="11em" />}
            end={<Skeleton width="3.5em" />}
          />
        ))}
      </List>
    </Panel>
  );
}

function months(rows: readonly HistoryRow[]): [string, HistoryRow[]][] {
  const found = new Map<string, HistoryRow[]>();
  for (const row of rows) {
    const month = dayOf(row.at).slice(0, 7);
    const list = found.get(month);
    if (list) list.push(row);
    else found.set(month, [row]);
  }
  return [...found];
}
