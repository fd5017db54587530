import type { EarningRules } from "../../shared/points/earning-rules.ts";
import { Field, Panel, SelectField, Switch } from "../../shared/ui/index.ts";
import { percentOf } from "../form/typed-number.ts";
import type { Form } from "../form/use-form.ts";
import { nameIn } from "../use-places.ts";
import type { ProgrammeView } from "../use-programme.ts";
import { CategoryPicker } from "./category-picker.tsx";
import type { RulesDraft } from "./draft.ts";
import { words } from "./words.ts";

type RulesForm = Form<RulesDraft, EarningRules>;

/** The rules as fields, in the order in which one thinks of them. */
export function RulesFields({ form, programme }: { form: RulesForm; programme: ProgrammeView }) {
  const t = words.value;
  return (
    <>
      <BasePanel form={form} />
      {programme.tiers.length > 0 && <TierPanel form={form} programme={programme} />}
      <Panel title={t.excluded}>
        <CategoryPicker
          categories={programme.categories}
          value={form.draft.excludedCategoryIds}
          onChange={(excludedCategoryIds) => form.set({ excludedCategoryIds })}
        />
      </Panel>
      <ValidityPanel form={form} />
    </>
  );
}

function BasePanel({ form }: { form: RulesForm }) {
  const t = words.value;
  const whole = { inputMode: "numeric", autocomplete: "off", maxLength: 12 } as const;
  return (
    <Panel title={t.base}>
      <div class="fields-2">
        <Field
          label={t.baseEvery}
          prefix="¥"
          inputMode="decimal"
          autocomplete="off"
          maxLength={12}
          {...form.field("fenPerPoint")}
        />
        <Field label={t.baseGives} {...whole} {...form.field("pointsPerStep")} />
        <Field
          label={t.minSale}
          hint={t.minSaleHint}
          prefix="¥"
          inputMode="decimal"
          autocomplete="off"
          maxLength={12}
          {...form.field("minSaleFen")}
        />
        <Field label={t.signUp} hint={t.signUpHint} {...whole} {...form.field("signUpPoints")} />
      </div>
      <Switch
        label={t.remainder}
        hint={t.remainderHint}
        checked={form.draft.carryRemainder}
        onChange={(carryRemainder) => form.set({ carryRemainder })}
      />
    </Panel>
  );
}

function TierPanel({ form, programme }: { form: RulesForm; programme: ProgrammeView }) {
  const t = words.value;
  const factors = form.draft.tierFactorPercent;
  const wrong = form.error("tierFactorPercent");
  return (
    <Panel title={t.tierFactors}>
      <div class="fields-tiers">
        {programme.tiers.map((tier) => {
          const typed = factors[tier.id] ?? "1";
          const percent = percentOf(typed);
          return (
            <Field
              key={tier.id}
              label={nameIn(tier)}
              suffix="×"
              inputMode="decimal"
              autocomplete="off"
              maxLength={6}
              value={typed}
              error={wrong && !(percent <= 10_000) ? t.tierFactorRule : null}
              onInput={(factor) =>
                form.set({ tierFactorPercent: { ...factors, [tier.id]: factor } })}
              onBlur={() => form.touch("tierFactorPercent")}
            />
          );
        })}
      </div>
    </Panel>
  );
}

function ValidityPanel({ form }: { form: RulesForm }) {
  const t = words.value;
  const { kind } = form.draft;
  const whole = { inputMode: "numeric", autocomplete: "off", maxLength: 3 } as const;
  const kinds = Object.entries(t.validityKinds) as [RulesDraft["kind"], string][];
  return (
    <Panel title={t.validity}>
      <div class="fields-2">
        <SelectField
          label={t.validityKind}
          value={kind}
          options={kinds.map(([value, label]) => ({ value, label }))}
          onChange={(chosen) => form.set({ kind: chosen })}
        />
        {kind === "months" && <Field label={t.months} {...whole} {...form.field("months")} />}
        {kind === "quarter-end" && (
          <Field label={t.quarters} hint={t.quartersHint} {...whole} {...form.field("quarters")} />
        )}
        {kind === "year-end" && (
          <Field label={t.years} hint={t.yearsHint} {...whole} {...form.field("years")} />
        )}
        {kind === "fixed-day" && (
          <div class="fields-day">
            <Field label={t.month} {...whole} {...form.field("month")} />
            <Field label={t.day} {...whole} {...form.field("day")} />
          </div>
        )}
        <Field label={t.pending} hint={t.pendingHint} {...whole} {...form.field("pendingDays")} />
      </div>
    </Panel>
  );
}
