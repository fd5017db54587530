import { Fragment, type FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";
import {
  CalendarX,
  Gift as GiftIcon,
  type LucideIcon,
  PencilLine,
  ScrollText,
  ShoppingBag,
  Sparkles,
  Undo2,
} from "lucide-preact";
import { entryTitle } from "../../shared/members/entry-title.ts";
import type { HistoryRow } from "../../shared/members/member.ts";
import {
  EmptyState,
  formats,
  lang,
  List,
  LoadingState,
  Panel,
  PointsText,
  Row,
} from "../../shared/ui/index.ts";
import { TroubleState } from "../problems/trouble.tsx";
import { storeNameOf } from "../shell/name-in.ts";
import { Frame } from "../visit/frame.tsx";
import { account, loadAccount } from "../visit/visit.ts";
import { reasonWords, words } from "../words.ts";

/** The latest entries of the points account. */
export function History() {
  const t = words.value.history;
  const loaded = account.value;
  return (
    <Frame tabs class="history">
      <div class="stack">
        <h1 class="frame-title">{t.title}</h1>
        <p class="soft">{t.lead}</p>
      </div>
      {loaded.state === "loading" && <LoadingState />}
      {loaded.state === "failed" && <TroubleState error={loaded.error} onRetry={loadAccount} />}
      {loaded.state === "ready" && <Rows rows={loaded.value.history.rows} />}
    </Frame>
  );
}

function Rows(props: { rows: HistoryRow[] }) {
  const t = words.value.history;
  const [open, setOpen] = useState<number | null>(null);
  if (props.rows.length === 0) {
    return <EmptyState icon={<ScrollText />} title={t.empty}>{t.emptyHint}</EmptyState>;
  }
  return (
    <Panel flush>
      <List label={t.title}>
        {props.rows.map((row) => (
          <Fragment key={row.seq}>
            <HistoryRowView
              row={row}
              expanded={open === row.seq}
              onOpen={() => setOpen(open === row.seq ? null : row.seq)}
            />
            {open === row.seq && (
              <li class="entry-why">
                <EntryWhy journalId={row.journalId} />
              </li>
            )}
          </Fragment>
        ))}
      </List>
    </Panel>
  );
}

const ICONS: Record<string, LucideIcon> = {
  "accrual": ShoppingBag,
  "sign-up": Sparkles,
  "redemption": GiftIcon,
  "release": Undo2,
  "return": Undo2,
  "lapse": CalendarX,
  "adjustment": PencilLine,
  "debt-repaid": ShoppingBag,
  "offset": ShoppingBag,
  "offset-back": Undo2,
};

/** The reasons of an entry: fetched when one is opened, like the code that tells them. */
function EntryWhy(props: { journalId: string }) {
  const [Why, setWhy] = useState<FunctionComponent<{ journalId: string }> | null>(null);
  useEffect(() => void import("./entry-why.tsx").then((file) => setWhy(() => file.EntryWhy)), []);
  return Why ? <Why journalId={props.journalId} /> : <LoadingState />;
}

/** One entry: what it was, when and where, how many points; opens into its reasons. */
export function HistoryRowView(
  props: { row: HistoryRow; expanded?: boolean; onOpen?: () => void },
) {
  const { row } = props;
  const f = formats.value;
  const Icon = ICONS[row.kind] ?? ScrollText;
  const kind = reasonWords.value.kinds[row.kind] ?? row.kind;
  const where = storeNameOf(row);
  const title = entryTitle(row, lang.value);
  return (
    <Row
      lead={
        <span class={`entry-mark ${row.amount > 0 ? "entry-gain" : ""}`}>
          <Icon />
        </span>
      }
      title={title ? `${kind} · ${title}` : kind}
      detail={where ? `${f.dateTime(row.at)} · ${where}` : f.dateTime(row.at)}
      {...(props.onOpen ? { expanded: props.expanded ?? false, onClick: props.onOpen } : {})}
      end={
        <span class="entry-end">
          {row.amount === 0 && row.kind === "accrual"
            ? <span class="soft">{reasonWords.value.noneShort}</span>
            : <PointsText points={row.amount} signed size="l" />}
          <span class="small faint numbers">{words.value.history.balance(row.balanceAfter)}</span>
        </span>
      }
    />
  );
}
