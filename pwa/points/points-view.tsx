import { ScrollText, Send, Sprout } from "lucide-preact";
import { List, Panel, Row, Segmented } from "../../shared/ui/index.ts";
import { PATHS } from "../shell/base.ts";
import type { Kept } from "../shell/kept.ts";
import { Part } from "../shell/part.tsx";
import type { Loaded } from "../shell/resource.ts";
import { Screen } from "../shell/screen.tsx";
import { transferWords } from "../transfers/data.ts";
import { words } from "../words.ts";
import { Balance } from "./balance.tsx";
import { HistoryList, HistoryWaiting } from "./history-list.tsx";
import { LapseCalendar } from "./lapse-calendar.tsx";
import { TierPanel } from "./tier-panel.tsx";

export type PointsViewName = "history" | "lots";

export interface PointsViewProps {
  view: PointsViewName;
  onView: (view: PointsViewName) => void;
  me: Loaded<Kept["me"]>;
  history: Loaded<Kept["history"]>;
  lots: Loaded<Kept["lots"]>;
  /** Server time in ms. */
  now: number;
  live: boolean;
  loadingMore: boolean;
  onMore: () => void;
  onRetry: () => void;
}

/** Balance, tier, and below them the history or the calendar of coming lapses. */
export function PointsView(props: PointsViewProps) {
  const { view, onView, me, history, lots, now, live, onRetry } = props;
  const t = words.value.points;
  const saidOld = me.trouble !== null && me.data !== null;
  return (
    <Screen title={t.title}>
      <Part of={me} onRetry={onRetry}>
        {({ member, points }) => (
          <>
            <Balance member={member} points={points} live={live} />
            <TierPanel tier={points.tier} />
          </>
        )}
      </Part>
      <Panel flush>
        <List>
          <Row href={PATHS.earn} lead={<Sprout />} title={t.earn} detail={t.earnHint} />
          <Row href={PATHS.programme} lead={<ScrollText />} title={t.how} />
          <Row href={PATHS.transfers} lead={<Send />} title={transferWords.value.open} />
        </List>
      </Panel>
      <Segmented
        block
        label={t.views}
        value={view}
        onChange={onView}
        options={[{ value: "history", label: t.history }, { value: "lots", label: t.lots }]}
      />
      {view === "history"
        ? (
          <Part of={history} quiet={saidOld} onRetry={onRetry} waiting={<HistoryWaiting />}>
            {(page) => (
              <HistoryList
                rows={page.rows}
                onMore={page.nextBefore === null ? null : props.onMore}
                busy={props.loadingMore}
              />
            )}
          </Part>
        )
        : (
          <Part of={lots} quiet={saidOld} onRetry={onRetry} waiting={<HistoryWaiting />}>
            {(data) => <LapseCalendar lots={data.lots} now={now} />}
          </Part>
        )}
    </Screen>
  );
}
