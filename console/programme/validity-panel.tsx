import { useMemo } from "preact/hooks";
import { dayOf } from "../../shared/business-day.ts";
import { lastValidDay } from "../../shared/points/validity.ts";
import { Field, formats, SelectField } from "../../shared/ui/index.ts";
import type { PartPanelProps } from "./base-panel.tsx";
import { whole } from "./inputs.ts";
import { type ValidityDraft, validityDraft, validityFrom, ValidityPart } from "./parts.ts";
import { type PathForm, usePathForm } from "./path-form.ts";
import { sectionTexts } from "./rule-words.ts";
import { SentenceBand } from "./sentence-band.tsx";
import { Section, SidePanel } from "./side-panel.tsx";
import { useNaming } from "./use-names.ts";
import { words } from "./words.ts";

/** From when and how long points are good. */
export function ValidityPanel({ rules, onDone, onClose }: PartPanelProps) {
  const t = words.value.validityPart;
  const naming = useNaming();
  const initial = useMemo(() => validityDraft(rules), [rules]);
  const form = usePathForm<ValidityDraft, ValidityPart>({
    initial,
    finish: validityFrom,
    schema: ValidityPart,
  });
  const next = form.input && { ...rules, ...form.input };
  const say = (lang: "zh-CN" | "en") => next && sectionTexts("validity", next, naming, lang);
  const now = Date.now();
  const last = form.input && lastValidDay(form.input.validity, now);
  return (
    <SidePanel
      title={words.value.sections.validity}
      dirty={form.dirty}
      top={<SentenceBand zh={say("zh-CN")} en={say("en")} />}
      onDone={() => form.check() && next && onDone(next)}
      onClose={onClose}
    >
      <Section title={t.howLong}>
        <KindFields form={form} />
        {last && (
          <p role="status" class="soft">
            {t.earnedToday(formats.value.day(dayOf(now)), formats.value.day(last))}
          </p>
        )}
      </Section>
      <Section title={t.pending}>
        <Field
          label={t.pendingDays}
          hint={t.pendingHint}
          {...whole}
          {...form.field("pendingDays")}
        />
      </Section>
    </SidePanel>
  );
}

/** How it is counted, with the numbers that go with it. */
function KindFields({ form }: { form: PathForm<ValidityDraft, ValidityPart> }) {
  const t = words.value.validityPart;
  const { kind } = form.draft.validity;
  return (
    <div class="fields-2">
      <SelectField
        label={t.kind}
        value={kind}
        options={(Object.keys(t.kinds) as (keyof typeof t.kinds)[])
          .map((value) => ({ value, label: t.kinds[value] }))}
        onChange={(value) => form.put("validity.kind", value)}
      />
      {kind === "months" && (
        <Field
          label={t.months}
          {...whole}
          {...form.field("validity.months")}
        />
      )}
      {kind === "quarter-end" && (
        <Field
          label={t.quarters}
          hint={t.quartersHint}
          {...whole}
          {...form.field("validity.quarters")}
        />
      )}
      {kind === "year-end" && (
        <Field
          label={t.years}
          hint={t.yearsHint}
          {...whole}
          {...form.field("validity.years")}
        />
      )}
      {kind === "fixed-day" && (
        <>
          <Field label={t.month} {...whole} {...form.field("validity.month")} />
          <Field label={t.day} {...whole} {...form.field("validity.day")} />
        </>
      )}
    </div>
  );
}
