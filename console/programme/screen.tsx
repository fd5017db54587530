import { signal } from "@preact/signals";
import { Coins, Plus } from "lucide-preact";
import { useLocation } from "preact-iso";
import { dayOf, startOfDay } from "../../shared/business-day.ts";
import { saveDraft } from "../../shared/console/draft-doors.ts";
import { Button, EmptyState, formats, Panel, Tabs } from "../../shared/ui/index.ts";
import { FailureBanner } from "../form/failure-banner.tsx";
import { BrandChoice } from "../frame/brand-choice.tsx";
import { Page, WhenLoaded } from "../frame/page.tsx";
import { mayI } from "../session.ts";
import { useCommand } from "../use-command.ts";
import { usePlaces } from "../use-places.ts";
import { type ProgrammeView, useProgramme } from "../use-programme.ts";
import { ask } from "../wire.ts";
import { Coming } from "./coming.tsx";
import { Drafts } from "./drafts.tsx";
import { Example } from "./example.tsx";
import { MonthCalendar } from "./month-calendar.tsx";
import { firstRules } from "./parts.ts";
import { PartSection } from "./part-section.tsx";
import { StackView } from "./stack-view.tsx";
import "./style.css";
import { Today } from "./today.tsx";
import { NamingProvider, useNaming, useRuleNaming } from "./use-names.ts";
import { standing, toCome, versionAt, Versions } from "./versions.tsx";
import { words } from "./words.ts";

/** The brand whose rules are looked at, and how; stays over visits to the editor. */
const chosen = signal<string | null>(null);
const view = signal<"rules" | "calendar" | "versions">("rules");

/** The programme of a brand: what holds, on which days, what it was, and what is being drafted. */
export function ProgrammeScreen() {
  const t = words.value;
  const places = usePlaces();
  const brandId = chosen.value ?? places.brands[0]?.id ?? null;
  const loaded = useProgramme(brandId);
  const begin = useBegin(brandId, loaded.data);
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={brandId && loaded.data && mayI("programme.publish") && (
        <Button
          variant="primary"
          icon={<Plus />}
          data-act="new-draft"
          busy={begin.busy}
          onClick={begin.send}
        >
          {t.newDraft}
        </Button>
      )}
    >
      <FailureBanner failure={begin.failure} />
      <BrandChoice value={brandId} onChange={(id) => chosen.value = id} />
      <WhenLoaded from={places.loaded}>
        {() => (
          <WhenLoaded from={loaded}>
            {(programme) => (
              <Programme
                key={brandId}
                brandId={brandId ?? ""}
                programme={programme}
                onChanged={loaded.reload}
              />
            )}
          </WhenLoaded>
        )}
      </WhenLoaded>
    </Page>
  );
}

/** A new draft of what holds now, opened at once. */
function useBegin(brandId: string | null, programme: ProgrammeView | undefined) {
  const { route } = useLocation();
  const newest = programme && standing(programme.versions)[0];
  const command = useCommand((name: string, key) =>
    ask(saveDraft, {
      body: {
        brandId: brandId ?? "",
        name,
        body: newest?.body ?? firstRules,
        basedOnVersion: newest?.version ?? 0,
      },
      key,
    })
  );
  const send = async () => {
    const outcome = await command.send(words.value.draftName(formats.value.monthDay(Date.now())));
    if (outcome.done) route(`/console/programme/${brandId}/drafts/${outcome.answer.draftId}`);
  };
  return { busy: command.busy, failure: command.failure, send };
}

function Programme(
  props: { brandId: string; programme: ProgrammeView; onChanged: () => void },
) {
  const { brandId, programme, onChanged } = props;
  const t = words.value;
  const naming = useRuleNaming(
    brandId,
    programme,
    programme.versions.slice(0, 5).map((each) => each.body),
  );
  const now = Date.now();
  const coming = toCome(programme.versions, now);
  return (
    <NamingProvider value={naming}>
      <Drafts brandId={brandId} />
      {coming.map((version) => <Coming key={version.id} version={version} onChanged={onChanged} />)}
      {programme.versions.length === 0
        ? (
          <Panel>
            <EmptyState icon={<Coins />} title={t.none}>{t.noneText}</EmptyState>
          </Panel>
        )
        : (
          <Tabs
            label={t.title}
            value={view.value}
            options={[
              { value: "rules", label: t.views.rules },
              { value: "calendar", label: t.views.calendar },
              { value: "versions", label: t.views.versions, count: programme.versions.length },
            ]}
            onChange={(next) => view.value = next}
          >
            {view.value === "rules" && <InForce />}
            {view.value === "calendar" && (
              <MonthCalendar
                rulesAt={(day) => {
                  // A day that a version begins on is shown by that version.
                  const at = day === dayOf(now) ? now : startOfDay(day);
                  return versionAt(programme.versions, at)?.body ??
                    programme.versions.at(-1)?.body ?? null;
                }}
              />
            )}
            {view.value === "versions" && <Versions onPublished={onChanged} />}
          </Tabs>
        )}
    </NamingProvider>
  );
}

/** The rules in force, part by part, beside what they bring today. */
function InForce() {
  const t = words.value;
  const { programme } = useNaming();
  const current = versionAt(programme.versions, Date.now()) ?? programme.versions.at(-1);
  if (!current) return null;
  const { body } = current;
  return (
    <div class="programme-columns">
      <div class="stack">
        <p class="soft in-force">
          {t.inForceSince(current.version, current.effectiveFrom)}
        </p>
        <PartSection section="earning" rules={body} />
        <Panel title={t.sections.rules}>
          <StackView rules={body} />
        </Panel>
        <PartSection section="grants" rules={body} />
        <PartSection section="offset" rules={body} />
        <PartSection section="validity" rules={body} />
      </div>
      <div class="stack">
        <Today rules={body} />
        <Example rules={body} />
      </div>
    </div>
  );
}
