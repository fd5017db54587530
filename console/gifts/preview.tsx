import { useState } from "preact/hooks";
import { flashRuns, priceAt, type PriceTerms } from "../../shared/gifts/price.ts";
import { Badge, formats, lang, Panel, SelectField } from "../../shared/ui/index.ts";
import { GiftPrice } from "../../shared/ui/components/gift-price.tsx";
import { nameIn } from "../use-places.ts";
import { useProgramme } from "../use-programme.ts";
import { fieldsFrom, type GiftDraft } from "./draft.ts";
import { mallWords } from "./mall-words.ts";
import { GiftPicture } from "./picture.tsx";
import { words } from "./words.ts";

/** Numbers that are not typed yet count as nothing. */
const typed = (value: number): number => Number.isNaN(value) ? 0 : value;

/** The gift as it will stand in the phone and on the kiosk, for each tier, at this moment. */
export function Preview({ draft, brandId }: { draft: GiftDraft; brandId: string }) {
  const t = words.value;
  const zh = lang.value === "zh-CN";
  const [level, setLevel] = useState("0");
  const tiers = (useProgramme(brandId || null).data?.tiers ?? []).filter((tier) => tier.level > 0);
  const fields = fieldsFrom(draft);
  const terms = termsOf(fields);
  const price = priceAt(terms, { tierLevel: Number(level), flashTaken: 0, now: Date.now() });
  const marks = marksOf(draft, price.priced);
  const count = fields.quantity > 1 ? ` ${mallWords.value.quantity(fields.quantity)}` : "";
  return (
    <Panel title={t.preview} tone="sunken">
      {tiers.length > 0 && (
        <SelectField
          label={t.mall.previewTier}
          value={level}
          options={[
            { value: "0", label: t.mall.previewEveryone },
            ...tiers.map((tier) => ({ value: String(tier.level), label: nameIn(tier) })),
          ]}
          onChange={setLevel}
        />
      )}
      <div class="gift-card">
        <GiftPicture src={draft.picture} size="l" />
        {marks.length > 0 && (
          <p class="inline">{marks.map((mark) => <Badge key={mark} tone="gold">{mark}</Badge>)}</p>
        )}
        <p class="gift-card-name">{(zh ? draft.nameZh : draft.nameEn) || "—"}{count}</p>
        <p class="small soft">{zh ? draft.detailZh : draft.detailEn}</p>
        <p class="gift-card-price">
          {price.points > 0
            ? <GiftPrice {...price} base={terms} was={mallWords.value.was} size="l" />
            : <strong>—</strong>}
          {fields.marketFen > 0 && <s class="small faint">{t.previewMarket(fields.marketFen)}</s>}
        </p>
        <When fields={fields} />
      </div>
    </Panel>
  );
}

type Fields = ReturnType<typeof fieldsFrom>;

const termsOf = (fields: Fields): PriceTerms => ({
  points: typed(fields.points),
  moneyFen: typed(fields.moneyFen),
  tierPrices: fields.tierPrices.filter((price) => price.points > 0),
  flash: fields.flash && fields.flash.points > 0 ? fields.flash : null,
});

function marksOf(draft: GiftDraft, priced: "base" | "tier" | "flash"): string[] {
  const m = mallWords.value;
  return [
    ...(priced === "flash" ? [m.flash] : priced === "tier" ? [m.tierPrice] : []),
    ...(draft.kind === "event" || draft.kind === "bundle" ? [m.kinds[draft.kind]] : []),
    ...(draft.promoted ? [m.promoted] : []),
    ...(draft.byDelivery ? [m.delivery] : []),
  ];
}

/** When something begins or ends. */
function When({ fields }: { fields: Fields }) {
  const m = mallWords.value;
  const { flash, event } = fields;
  const now = Date.now();
  return (
    <>
      {flash && flash.until > now && (
        <p class="small">
          {flashRuns(flash, { flashTaken: 0, now }) ? m.until(flash.until) : m.from(flash.from)}
        </p>
      )}
      {event && event.at > 0 && <p class="small">{formats.value.dateTime(event.at)}</p>}
    </>
  );
}
