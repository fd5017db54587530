import { Plus, Trash2 } from "lucide-preact";
import { giftKinds, hasStock, isHook } from "../../shared/gifts/kinds.ts";
import { Banner, Button, Field, IconButton, Panel, SelectField } from "../../shared/ui/index.ts";
import type { Gift, PartDraft } from "./draft.ts";
import { type GiftForm, whole, yuan } from "./form.ts";
import { nameIn } from "../use-places.ts";
import { words } from "./words.ts";

interface KindPanelProps {
  form: GiftForm;
  /** Gifts of the brand, of which a bundle can be made. */
  gifts: readonly Gift[];
  placesTaken: number;
}

/** What it is, and what only that kind has. */
export function KindPanel({ form, gifts, placesTaken }: KindPanelProps) {
  const t = words.value;
  const { kind } = form.draft;
  return (
    <Panel title={t.kind}>
      <SelectField
        label={t.kind}
        labelHidden
        value={kind}
        options={giftKinds.map((value) => ({ value, label: t.mall.kinds[value] }))}
        onChange={(chosen) => form.set({ kind: chosen })}
      />
      {isHook(kind) && <Banner tone="info" title={t.notYet}>{t.notYetHint}</Banner>}
      {kind === "event" && <EventFields form={form} taken={placesTaken} />}
      {kind === "bundle" && <Parts form={form} gifts={gifts} />}
      {(kind === "cash" || kind === "stored-value") && (
        <Field
          label={t.mall.payout}
          hint={t.mall.payoutHint}
          {...yuan}
          {...form.field("payoutFen")}
        />
      )}
      {kind === "coupon" && (
        <Field
          label={t.mall.coupon}
          hint={t.mall.couponHint}
          maxLength={32}
          autocomplete="off"
          {...form.field("couponCode")}
        />
      )}
    </Panel>
  );
}

function EventFields({ form, taken }: { form: GiftForm; taken: number }) {
  const m = words.value.mall;
  const places = Number(form.draft.eventPlaces) || 0;
  return (
    <div class="fields-2">
      <Field type="datetime-local" label={m.eventAt} {...form.field("eventAt")} />
      <Field
        label={m.eventPlaces}
        hint={taken > 0 ? m.eventTaken(taken, places) : undefined}
        {...whole}
        {...form.field("eventPlaces")}
      />
      <Field label={m.eventVenueZh} maxLength={60} {...form.field("eventVenueZh")} />
      <Field label={m.eventVenueEn} maxLength={60} {...form.field("eventVenueEn")} />
    </div>
  );
}

/** The gifts of a bundle, each with how many of it. */
function Parts({ form, gifts }: { form: GiftForm; gifts: readonly Gift[] }) {
  const m = words.value.mall;
  const { parts } = form.draft;
  const offered = gifts.filter((gift) => hasStock(gift.kind));
  const put = (next: PartDraft[]) => form.set({ parts: next });
  const change = (at: number, part: Partial<PartDraft>) =>
    put(parts.map((each, i) => i === at ? { ...each, ...part } : each));
  const free = offered.find((gift) => !parts.some((part) => part.giftId === gift.id));
  const wrong = form.error("parts");
  return (
    <fieldset class="stack ladder" aria-invalid={wrong ? true : undefined}>
      <legend class="field-label">{m.parts}</legend>
      <p class="small soft">{m.partsHint}</p>
      {parts.map((part, i) => (
        <div key={i} class="ladder-row" role="group" aria-label={`${m.part} ${i + 1}`}>
          <SelectField
            label={m.part}
            value={part.giftId}
            options={offered.map((gift) => ({
              value: gift.id,
              label: nameIn(gift),
              disabled: gift.id !== part.giftId && parts.some((each) =>
                each.giftId === gift.id
              ),
            }))}
            onChange={(giftId) =>
              change(i, { giftId })}
          />
          <Field
            label={m.pieces}
            {...whole}
            value={part.pieces}
            onInput={(pieces) =>
              change(i, { pieces })}
          />
          <IconButton
            label={`${m.remove} · ${m.part} ${i + 1}`}
            icon={<Trash2 />}
            onClick={() => put(parts.filter((_, other) => other !== i))}
          />
        </div>
      ))}
      {wrong && <p class="field-note field-error" role="alert">{wrong}</p>}
      {free && (
        <div>
          <Button
            size="s"
            icon={<Plus />}
            data-act="part"
            onClick={() => put([...parts, { giftId: free.id, pieces: "1" }])}
          >
            {m.partAdd}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
