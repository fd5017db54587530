import { signal } from "@preact/signals";
import { useLocation } from "preact-iso";
import { useState } from "preact/hooks";
import { tryCase } from "../../shared/console/trial-doors.ts";
import { Panel, SelectField } from "../../shared/ui/index.ts";
import { BrandChoice } from "../frame/brand-choice.tsx";
import { Page, WhenLoaded } from "../frame/page.tsx";
import { useRuleNaming } from "../programme/use-names.ts";
import { useLoad } from "../use-load.ts";
import { usePlaces } from "../use-places.ts";
import type { ProgrammeView } from "../use-programme.ts";
import { type Source, useSources } from "../use-sources.ts";
import { ask } from "../wire.ts";
import { Basket } from "./basket.tsx";
import { Cases } from "./cases.tsx";
import { MemberPanel } from "./member-panel.tsx";
import { MomentPanel } from "./moment-panel.tsx";
import { OutcomePanel } from "./outcome-panel.tsx";
import "./style.css";
import { blankTrial, trialFrom, typedFrom, type TypedTrial } from "./typed-trial.ts";
import { useRested } from "./use-rested.ts";
import { words } from "./words.ts";

/** The brand whose rules are tried. */
const chosen = signal<string | null>(null);

/** The sandbox till: a basket, a member and a moment, and what rules make of them. */
export function TryItScreen() {
  const t = words.value;
  const places = usePlaces();
  const { query } = useLocation();
  const brandId = chosen.value ?? query.brand ?? places.brands[0]?.id ?? null;
  const { loaded, sources } = useSources(brandId);
  return (
    <Page title={t.title} lead={t.lead}>
      <BrandChoice value={brandId} onChange={(id) => chosen.value = id} />
      <WhenLoaded from={places.loaded}>
        {() => (
          <WhenLoaded from={loaded}>
            {(programme) =>
              brandId && (sources.length === 0 ? <Panel>{t.noRules}</Panel> : (
                <Till
                  key={brandId}
                  brandId={brandId}
                  programme={programme}
                  sources={sources}
                  wanted={query.draft ?? null}
                />
              ))}
          </WhenLoaded>
        )}
      </WhenLoaded>
    </Page>
  );
}

function Till(
  props: {
    brandId: string;
    programme: ProgrammeView;
    sources: readonly Source[];
    wanted: string | null;
  },
) {
  const { brandId, programme, sources, wanted } = props;
  const t = words.value;
  // Until somebody chooses, it is the draft that the address names, as soon as it is known.
  const [value, setValue] = useState(`draft:${wanted}`);
  const [typed, setTyped] = useState<TypedTrial>(() => blankTrial(Date.now()));
  const set = (part: Partial<TypedTrial>) => setTyped((before) => ({ ...before, ...part }));
  const naming = useRuleNaming(brandId, programme, []);
  const source = sources.find((each) => each.value === value) ?? sources[0]!;
  const trial = useRested(trialFrom(typed));
  const outcome = useLoad(
    `trial:${brandId}:${source.value}:${JSON.stringify(trial)}`,
    (signal) =>
      trial
        ? ask(tryCase, { body: { brandId, source: source.source, trial }, signal })
        : Promise.resolve(null),
    { linger: true },
  );
  return (
    <>
      <div class="try-rules">
        <SelectField
          label={t.rules}
          value={source.value}
          options={sources.map((each) => ({ value: each.value, label: nameOf(each) }))}
          onChange={setValue}
        />
      </div>
      <div class="try-columns">
        <div class="stack">
          <Basket brandId={brandId} programme={programme} typed={typed} set={set} />
          <MemberPanel naming={naming} typed={typed} set={set} />
          <MomentPanel naming={naming} typed={typed} set={set} />
        </div>
        <div class="try-outcome">
          <OutcomePanel {...{ brandId, programme, typed, trial, outcome, set }} />
        </div>
      </div>
      <Cases
        brandId={brandId}
        source={source}
        onOpen={(kept) => setTyped(typedFrom(kept.trial))}
      />
    </>
  );
}

const nameOf = ({ draftName, version }: Source): string =>
  draftName === null ? words.value.version(version?.version ?? 0) : words.value.draft(draftName);
