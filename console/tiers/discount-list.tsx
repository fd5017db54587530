import { Plus, X } from "lucide-preact";
import { Button, Field, IconButton, SelectField } from "../../shared/ui/index.ts";
import { nameIn } from "../use-places.ts";
import type { DiscountDraft } from "./draft.ts";
import { words } from "./words.ts";

export interface Goods {
  id: string;
  nameZh: string;
  nameEn: string;
}

export interface DiscountListProps {
  value: readonly DiscountDraft[];
  /** Categories and the products already named. */
  goods: readonly Goods[];
  onChange: (value: DiscountDraft[]) => void;
  /** Something in it is wrong. */
  wrong: boolean;
}

/** Percents off by category: one line each. */
export function DiscountList({ value, goods, onChange, wrong }: DiscountListProps) {
  const t = words.value;
  const options = [
    { value: "all", label: t.discountAll },
    ...goods.map((each) => ({ value: each.id, label: nameIn(each) })),
  ];
  const put = (at: number, part: Partial<DiscountDraft>) =>
    onChange(value.map((each, i) => i === at ? { ...each, ...part } : each));
  const free = options.find((option) => !value.some((each) => each.on === option.value));
  return (
    <div class="stack discount-list" role="group" aria-label={t.discounts}>
      {value.map((each, at) => (
        <div class="discount-line" key={at}>
          <SelectField
            label={t.discountOn}
            value={each.on}
            options={options.map((option) => ({
              ...option,
              disabled: option.value !== each.on &&
                value.some((other) => other.on === option.value),
            }))}
            onChange={(on) => put(at, { on })}
          />
          <Field
            label={t.off}
            hint={at === 0 ? t.offHint : undefined}
            inputMode="numeric"
            autocomplete="off"
            maxLength={3}
            value={each.off}
            onInput={(off) => put(at, { off })}
            error={wrong && !/^\d{1,3}$/.test(each.off.trim()) ? t.wholeNumber : null}
          />
          <IconButton
            label={t.removeDiscount(options.find((o) => o.value === each.on)?.label ?? "")}
            icon={<X />}
            onClick={() => onChange(value.filter((_, i) => i !== at))}
          />
        </div>
      ))}
      {free && (
        <Button
          size="s"
          variant="quiet"
          icon={<Plus />}
          onClick={() => onChange([...value, { on: free.value, off: "5" }])}
        >
          {t.addDiscount}
        </Button>
      )}
    </div>
  );
}
