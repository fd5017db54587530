import { useMemo } from "preact/hooks";
import { Plus, Trash2 } from "lucide-preact";
import { Button, Field, IconButton, Switch } from "../../shared/ui/index.ts";
import { nameIn } from "../use-places.ts";
import type { PartPanelProps } from "./base-panel.tsx";
import { CategoryTree } from "./category-tree.tsx";
import { Chips } from "./chips.tsx";
import { Findings, findingsOf } from "./findings.tsx";
import { money, whole } from "./inputs.ts";
import { OffsetExample } from "./offset-example.tsx";
import { OffsetWindow } from "./offset-window.tsx";
import { type OffsetDraft, offsetDraft, offsetFrom, OffsetPart } from "./parts.ts";
import { type PathForm, usePathForm } from "./path-form.ts";
import { sectionTexts } from "./rule-words.ts";
import { SentenceBand } from "./sentence-band.tsx";
import { Section, SidePanel } from "./side-panel.tsx";
import { useNaming } from "./use-names.ts";
import { words } from "./words.ts";
import type * as z from "zod/mini";

export type OffsetForm = PathForm<OffsetDraft, z.infer<typeof OffsetPart>>;

/** Paying with points: what they are worth, when and how much of a sale. */
export function OffsetPanel({ rules, onDone, onClose }: PartPanelProps) {
  const t = words.value.offset;
  const naming = useNaming();
  const initial = useMemo(() => offsetDraft(rules), [rules]);
  const form: OffsetForm = usePathForm({ initial, finish: offsetFrom, schema: OffsetPart });
  const next = form.input && { ...rules, ...form.input };
  const say = (lang: "zh-CN" | "en") => next && sectionTexts("offset", next, naming, lang);
  const findings = next ? findingsOf(next, naming).filter((each) => each.part === "offset") : [];
  return (
    <SidePanel
      title={words.value.sections.offset}
      dirty={form.dirty}
      top={<SentenceBand zh={say("zh-CN")} en={say("en")} />}
      aside={
        <>
          <Findings findings={findings} rules={next ?? rules} />
          {form.draft.on && <OffsetExample rules={form.input?.offset ?? null} />}
        </>
      }
      onDone={() => form.check() && next && onDone(next)}
      onClose={onClose}
    >
      <Section title={t.offered}>
        <Switch
          label={t.on}
          hint={t.onHint}
          checked={form.draft.on}
          onChange={(on) => form.put("on", on)}
        />
      </Section>
      {form.draft.on && (
        <>
          <WorthSection form={form} />
          <LimitSection form={form} />
          <Section title={t.window} hint={t.windowHint}>
            <OffsetWindow form={form} />
          </Section>
          <ExcludedSection form={form} />
        </>
      )}
    </SidePanel>
  );
}

function WorthSection({ form }: { form: OffsetForm }) {
  const t = words.value.offset;
  const { others } = form.draft.offset;
  return (
    <Section title={t.worth} hint={t.worthHint}>
      <div class="fields-2">
        <Field label={t.points} {...whole} {...form.field("offset.points")} />
        <Field label={t.fen} prefix="¥" {...money} {...form.field("offset.fen")} />
      </div>
      {others.map((_, i) => <OtherWorth key={i} i={i} form={form} />)}
      <div>
        <Button
          size="s"
          icon={<Plus />}
          onClick={() =>
            form.put("offset.others", [
              ...others,
              { points: form.draft.offset.points, fen: form.draft.offset.fen },
            ])}
        >
          {t.addOther}
        </Button>
      </div>
    </Section>
  );
}

function OtherWorth({ i, form }: { i: number; form: OffsetForm }) {
  const t = words.value.offset;
  const { others } = form.draft.offset;
  const other = others[i];
  const { programme, tags, memberCategories } = useNaming();
  if (!other) return null;
  return (
    <fieldset class="other-worth">
      <legend>{t.other(i + 1)}</legend>
      <IconButton
        label={t.removeOther(i + 1)}
        icon={<Trash2 />}
        onClick={() => form.put("offset.others", others.filter((_, at) => at !== i))}
      />
      <div class="fields-2">
        <Field label={t.points} {...whole} {...form.field(`offset.others.${i}.points`)} />
        <Field
          label={t.fen}
          prefix="¥"
          {...money}
          {...form.field(`offset.others.${i}.fen`)}
        />
      </div>
      <Chips
        label={t.forTiers}
        options={programme.tiers.map((each) => ({ value: each.id, label: nameIn(each) }))}
        value={other.tierIds ?? []}
        onChange={(ids) => form.put(`offset.others.${i}.tierIds`, ids)}
      />
      {memberCategories.length > 0 && (
        <Chips
          label={t.forCategories}
          options={memberCategories.map((each) => ({ value: each.id, label: nameIn(each) }))}
          value={other.memberCategoryIds ?? []}
          onChange={(ids) => form.put(`offset.others.${i}.memberCategoryIds`, ids)}
        />
      )}
      {tags.length > 0 && (
        <Chips
          label={t.forTags}
          options={tags.map((each) => ({ value: each.name, label: each.name }))}
          value={other.tags ?? []}
          onChange={(names) => form.put(`offset.others.${i}.tags`, names)}
        />
      )}
    </fieldset>
  );
}

function LimitSection({ form }: { form: OffsetForm }) {
  const t = words.value.offset;
  const none = words.value.limits.none;
  return (
    <Section title={t.limits}>
      <div class="fields-3">
        <Field
          label={t.minSale}
          hint={t.minSaleHint}
          prefix="¥"
          {...money}
          {...form.field("offset.minSaleFen")}
        />
        <Field label={t.share} suffix="%" {...whole} {...form.field("offset.maxSharePercent")} />
        <Field
          label={t.step}
          hint={t.stepHint}
          {...whole}
          {...form.field("offset.stepPoints")}
        />
        <Field
          label={t.maxPoints}
          placeholder={none}
          {...whole}
          {...form.field("offset.maxPoints")}
        />
        <Field
          label={t.maxPerDay}
          placeholder={none}
          {...whole}
          {...form.field("offset.maxPointsPerDay")}
        />
      </div>
    </Section>
  );
}

function ExcludedSection({ form }: { form: OffsetForm }) {
  const t = words.value.offset;
  const { categories } = useNaming().programme;
  return (
    <Section title={t.excluded} hint={t.excludedHint}>
      <CategoryTree
        label={t.excluded}
        categories={categories}
        value={form.draft.offset.excludedCategoryIds}
        onChange={(ids) => form.put("offset.excludedCategoryIds", ids)}
      />
    </Section>
  );
}
