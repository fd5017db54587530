import { signal } from "@preact/signals";
import { useLocation } from "preact-iso";
import { FlaskConical } from "lucide-preact";
import { listWhatIfs, type WhatIfHead } from "../../shared/console/what-if-doors.ts";
import { Badge, EmptyState, List, Panel, Row } from "../../shared/ui/index.ts";
import { BrandChoice } from "../frame/brand-choice.tsx";
import { Page, WhenLoaded } from "../frame/page.tsx";
import { useLoad } from "../use-load.ts";
import { usePlaces } from "../use-places.ts";
import { useSources } from "../use-sources.ts";
import { ask } from "../wire.ts";
import { StartPanel } from "./start-panel.tsx";
import "./style.css";
import { words } from "./words.ts";

/** The brand whose sales are replayed. */
const chosen = signal<string | null>(null);

/** Past sales through other rules: a new replay, and those there were. */
export function WhatIfScreen() {
  const t = words.value;
  const places = usePlaces();
  const { query } = useLocation();
  const brandId = chosen.value ?? query.brand ?? places.brands[0]?.id ?? null;
  return (
    <Page title={t.title} lead={t.lead}>
      <BrandChoice value={brandId} onChange={(id) => chosen.value = id} />
      <WhenLoaded from={places.loaded}>
        {() => brandId && <OfBrand key={brandId} brandId={brandId} wanted={query.draft ?? null} />}
      </WhenLoaded>
    </Page>
  );
}

function OfBrand({ brandId, wanted }: { brandId: string; wanted: string | null }) {
  const { loaded, sources } = useSources(brandId);
  const runs = useLoad(
    `what-ifs:${brandId}`,
    (signal) => ask(listWhatIfs, { query: { brandId }, signal }),
  );
  return (
    <div class="what-if-columns">
      <WhenLoaded from={loaded}>
        {() => <StartPanel brandId={brandId} sources={sources} wanted={wanted} />}
      </WhenLoaded>
      <WhenLoaded from={runs}>{({ runs: rows }) => <Runs runs={rows} />}</WhenLoaded>
    </div>
  );
}

export const tones = {
  running: "info",
  done: "good",
  cancelled: "plain",
  interrupted: "warn",
  failed: "danger",
} as const;

/** What was replayed, as its name then. */
export const nameOfRun = (run: WhatIfHead): string => {
  const t = words.value;
  return run.draftName === null
    ? t.version(run.version ?? 0)
    : t.draftRun(run.draftName, run.draftRevision ?? 1);
};

function Runs({ runs }: { runs: readonly WhatIfHead[] }) {
  const t = words.value;
  return (
    <Panel title={t.runs} flush={runs.length > 0}>
      {runs.length === 0
        ? <EmptyState icon={<FlaskConical />} title={t.runsNone}>{t.runsNoneText}</EmptyState>
        : (
          <List label={t.runs}>
            {runs.map((run) => (
              <Row
                key={run.id}
                href={`/console/what-if/${run.id}`}
                title={nameOfRun(run)}
                detail={`${t.period(run.from, run.to)} · ${t.asked(run.askedBy, run.askedAt)}`}
                end={
                  <Badge tone={tones[run.state]}>
                    {run.state === "running" ? t.share(shareOf(run)) : t.states[run.state]}
                  </Badge>
                }
              />
            ))}
          </List>
        )}
    </Panel>
  );
}

/** How far a run is, 0 to 1. */
export const shareOf = ({ accounts, accountsDone }: WhatIfHead): number =>
  accounts === 0 ? 0 : Math.min(1, accountsDone / accounts);
