import { signal } from "@preact/signals";
import { Scale } from "lucide-preact";
import { evaluatePlan } from "../../shared/console/what-if-doors.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { EmptyState, formats, Panel } from "../../shared/ui/index.ts";
import { BrandChoice } from "../frame/brand-choice.tsx";
import { ExportButton } from "../frame/export-button.tsx";
import { Page, WhenLoaded } from "../frame/page.tsx";
import { useLoad } from "../use-load.ts";
import { usePlaces } from "../use-places.ts";
import { ask } from "../wire.ts";
import { Extensions } from "./extensions.tsx";
import { Months } from "./months.tsx";
import "./style.css";
import { Versions } from "./versions.tsx";
import { words } from "./words.ts";

export type Plan = AnswerOf<typeof evaluatePlan>;

/** The brand whose plan is looked at. */
const chosen = signal<string | null>(null);

/** What each version has given and cost, and what is owed. */
export function PlanScreen() {
  const t = words.value;
  const places = usePlaces();
  const brandId = chosen.value ?? places.brands[0]?.id ?? null;
  const loaded = useLoad(
    `plan:${brandId}`,
    (signal) => brandId ? ask(evaluatePlan, { query: { brandId }, signal }) : Promise.resolve(null),
  );
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={brandId && <ExportButton asked={{ list: "plan", brandId }} />}
    >
      <BrandChoice value={brandId} onChange={(id) => chosen.value = id} />
      <WhenLoaded from={places.loaded}>
        {() => (
          <WhenLoaded from={loaded}>
            {(plan) => plan && brandId && <Figures key={brandId} plan={plan} brandId={brandId} />}
          </WhenLoaded>
        )}
      </WhenLoaded>
    </Page>
  );
}

function Figures({ plan, brandId }: { plan: Plan; brandId: string }) {
  const t = words.value;
  if (plan.versions.length === 0) {
    return (
      <Panel>
        <EmptyState icon={<Scale />} title={t.none} />
      </Panel>
    );
  }
  return (
    <div class="stack" style={{ "--gap": "var(--s5)" }}>
      <Totals plan={plan} />
      <Months plan={plan} />
      <Versions plan={plan} />
      <Extensions brandId={brandId} />
    </div>
  );
}

const sum = (plan: Plan, of: (row: Plan["versions"][number]) => number): number =>
  plan.versions.reduce((all, row) => all + of(row), 0);

/** Used of given, less what was taken back; null where nothing was given. */
export const burnOf = (
  { issued, takenBack, redeemed }: { issued: number; takenBack: number; redeemed: number },
): string =>
  issued - takenBack > 0 ? formats.value.share(redeemed / (issued - takenBack)) : words.value.none0;

function Totals({ plan }: { plan: Plan }) {
  const t = words.value;
  const f = formats.value;
  const all = {
    issued: sum(plan, (row) => row.issued),
    takenBack: sum(plan, (row) => row.takenBack),
    redeemed: sum(plan, (row) => row.redeemed),
  };
  const tiles = [
    [t.issuedTotal, f.count(all.issued), ""],
    [t.openTotal, f.count(sum(plan, (row) => row.open)), f.money(sum(plan, (row) => row.openFen))],
    [t.costTotal, f.money(sum(plan, (row) => row.costFen)), f.count(all.redeemed)],
    [t.burnTotal, burnOf(all), t.burnHint],
  ];
  return (
    <div class="plan-totals">
      {tiles.map(([title, value, detail]) => (
        <div key={title} class="plan-total">
          <h2>{title}</h2>
          <p class="plan-figure numbers">{value}</p>
          {detail && <p class="small soft numbers">{detail}</p>}
        </div>
      ))}
    </div>
  );
}
