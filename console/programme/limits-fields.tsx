import { Field, SelectField } from "../../shared/ui/index.ts";
import { type RuleGroup, stageOf } from "../../shared/points/earning-rules.ts";
import { nameIn } from "../use-places.ts";
import { whole } from "./inputs.ts";
import type { PathForm } from "./path-form.ts";
import type { RuleForm } from "./rule-form.ts";
import { Section } from "./side-panel.tsx";
import { words } from "./words.ts";

/** Limits in points; what is left empty is no limit. */
export function CapFields<D, I>({ form }: { form: PathForm<D, I> }) {
  const t = words.value.limits;
  return (
    <div class="fields-3">
      <Field label={t.perSale} placeholder={t.none} {...whole} {...form.field("caps.perSale")} />
      <Field label={t.perDay} placeholder={t.none} {...whole} {...form.field("caps.perDay")} />
      <Field
        label={t.perMember}
        placeholder={t.none}
        {...whole}
        {...form.field("caps.perMember")}
      />
    </div>
  );
}

/** Limits of what the rule gives, and how it goes together with others. */
export function LimitsFields(props: { form: RuleForm; groups: readonly RuleGroup[] }) {
  const { form, groups } = props;
  const t = words.value.limits;
  const { gives, groupId } = form.draft;
  const isRate = stageOf({ kind: gives.kind } as Parameters<typeof stageOf>[0]) === "rate";
  return (
    <>
      <Section title={t.title} hint={gives.kind === "multiplier" ? t.factorHint : t.hint}>
        <CapFields form={form} />
      </Section>
      <Section title={t.together} hint={isRate ? t.rateHint : t.togetherHint}>
        <div class="fields-2">
          {!isRate && (
            <SelectField
              label={t.group}
              value={groupId ?? ""}
              options={[
                { value: "", label: t.alone },
                ...groups.map((group) => ({
                  value: group.id,
                  label: t.groupWithMode(nameIn(group), t.modes[group.mode]),
                })),
              ]}
              onChange={(id) => form.put("groupId", id === "" ? null : id)}
            />
          )}
          <Field
            label={t.priority}
            hint={t.priorityHint}
            {...whole}
            {...form.field("priority")}
          />
        </div>
      </Section>
    </>
  );
}
