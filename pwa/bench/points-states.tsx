import { EntryView } from "../points/entry-view.tsx";
import { PointsView, type PointsViewProps } from "../points/points-view.tsx";
import { history, lots, saleEntry, spendEntry } from "./ledger.ts";
import {
  daysFromNow,
  failed,
  here,
  kept,
  NOW,
  offlineEmpty,
  pointsAt,
  waiting,
  xiaomei,
} from "./people.ts";
import type { BenchState } from "./state.ts";

const nothing = () => {};
const me = { member: xiaomei, points: pointsAt(1) };

const points = (more: Partial<PointsViewProps> = {}) => (
  <PointsView
    view="history"
    onView={nothing}
    me={here(me)}
    history={here(history)}
    lots={here(lots)}
    now={NOW}
    live={false}
    loadingMore={false}
    onMore={nothing}
    onRetry={nothing}
    {...more}
  />
);

const rich = {
  member: xiaomei,
  points: pointsAt(2, {
    pending: 186,
    debt: 320,
    carryMicro: 950_000,
    lapsingSoon: 180,
    lapsesNextAt: daysFromNow(9),
  }),
};

/** Points, their history and calendar, and one entry opened. */
export const pointsStates: BenchState[] = [
  { name: "points", draw: () => points({ live: true }) },
  { name: "points-pending-debt", draw: () => points({ me: here(rich) }) },
  { name: "points-lots", draw: () => points({ view: "lots" }) },
  { name: "points-top-tier", draw: () => points({ me: here({ ...me, points: pointsAt(4) }) }) },
  {
    name: "points-empty",
    draw: () =>
      points({
        me: here({ ...me, points: pointsAt(0, { spendable: 0 }) }),
        history: here({ rows: [], nextBefore: null }),
      }),
  },
  { name: "points-lots-empty", draw: () => points({ view: "lots", lots: here({ lots: [] }) }) },
  {
    name: "points-loading",
    draw: () => points({ me: waiting, history: waiting, lots: waiting }),
  },
  {
    name: "points-offline-kept",
    draw: () => points({ me: kept(me), history: kept(history) }),
  },
  {
    name: "points-offline",
    draw: () => points({ me: here(me), history: offlineEmpty }),
  },
  { name: "points-failed", draw: () => points({ history: failed }) },
  { name: "points-more", draw: () => points({ loadingMore: true }) },
  {
    name: "entry",
    draw: () => <EntryView entry={here(saleEntry)} tier={rich.points.tier} onRetry={nothing} />,
  },
  {
    name: "entry-spent",
    draw: () => <EntryView entry={here(spendEntry)} tier={null} onRetry={nothing} />,
  },
  {
    name: "entry-loading",
    draw: () => <EntryView entry={waiting} tier={null} onRetry={nothing} />,
  },
  {
    name: "entry-failed",
    draw: () => <EntryView entry={failed} tier={null} onRetry={nothing} />,
  },
];
