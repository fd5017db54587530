import { useEffect, useState } from "preact/hooks";
import { Field, SelectField } from "../../shared/ui/index.ts";
import { BrandChoice } from "../frame/brand-choice.tsx";
import { nameIn, usePlaces } from "../use-places.ts";
import { orderQuery, putQuery } from "./query.ts";
import { words } from "./words.ts";

/** By number, store and day. */
export function Filters() {
  const t = words.value;
  const { stores } = usePlaces();
  const { brandId, storeId, from, until } = orderQuery.value;
  const own = stores.filter((store) => brandId === null || store.brandId === brandId);
  return (
    <div class="filters">
      <div class="grow">
        <Search />
      </div>
      <BrandChoice
        all
        value={brandId}
        onChange={(brand) => putQuery({ brandId: brand, storeId: "" })}
      />
      {own.length > 1 && (
        <SelectField
          label={t.store}
          value={storeId}
          options={[
            { value: "", label: t.anyStore },
            ...own.map((store) => ({ value: store.id, label: nameIn(store) })),
          ]}
          onChange={(store) => putQuery({ storeId: store })}
        />
      )}
      <Field
        type="date"
        label={t.from}
        value={from}
        onInput={(day) => putQuery({ from: day })}
      />
      <Field
        type="date"
        label={t.until}
        value={until}
        onInput={(day) => putQuery({ until: day })}
      />
    </div>
  );
}

/** Asks when typing pauses. */
function Search() {
  const t = words.value;
  const [text, setText] = useState(orderQuery.value.text);
  const kept = orderQuery.value.text;
  useEffect(() => setText(kept), [kept]);
  useEffect(() => {
    if (text === kept) return;
    const pause = setTimeout(() => putQuery({ text, state: "all" }), 300);
    return () => clearTimeout(pause);
  }, [text]);
  return (
    <Field
      label={t.find}
      type="search"
      placeholder={t.findHint}
      autocomplete="off"
      maxLength={32}
      value={text}
      onInput={setText}
    />
  );
}
