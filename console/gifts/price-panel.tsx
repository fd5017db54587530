import { Plus, Trash2 } from "lucide-preact";
import { Button, Field, IconButton, Panel, SelectField, Switch } from "../../shared/ui/index.ts";
import { nameIn } from "../use-places.ts";
import { useProgramme } from "../use-programme.ts";
import type { TierPriceDraft } from "./draft.ts";
import { type GiftForm, whole, yuan } from "./form.ts";
import { words } from "./words.ts";

interface PricePanelProps {
  form: GiftForm;
  brandId: string;
  /** Pieces that went at the running flash price. */
  flashTaken: number;
}

/** What it costs: everybody, each tier, and for a while. */
export function PricePanel({ form, brandId, flashTaken }: PricePanelProps) {
  const t = words.value;
  const m = t.mall;
  return (
    <Panel title={t.pricing}>
      <div class="fields-2">
        <Field label={t.points} {...whole} {...form.field("points")} />
        <Field label={m.money} hint={m.moneyHint} optional {...yuan} {...form.field("moneyFen")} />
        <Field label={m.quantity} hint={m.quantityHint} {...whole} {...form.field("quantity")} />
        <Field label={t.market} hint={t.marketHint} {...yuan} {...form.field("marketFen")} />
      </div>
      <TierPrices form={form} brandId={brandId} />
      <Switch
        label={m.flash}
        hint={m.flashHint}
        checked={form.draft.flashOn}
        onChange={(flashOn) => form.set({ flashOn })}
      />
      {form.draft.flashOn && <FlashFields form={form} taken={flashTaken} />}
    </Panel>
  );
}

function FlashFields({ form, taken }: { form: GiftForm; taken: number }) {
  const m = words.value.mall;
  return (
    <div class="fields-2">
      <Field label={m.flashPoints} {...whole} {...form.field("flashPoints")} />
      <Field label={m.money} optional {...yuan} {...form.field("flashMoneyFen")} />
      <Field type="datetime-local" label={m.flashFrom} {...form.field("flashFrom")} />
      <Field type="datetime-local" label={m.flashUntil} {...form.field("flashUntil")} />
      <Field
        label={m.flashPieces}
        hint={taken > 0 ? m.flashTaken(taken) : m.dayHint}
        optional
        {...whole}
        {...form.field("flashPieces")}
      />
    </div>
  );
}

/** The ladder: a price for each tier that has its own. */
function TierPrices({ form, brandId }: { form: GiftForm; brandId: string }) {
  const m = words.value.mall;
  const tiers = (useProgramme(brandId || null).data?.tiers ?? []).filter((tier) => tier.level > 0);
  const { tierPrices } = form.draft;
  const put = (prices: TierPriceDraft[]) => form.set({ tierPrices: prices });
  const change = (at: number, part: Partial<TierPriceDraft>) =>
    put(tierPrices.map((price, i) => i === at ? { ...price, ...part } : price));
  const free = tiers.find((tier) => !tierPrices.some((p) => p.level === String(tier.level)));
  const wrong = form.error("tierPrices");
  return (
    <fieldset class="stack ladder" aria-invalid={wrong ? true : undefined}>
      <legend class="field-label">{m.tierPrices}</legend>
      <p class="small soft">{m.tierPricesHint}</p>
      {tierPrices.map((price, i) => (
        <div key={i} class="ladder-row" role="group" aria-label={m.tierPriceOf(i + 1)}>
          <SelectField
            label={m.tier}
            value={price.level}
            options={tiers.map((tier) => ({ value: String(tier.level), label: nameIn(tier) }))}
            onChange={(level) =>
              change(i, { level })}
          />
          <Field
            label={words.value.points}
            {...whole}
            value={price.points}
            onInput={(points) =>
              change(i, { points })}
          />
          <Field
            label={m.money}
            optional
            {...yuan}
            value={price.moneyFen}
            onInput={(moneyFen) =>
              change(i, { moneyFen })}
          />
          <IconButton
            label={`${m.remove} · ${m.tierPriceOf(i + 1)}`}
            icon={<Trash2 />}
            onClick={() =>
              put(tierPrices.filter((_, other) => other !== i))}
          />
        </div>
      ))}
      {wrong && <p class="field-note field-error" role="alert">{wrong}</p>}
      {free && (
        <div>
          <Button
            size="s"
            icon={<Plus />}
            data-act="tier-price"
            onClick={() =>
              put([...tierPrices, { level: String(free.level), points: "", moneyFen: "" }])}
          >
            {m.tierPriceAdd}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
