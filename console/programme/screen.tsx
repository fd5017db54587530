import { signal } from "@preact/signals";
import { CalendarClock, Coins } from "lucide-preact";
import { factorPercent } from "../../shared/points/earning-rules.ts";
import { ButtonLink, EmptyState, formats, Panel, Table, TierBadge } from "../../shared/ui/index.ts";
import { BrandChoice } from "../frame/brand-choice.tsx";
import { Page, WhenLoaded } from "../frame/page.tsx";
import { factorText } from "../form/typed-number.ts";
import { mayI } from "../session.ts";
import { nameIn, usePlaces } from "../use-places.ts";
import { type ProgrammeView, type RulesVersion, useProgramme } from "../use-programme.ts";
import { Changes, changesBetween } from "./changes.tsx";
import { Example } from "./example.tsx";
import { Sentences } from "./sentences.tsx";
import "./style.css";
import { versionAt, Versions } from "./versions.tsx";
import { words } from "./words.ts";

/** The brand whose rules are looked at; stays over visits to the editor. */
const chosen = signal<string | null>(null);

/** The earning rules of a brand: what they say, what they give, what they were. */
export function ProgrammeScreen() {
  const t = words.value;
  const places = usePlaces();
  const brandId = chosen.value ?? places.brands[0]?.id ?? null;
  const loaded = useProgramme(brandId);
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={brandId && mayI("programme.publish") && (
        <ButtonLink variant="primary" href={`/console/programme/${brandId}/edit`}>
          {t.edit}
        </ButtonLink>
      )}
    >
      <BrandChoice value={brandId} onChange={(id) => chosen.value = id} />
      <WhenLoaded from={places.loaded}>
        {() => (
          <WhenLoaded from={loaded}>
            {(programme) => <Programme key={brandId} programme={programme} />}
          </WhenLoaded>
        )}
      </WhenLoaded>
    </Page>
  );
}

function Programme({ programme }: { programme: ProgrammeView }) {
  const t = words.value;
  const now = Date.now();
  const current = versionAt(programme.versions, now);
  const coming = programme.versions.filter((each) => each.effectiveFrom > now).reverse();
  if (programme.versions.length === 0) {
    return (
      <Panel>
        <EmptyState icon={<Coins />} title={t.none}>{t.noneText}</EmptyState>
      </Panel>
    );
  }
  return (
    <>
      {coming.map((version) => <Coming key={version.id} version={version} programme={programme} />)}
      <div class="programme-columns">
        <div class="stack">
          {current && (
            <Panel
              title={t.inForce}
              action={
                <span class="small soft">
                  {t.inForceSince(current.version, current.effectiveFrom)}
                </span>
              }
            >
              <Sentences rules={current.body} programme={programme} />
            </Panel>
          )}
          <Versions programme={programme} />
        </div>
        <div class="stack">
          <Example
            rules={(current ?? programme.versions[0])?.body ?? null}
            programme={programme}
          />
          <Tiers programme={programme} current={current} />
        </div>
      </div>
    </>
  );
}

function Coming({ version, programme }: { version: RulesVersion; programme: ProgrammeView }) {
  const t = words.value;
  const before = programme.versions.find((each) => each.version === version.version - 1);
  return (
    <Panel
      tone="gold"
      title={
        <span class="coming-title">
          <CalendarClock aria-hidden="true" />
          {t.coming(version.version, version.effectiveFrom)}
        </span>
      }
    >
      {before && (
        <Changes lines={changesBetween(before.body, version.body, programme)} none={t.sameAs} />
      )}
    </Panel>
  );
}

function Tiers(props: { programme: ProgrammeView; current: RulesVersion | undefined }) {
  const t = words.value;
  const { tiers } = props.programme;
  const rules = props.current?.body;
  return (
    <Panel title={t.tiers}>
      <Table
        caption={t.tiers}
        rows={tiers}
        rowKey={(tier) => tier.id}
        empty={<p class="soft">{t.tiersNone}</p>}
        columns={[
          {
            key: "tier",
            title: t.tier,
            cell: (tier) => <TierBadge name={nameIn(tier)} rank={tier.level} />,
          },
          {
            key: "threshold",
            title: t.threshold,
            numeric: true,
            cell: (tier) => formats.value.moneyShort(tier.thresholdFen),
          },
          {
            key: "factor",
            title: t.factor,
            numeric: true,
            cell: (tier) => t.times(factorText(rules ? factorPercent(rules, tier.id) : 100)),
          },
        ]}
      />
    </Panel>
  );
}
