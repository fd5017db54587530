import { Segmented } from "../../shared/ui/index.ts";
import { nameIn, usePlaces } from "../use-places.ts";
import { shellWords } from "../words.ts";

export interface BrandChoiceProps {
  /** null: all of them; only offered with `all`. */
  value: string | null;
  onChange: (brandId: string | null) => void;
  all?: boolean;
}

/** Which brand a screen speaks of; nothing to see where there is only one. */
export function BrandChoice({ value, onChange, all }: BrandChoiceProps) {
  const { brands } = usePlaces();
  const t = shellWords.value;
  if (brands.length < 2) return null;
  return (
    <Segmented
      label={t.brand}
      value={value ?? ""}
      onChange={(id) => onChange(id || null)}
      options={[
        ...(all ? [{ value: "", label: t.allBrands }] : []),
        ...brands.map((brand) => ({ value: brand.id, label: nameIn(brand) })),
      ]}
    />
  );
}
