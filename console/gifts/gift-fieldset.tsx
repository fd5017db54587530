import type { ShelfRow } from "../../shared/console/endpoints.ts";
import { isCredited } from "../../shared/gifts/kinds.ts";
import { Field, Panel, SelectField, Switch, TextField } from "../../shared/ui/index.ts";
import { nameIn, usePlaces } from "../use-places.ts";
import { useProgramme } from "../use-programme.ts";
import type { Gift } from "./draft.ts";
import { type GiftForm, whole } from "./form.ts";
import { KindPanel } from "./kind-panel.tsx";
import { PicturePanel } from "./picture-panel.tsx";
import { PricePanel } from "./price-panel.tsx";
import { ShelfPanel } from "./shelf-panel.tsx";
import { words } from "./words.ts";

export interface GiftFieldsetProps {
  form: GiftForm;
  /** The gift as it is kept; missing for a new one. */
  gift: Gift | undefined;
  /** All gifts of the brand, for bundles. */
  gifts: readonly Gift[];
  shelves: readonly ShelfRow[];
  pictures: readonly string[];
  brandId: string;
  readOnly: boolean;
  /** It is being saved. */
  busy: boolean;
  onBrand: (id: string) => void;
}

/** Everything about a gift that can be set. */
export function GiftFieldset(props: GiftFieldsetProps) {
  const { form, gift, gifts, shelves, pictures, brandId, readOnly, busy } = props;
  const others = gifts.filter((each) => each.brandId === brandId && each.id !== gift?.id);
  return (
    <fieldset class="stack" disabled={readOnly || busy}>
      <Basics {...props} />
      <KindPanel form={form} gifts={others} placesTaken={gift?.taken.places ?? 0} />
      {!readOnly && <PicturePanel form={form} pictures={pictures} />}
      <PricePanel form={form} brandId={brandId} flashTaken={gift?.taken.flash ?? 0} />
      <Limits form={form} brandId={brandId} />
      <Receive form={form} />
      <ShelfPanel form={form} brandId={brandId} shelves={shelves} />
      <Offer form={form} />
    </fieldset>
  );
}

function Basics(props: GiftFieldsetProps) {
  const { form, gift, brandId, onBrand } = props;
  const t = words.value;
  const { brands } = usePlaces();
  return (
    <Panel title={t.basics}>
      <div class="fields-2">
        {!gift && brands.length > 1 && (
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
    </Panel>
  );
}

/** Props of a field of several lines; it takes no blur. */
const text = (form: GiftForm, name: "detailZh" | "detailEn") => {
  const { onBlur: _, ...rest } = form.field(name);
  return rest;
};

/** Who may have it, and how often. */
function Limits({ form, brandId }: { form: GiftForm; brandId: string }) {
  const t = words.value;
  const tiers = useProgramme(brandId || null).data?.tiers ?? [];
  const levels = tiers.filter((tier) => tier.level > 0);
  return (
    <Panel title={t.mall.limits}>
      <div class="fields-2">
        <SelectField
          label={t.tierMin}
          value={form.draft.tierLevelMin}
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
          label={t.mall.memberDay}
          hint={t.perMemberHint}
          optional
          {...whole}
          {...form.field("memberDayMax")}
        />
        <Field
          label={t.mall.day}
          hint={t.mall.dayHint}
          optional
          {...whole}
          {...form.field("dayMax")}
        />
      </div>
    </Panel>
  );
}

/** How members get it. */
function Receive({ form }: { form: GiftForm }) {
  const t = words.value;
  const m = t.mall;
  const { kind, byPickUp, byDelivery } = form.draft;
  return (
    <Panel title={m.receive}>
      {!isCredited(kind) && (
        <Switch
          label={m.byPickUp}
          hint={m.byPickUpHint}
          error={form.error("byPickUp")}
          checked={byPickUp}
          onChange={(checked) => form.set({ byPickUp: checked })}
        />
      )}
      {(kind === "goods" || kind === "bundle" || byDelivery) && (
        <Switch
          label={m.byDelivery}
          hint={m.byDeliveryHint}
          error={form.error("byDelivery")}
          checked={byDelivery}
          onChange={(checked) => form.set({ byDelivery: checked })}
        />
      )}
      <Field label={t.claimDays} hint={t.claimDaysHint} {...whole} {...form.field("claimDays")} />
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
