import { useEffect, useState } from "preact/hooks";
import { listGoods } from "../../shared/goods/endpoints.ts";
import { Checkbox, Field, formats } from "../../shared/ui/index.ts";
import { nameIn } from "../use-places.ts";
import { useLoad } from "../use-load.ts";
import { ask } from "../wire.ts";
import { Taken } from "./chips.tsx";
import "./product-picker.css";
import { useNaming } from "./use-names.ts";
import { words } from "./words.ts";

export interface ProductPickerProps {
  label: string;
  value: readonly string[];
  onChange: (ids: string[]) => void;
}

/** Typing pauses this long before the goods are asked, ms. */
const PAUSE = 250;
const SHOWN = 12;

/** Products by name, SKU or barcode; what was chosen stands above the search. */
export function ProductPicker({ label, value, onChange }: ProductPickerProps) {
  const t = words.value.pick;
  const naming = useNaming();
  const [typed, setTyped] = useState("");
  const [search, setSearch] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  const remove = (id: string) => onChange(value.filter((each) => each !== id));
  return (
    <div class="stack product-picker">
      {value.length > 0 && (
        <div class="chips">
          {value.map((id) => {
            const product = naming.product(id);
            const name = product ? nameIn(product) : id;
            return (
              <Taken
                key={id}
                label={name}
                remove={t.remove(name)}
                onRemove={() => remove(id)}
              />
            );
          })}
        </div>
      )}
      <Field
        label={label}
        type="search"
        placeholder={t.findProduct}
        autocomplete="off"
        value={typed}
        onInput={setTyped}
      />
      {search !== "" && <Found search={search} value={value} onChange={onChange} />}
    </div>
  );
}

function Found(
  props: { search: string; value: readonly string[]; onChange: (ids: string[]) => void },
) {
  const { search, value, onChange } = props;
  const t = words.value.pick;
  const { brandId, learn } = useNaming();
  const found = useLoad(
    `goods:${brandId}:${search}`,
    (signal) =>
      ask(listGoods, { query: { brandId, search, limit: SHOWN, categories: "none" }, signal }),
    { linger: true },
  );
  const products = found.data?.products ?? [];
  if (found.failure) return <p class="soft" role="status">{t.goodsDown}</p>;
  if (!found.loading && products.length === 0) {
    return <p class="soft" role="status">{t.noProduct(search)}</p>;
  }
  return (
    <ul class="product-found" aria-label={t.found}>
      {products.map((product) => (
        <li key={product.id}>
          <Checkbox
            label={
              <span class="product-line">
                <span>{nameIn(product)}</span>
                <span class="soft small numbers">{product.sku}</span>
                <span class="soft small numbers">{formats.value.money(product.priceFen)}</span>
              </span>
            }
            checked={value.includes(product.id)}
            onChange={(on) => {
              if (on) learn([product]);
              onChange(on ? [...value, product.id] : value.filter((id) => id !== product.id));
            }}
          />
        </li>
      ))}
    </ul>
  );
}
