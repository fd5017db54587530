import { SelectField } from "../../shared/ui/index.ts";
import { nameIn, usePlaces } from "../use-places.ts";
import { shellWords } from "../words.ts";

export interface PlaceFieldsProps {
  /** none: the whole chain or a brand; brand: one brand; store: one store. */
  needs: "any" | "brand" | "store";
  brandId: string;
  storeId: string;
  onChange: (place: { brandId: string; storeId: string }) => void;
  brandError?: string | null;
  storeError?: string | null;
}

/** Where something holds: a store, a brand, or everywhere. */
export function PlaceFields(props: PlaceFieldsProps) {
  const { needs, brandId, storeId, onChange } = props;
  const t = shellWords.value;
  const { brands, stores, store } = usePlaces();
  if (needs === "store") {
    return (
      <SelectField
        label={t.store}
        value={storeId}
        error={props.storeError}
        options={[
          { value: "", label: "—" },
          ...stores.filter((each) => each.state === "open")
            .map((each) => ({ value: each.id, label: nameIn(each) })),
        ]}
        onChange={(id) => onChange({ brandId: store(id)?.brandId ?? "", storeId: id })}
      />
    );
  }
  return (
    <SelectField
      label={t.brand}
      value={brandId}
      error={props.brandError}
      options={[
        needs === "any" ? { value: "", label: t.wholeChain } : { value: "", label: "—" },
        ...brands.map((each) => ({ value: each.id, label: nameIn(each) })),
      ]}
      onChange={(id) => onChange({ brandId: id, storeId: "" })}
    />
  );
}
