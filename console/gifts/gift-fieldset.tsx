import { Field, Panel, Segmented, SelectField, Switch, TextField } from "../../shared/ui/index.ts";
import type { Form } from "../form/use-form.ts";
import { nameIn, usePlaces } from "../use-places.ts";
import { useProgramme } from "../use-programme.ts";
import type { GiftDraft, GiftFields } from "./draft.ts";
import { PictureChoice } from "./picture-choice.tsx";
import { words } from "./words.ts";

type GiftForm = Form<GiftDraft, GiftFields>;

export interface GiftFieldsetProps {
  form: GiftForm;
  pictures: readonly string[];
  brandId: string;
  isNew: boolean;
  readOnly: boolean;
  onBrand: (id: string) => void;
}

/** Everything about a gift that can be set. */
export function GiftFieldset(props: GiftFieldsetProps) {
  const { form, pictures, brandId, readOnly } = props;
  const t = words.value;
  return (
    <fieldset class="stack" disabled={readOnly}>
      <Basics {...props} />
      {!readOnly && (
        <Panel title={t.picture}>
          <PictureChoice
            pictures={pictures}
            value={form.draft.picture}
            error={form.error("picture")}
            onChange={(picture) => form.set({ picture })}
          />
        </Panel>
      )}
      <Pricing form={form} brandId={brandId} />
      <Offer form={form} />
    </fieldset>
  );
}

function Basics(props: GiftFieldsetProps) {
  const { form, isNew, brandId, onBrand } = props;
  const t = words.value;
  const { brands } = usePlaces();
  return (
    <Panel title={t.basics}>
      <div class="fields-2">
        {isNew && brands.length > 1 && (
          <SelectField
            label={t.brand}
            value={brandId}
            options={brands.map((brand) => ({ value: brand.id, label: nameIn(brand) }))}
            onChange={onBrand}
          />
        )}
        <Field
          label={t.code}
          maxLength={32}
          autocomplete="off"
          spellcheck={false}
          {...form.field("code")}
        />
      </div>
      <div class="fields-2">
        <Field label={t.nameZh} maxLength={60} autocomplete="off" {...form.field("nameZh")} />
        <Field label={t.nameEn} maxLength={60} autocomplete="off" {...form.field("nameEn")} />
        <TextField label={t.detailZh} maxLength={400} {...text(form, "detailZh")} />
        <TextField label={t.detailEn} maxLength={400} {...text(form, "detailEn")} />
      </div>
      <Segmented
        label={t.kind}
        value={form.draft.kind}
        options={[
          { value: "goods", label: t.kinds.goods },
          { value: "service", label: t.kinds.service },
          { value: "virtual", label: t.kinds.virtual },
        ]}
        onChange={(kind) => form.set({ kind })}
      />
    </Panel>
  );
}

/** Props of a field of several lines; it takes no blur. */
const text = (form: GiftForm, name: "detailZh" | "detailEn") => {
  const { onBlur: _, ...rest } = form.field(name);
  return rest;
};

function Pricing({ form, brandId }: { form: GiftForm; brandId: string }) {
  const t = words.value;
  const tiers = useProgramme(brandId || null).data?.tiers ?? [];
  const whole = { inputMode: "numeric", autocomplete: "off", maxLength: 11 } as const;
  const chosen = form.draft.tierLevelMin;
  const levels = tiers.filter((tier) => tier.level > 0);
  return (
    <Panel title={t.pricing}>
      <div class="fields-2">
        <Field label={t.points} {...whole} {...form.field("points")} />
        <Field
          label={t.market}
          hint={t.marketHint}
          prefix="¥"
          inputMode="decimal"
          autocomplete="off"
          maxLength={12}
          {...form.field("marketFen")}
        />
        <SelectField
          label={t.tierMin}
          value={chosen}
          options={[
            { value: "0", label: t.tierAny },
            ...levels.map((tier) => ({
              value: String(tier.level),
              label: t.tierFrom(nameIn(tier)),
            })),
          ]}
          onChange={(tierLevelMin) => form.set({ tierLevelMin })}
        />
        <Field
          label={t.perMember}
          hint={t.perMemberHint}
          optional
          {...whole}
          {...form.field("perMemberMax")}
        />
        <Field
          label={t.claimDays}
          hint={t.claimDaysHint}
          {...whole}
          {...form.field("claimDays")}
        />
      </div>
    </Panel>
  );
}

function Offer({ form }: { form: GiftForm }) {
  const t = words.value;
  return (
    <Panel title={t.offer}>
      <div class="fields-2">
        <Field type="date" label={t.opens} hint={t.anyTime} optional {...form.field("opensAt")} />
        <Field type="date" label={t.closes} hint={t.anyTime} optional {...form.field("closesAt")} />
      </div>
      <Switch
        label={t.listed}
        hint={t.listedHint}
        checked={form.draft.listed}
        onChange={(listed) => form.set({ listed })}
      />
    </Panel>
  );
}
