import { useMemo } from "preact/hooks";
import type { ComponentChildren } from "preact";
import { defaultGrantRules, type GrantRules } from "../../shared/grants/grant-rules.ts";
import { Field, Panel, SelectField, Switch } from "../../shared/ui/index.ts";
import type { PartPanelProps } from "./base-panel.tsx";
import { FestivalGifts, Streaks } from "./grant-rows.tsx";
import { money, whole } from "./inputs.ts";
import { type GrantsDraft, grantsDraft, grantsFrom, GrantsPart, withGrants } from "./parts.ts";
import { type PathForm, usePathForm } from "./path-form.ts";
import { sectionTexts } from "./rule-words.ts";
import { SentenceBand } from "./sentence-band.tsx";
import { Section, SidePanel } from "./side-panel.tsx";
import { typed } from "./typed.ts";
import { useNaming } from "./use-names.ts";
import { words } from "./words.ts";

export type GrantsForm = PathForm<GrantsDraft, GrantsPart>;
type Switched = Exclude<keyof GrantRules, "festivals">;

/** What a part starts from when it is switched on. */
const first: { [K in Switched]: NonNullable<GrantRules[K]> } = {
  birthday: defaultGrantRules.birthday!,
  referral: defaultGrantRules.referral!,
  share: defaultGrantRules.share!,
  checkIn: defaultGrantRules.checkIn!,
  profile: defaultGrantRules.profile!,
  recharge: { fenPerPoint: 10_000, pointsPerStep: 10 },
};

/** What is given without a purchase. */
export function GrantsPanel({ rules, onDone, onClose }: PartPanelProps) {
  const t = words.value.grants;
  const naming = useNaming();
  const initial = useMemo(() => grantsDraft(rules), [rules]);
  const form: GrantsForm = usePathForm({ initial, finish: grantsFrom, schema: GrantsPart });
  const next = form.input && withGrants(rules, form.input);
  const say = (lang: "zh-CN" | "en") => next && sectionTexts("grants", next, naming, lang);
  return (
    <SidePanel
      title={words.value.sections.grants}
      dirty={form.dirty}
      aside={
        <Panel title={words.value.says}>
          <SentenceBand zh={say("zh-CN")} en={say("en")} />
        </Panel>
      }
      onDone={() => form.check() && next && onDone(next)}
      onClose={onClose}
    >
      <Section title={t.signUp}>
        <Field
          label={t.signUpPoints}
          hint={t.signUpHint}
          {...whole}
          {...form.field("signUpPoints")}
        />
      </Section>
      <Birthday form={form} />
      <Section title={t.festivals} hint={t.festivalsHint}>
        <FestivalGifts form={form} />
      </Section>
      <Referral form={form} />
      <CheckIn form={form} />
      <Small form={form} />
    </SidePanel>
  );
}

/** A part that can be switched off. */
function Part(
  props: { name: Switched; form: GrantsForm; hint?: string; children: ComponentChildren },
) {
  const { name, form, hint, children } = props;
  const t = words.value.grants;
  const on = form.draft.grants[name] !== null;
  return (
    <Section title={t.parts[name]} {...(hint ? { hint } : {})}>
      <Switch
        label={t.give}
        checked={on}
        onChange={(next) => form.put(`grants.${name}`, next ? typed(first[name]) : null)}
      />
      {on && children}
    </Section>
  );
}

function Birthday({ form }: { form: GrantsForm }) {
  const t = words.value.grants;
  const { birthday } = form.draft.grants;
  return (
    <Part name="birthday" form={form} hint={t.birthdayHint}>
      <div class="fields-3">
        <Field label={t.points} {...whole} {...form.field("grants.birthday.points")} />
        <SelectField
          label={t.birthdayWhen}
          value={birthday?.when ?? "day"}
          options={(["day", "week", "month"] as const)
            .map((value) => ({ value, label: words.value.when.birthdays[value] }))}
          onChange={(value) => form.put("grants.birthday.when", value)}
        />
        <SelectField
          label={t.birthdayPaid}
          value={birthday?.paid ?? "window-opens"}
          options={(["window-opens", "visit"] as const)
            .map((value) => ({ value, label: t.birthdayPaids[value] }))}
          onChange={(value) => form.put("grants.birthday.paid", value)}
        />
      </div>
    </Part>
  );
}

function Referral({ form }: { form: GrantsForm }) {
  const t = words.value.grants;
  return (
    <Part name="referral" form={form} hint={t.referralHint}>
      <div class="fields-3">
        <Field label={t.referrer} {...whole} {...form.field("grants.referral.referrerPoints")} />
        <Field label={t.friend} {...whole} {...form.field("grants.referral.friendPoints")} />
        <Field
          label={t.referralMin}
          prefix="¥"
          {...money}
          {...form.field("grants.referral.minSaleFen")}
        />
        <Field
          label={t.waitDays}
          hint={t.waitHint}
          {...whole}
          {...form.field("grants.referral.waitDays")}
        />
        <Field label={t.perMonth} {...whole} {...form.field("grants.referral.maxPerMonth")} />
      </div>
    </Part>
  );
}

function CheckIn({ form }: { form: GrantsForm }) {
  const t = words.value.grants;
  return (
    <Part name="checkIn" form={form} hint={t.checkInHint}>
      <Field label={t.everyDay} {...whole} {...form.field("grants.checkIn.points")} />
      <Streaks form={form} />
    </Part>
  );
}

/** Sharing, profile, recharge: a number or two each. */
function Small({ form }: { form: GrantsForm }) {
  const t = words.value.grants;
  return (
    <>
      <Part name="share" form={form} hint={t.shareHint}>
        <div class="fields-2">
          <Field label={t.points} {...whole} {...form.field("grants.share.points")} />
          <Field label={t.sharePerDay} {...whole} {...form.field("grants.share.maxPerDay")} />
        </div>
      </Part>
      <Part name="profile" form={form} hint={t.profileHint}>
        <Field label={t.points} {...whole} {...form.field("grants.profile.points")} />
      </Part>
      <Part name="recharge" form={form} hint={t.rechargeHint}>
        <div class="fields-2">
          <Field
            label={t.rechargeEvery}
            prefix="¥"
            {...money}
            {...form.field("grants.recharge.fenPerPoint")}
          />
          <Field label={t.points} {...whole} {...form.field("grants.recharge.pointsPerStep")} />
        </div>
      </Part>
    </>
  );
}
