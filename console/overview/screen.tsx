import { Coins, Hourglass, PackageOpen, Sprout, Users } from "lucide-preact";
import { showOverview } from "../../shared/console/endpoints.ts";
import { BarChart, EmptyState, formats, Panel, Skeleton } from "../../shared/ui/index.ts";
import { Page, WhenLoaded } from "../frame/page.tsx";
import { useLoad } from "../use-load.ts";
import { usePlaces } from "../use-places.ts";
import { ask } from "../wire.ts";
import { type Overview, sumOf } from "./figures.ts";
import { FlowChart } from "./flow-chart.tsx";
import "./style.css";
import { Tasks } from "./tasks.tsx";
import { FlowTile, NowTile } from "./tiles.tsx";
import { words } from "./words.ts";

/** How the shop is doing: 30 days, and what stands open now. */
export function OverviewScreen() {
  const t = words.value;
  const loaded = useLoad("overview", (signal) => ask(showOverview, { signal }));
  const places = usePlaces();
  const days = loaded.data?.days ?? [];
  const first = days[0]?.day;
  const last = days[days.length - 1]?.day;
  return (
    <Page
      title={t.title}
      lead={first && last ? t.lead(places.ownName(), first, last) : undefined}
    >
      <WhenLoaded from={loaded} waiting={<Waiting />}>
        {(overview) => <Figures overview={overview} />}
      </WhenLoaded>
    </Page>
  );
}

function Figures({ overview }: { overview: Overview }) {
  const t = words.value;
  const quiet = sumOf(overview.days.map((day) => day.sales)) === 0;
  return (
    <>
      <Now overview={overview} />
      {quiet
        ? (
          <Panel>
            <EmptyState icon={<Sprout />} title={t.emptyTitle}>{t.emptyText}</EmptyState>
          </Panel>
        )
        : (
          <>
            <Flows overview={overview} />
            <Charts overview={overview} />
          </>
        )}
      <Tasks />
    </>
  );
}

function Flows({ overview: { days } }: { overview: Overview }) {
  const t = words.value;
  const f = formats.value;
  const salesFen = days.map((day) => day.salesFen);
  const issued = days.map((day) => day.issued);
  const redeemed = days.map((day) => day.redeemed);
  const joined = days.map((day) => day.newMembers);
  const count = sumOf(days.map((day) => day.sales));
  const share = sumOf(redeemed) / Math.max(1, sumOf(issued));
  const daily = (sumOf(joined) / Math.max(1, days.length)).toFixed(1);
  return (
    <div class="tiles">
      <FlowTile
        title={t.sales}
        figure={f.moneyShort(sumOf(salesFen))}
        detail={`${t.salesCount(count)} · ${
          t.perSale(f.money(Math.round(sumOf(salesFen) / Math.max(1, count))))
        }`}
        values={salesFen}
        format={f.moneyShort}
      />
      <FlowTile
        title={t.issued}
        figure={f.count(sumOf(issued))}
        detail={t.netIssued(f.count(Math.round(sumOf(issued) / Math.max(1, days.length))))}
        values={issued}
        format={f.count}
      />
      <FlowTile
        title={t.redeemed}
        figure={f.count(sumOf(redeemed))}
        detail={t.redeemRate(share)}
        values={redeemed}
        format={f.count}
      />
      <FlowTile
        title={t.newMembers}
        figure={f.count(sumOf(joined))}
        detail={t.perDay(daily)}
        values={joined}
        format={f.count}
      />
    </div>
  );
}

function Charts({ overview: { days } }: { overview: Overview }) {
  const t = words.value;
  const f = formats.value;
  const label = (day: string) => f.monthDay(Date.parse(`${day}T04:00:00Z`));
  return (
    <div class="charts">
      <Panel title={t.salesChart}>
        <BarChart
          title={t.salesChart}
          points={days.map((day) => ({ label: label(day.day), value: day.salesFen }))}
          format={f.moneyShort}
        />
      </Panel>
      <Panel title={t.flowChart}>
        <FlowChart
          title={t.flowChart}
          dayTitle={t.day}
          upTitle={t.issued}
          downTitle={t.redeemed}
          days={days.map((day) => ({ label: label(day.day), up: day.issued, down: day.redeemed }))}
        />
      </Panel>
    </div>
  );
}

function Now({ overview }: { overview: Overview }) {
  const t = words.value;
  const f = formats.value;
  const { outstanding, lapsing30 } = overview;
  return (
    <section aria-label={t.now}>
      <ul class="now">
        <NowTile
          icon={<Coins />}
          title={t.outstanding}
          figure={f.count(outstanding)}
          detail={t.outstandingHint}
          tone="gold"
        />
        <NowTile
          icon={<Hourglass />}
          title={t.lapsing}
          figure={f.count(lapsing30)}
          detail={t.lapsingShare(lapsing30 / Math.max(1, outstanding))}
          tone="accent"
        />
        <NowTile
          icon={<PackageOpen />}
          title={t.openClaims}
          figure={f.count(overview.openClaims)}
          detail={t.openClaimsHint}
        />
        <NowTile
          icon={<Users />}
          title={t.members}
          figure={f.count(overview.members)}
          tone="good"
        />
      </ul>
    </section>
  );
}

function Waiting() {
  return (
    <>
      <div class="now" role="status">
        {[0, 1, 2, 3].map((each) => <Skeleton key={each} height="6.25rem" />)}
      </div>
      <div class="tiles">
        {[0, 1, 2, 3].map((each) => <Skeleton key={each} height="11rem" />)}
      </div>
      <div class="charts">
        {[0, 1].map((each) => <Skeleton key={each} height="20rem" />)}
      </div>
    </>
  );
}
