import { useMemo } from "preact/hooks";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import { Checkbox, Field, Switch } from "../../shared/ui/index.ts";
import { nameIn } from "../use-places.ts";
import { CategoryTree } from "./category-tree.tsx";
import { Example } from "./example.tsx";
import { Findings, findingsOf } from "./findings.tsx";
import { money, whole } from "./inputs.ts";
import { CapFields } from "./limits-fields.tsx";
import { type BaseDraft, baseDraft, baseFrom, BasePart, withBase } from "./parts.ts";
import { type PathForm, usePathForm } from "./path-form.ts";
import { ProductPicker } from "./product-picker.tsx";
import { sectionTexts } from "./rule-words.ts";
import { SentenceBand } from "./sentence-band.tsx";
import { Section, SidePanel } from "./side-panel.tsx";
import { useNaming } from "./use-names.ts";
import { words } from "./words.ts";

export interface PartPanelProps {
  rules: ProgrammeRules;
  onDone: (rules: ProgrammeRules) => void;
  onClose: () => void;
}

type BaseForm = PathForm<BaseDraft, BasePart>;

/** What every purchase earns: rate, minimum, tiers, what counts, limits over all, remainder. */
export function BasePanel({ rules, onDone, onClose }: PartPanelProps) {
  const t = words.value.basePart;
  const naming = useNaming();
  const initial = useMemo(() => baseDraft(rules, naming.programme.tiers), [rules]);
  const form = usePathForm<BaseDraft, BasePart>({ initial, finish: baseFrom, schema: BasePart });
  const next = form.input && withBase(rules, form.input);
  const say = (lang: "zh-CN" | "en") => next && sectionTexts("earning", next, naming, lang);
  return (
    <SidePanel
      title={words.value.sections.earning}
      dirty={form.dirty}
      top={<SentenceBand zh={say("zh-CN")} en={say("en")} />}
      aside={
        <>
          <Findings
            findings={next ? findingsOf(next, naming).filter((each) => each.part === "base") : []}
            rules={next ?? rules}
          />
          <Example rules={next} />
        </>
      }
      onDone={() => form.check() && next && onDone(next)}
      onClose={onClose}
    >
      <RateSection form={form} />
      <CountsSection form={form} />
      <ExcludedSection form={form} />
      <Section title={t.caps} hint={t.capsHint}>
        <CapFields form={form} />
      </Section>
      <Section title={t.remainder}>
        <Switch
          label={t.carry}
          hint={t.carryHint}
          checked={form.draft.carryRemainder}
          onChange={(on) => form.put("carryRemainder", on)}
        />
      </Section>
    </SidePanel>
  );
}

function RateSection({ form }: { form: BaseForm }) {
  const t = words.value.basePart;
  const { tiers } = useNaming().programme;
  return (
    <Section title={t.rate}>
      <div class="fields-3">
        <Field label={t.every} prefix="¥" {...money} {...form.field("fenPerPoint")} />
        <Field label={t.points} {...whole} {...form.field("pointsPerStep")} />
        <Field
          label={t.minSale}
          hint={t.minSaleHint}
          prefix="¥"
          {...money}
          {...form.field("minSaleFen")}
        />
      </div>
      {tiers.length > 0 && (
        <>
          <h4 class="field-label">{t.tiers}</h4>
          <div class="fields-tiers">
            {tiers.map((tier) => (
              <Field
                key={tier.id}
                label={nameIn(tier)}
                suffix="×"
                {...money}
                maxLength={6}
                {...form.field(`tierFactorPercent.${tier.id}`)}
              />
            ))}
          </div>
        </>
      )}
    </Section>
  );
}

function CountsSection({ form }: { form: BaseForm }) {
  const t = words.value.basePart;
  const kinds = ["storedValue", "coupon", "offset"] as const;
  return (
    <Section title={t.counts} hint={t.countsHint}>
      {kinds.map((kind) => (
        <Checkbox
          key={kind}
          label={t.paidWith[kind]}
          checked={form.draft.base[kind]}
          onChange={(on) => form.put(`base.${kind}`, on)}
        />
      ))}
      <p class="small soft">{t.giftCards}</p>
    </Section>
  );
}

function ExcludedSection({ form }: { form: BaseForm }) {
  const t = words.value.basePart;
  const { categories } = useNaming().programme;
  return (
    <Section title={t.excluded} hint={t.excludedHint}>
      <CategoryTree
        label={t.excluded}
        categories={categories}
        value={form.draft.excludedCategoryIds}
        onChange={(ids) => form.put("excludedCategoryIds", ids)}
      />
      <ProductPicker
        label={t.excludedProducts}
        value={form.draft.excludedProductIds ?? []}
        onChange={(ids) => form.put("excludedProductIds", ids)}
      />
    </Section>
  );
}
