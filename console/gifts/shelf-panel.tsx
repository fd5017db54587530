import { useEffect, useState } from "preact/hooks";
import type { ShelfRow } from "../../shared/console/endpoints.ts";
import { listGoods, type ProductView } from "../../shared/goods/endpoints.ts";
import {
  Button,
  Field,
  formats,
  List,
  Panel,
  Row,
  SelectField,
  Switch,
} from "../../shared/ui/index.ts";
import { yuanText } from "../form/typed-number.ts";
import { useLoad } from "../use-load.ts";
import { nameIn } from "../use-places.ts";
import { ask } from "../wire.ts";
import type { GiftForm } from "./form.ts";
import { words } from "./words.ts";

interface ShelfPanelProps {
  form: GiftForm;
  brandId: string;
  shelves: readonly ShelfRow[];
}

/** Where it stands in the mall, and whether it is put forward. */
export function ShelfPanel({ form, brandId, shelves }: ShelfPanelProps) {
  const m = words.value.mall;
  const own = shelves.filter((shelf) => shelf.brandId === brandId);
  return (
    <Panel title={m.shelf}>
      <SelectField
        label={m.shelf}
        labelHidden
        value={form.draft.shelfId}
        options={[
          { value: "", label: m.shelfNone },
          ...own.map((shelf) => ({
            value: shelf.id,
            label: shelf.state === "hidden" ? m.shelfHidden(nameIn(shelf)) : nameIn(shelf),
          })),
        ]}
        onChange={(shelfId) => form.set({ shelfId })}
      />
      <Switch
        label={m.promoted}
        hint={m.promotedHint}
        checked={form.draft.promoted}
        onChange={(promoted) => form.set({ promoted })}
      />
      <ProductChoice form={form} brandId={brandId} />
    </Panel>
  );
}

/** A product of the brand: its name and price become the gift's. */
function ProductChoice({ form, brandId }: { form: GiftForm; brandId: string }) {
  const m = words.value.mall;
  const [text, setText] = useState("");
  const [search, setSearch] = useState("");
  useEffect(() => {
    const pause = setTimeout(() => setSearch(text.trim()), 250);
    return () => clearTimeout(pause);
  }, [text]);
  const found = useLoad(
    `gift-products:${brandId}:${search}`,
    (signal) =>
      search
        ? ask(listGoods, { query: { brandId, search, limit: 5, categories: "none" }, signal })
        : Promise.resolve({ products: [], categories: [], nextAfter: null }),
    { linger: true },
  );
  const take = (product: ProductView) => {
    setText("");
    form.set({
      productId: product.id,
      nameZh: form.draft.nameZh || product.nameZh,
      nameEn: form.draft.nameEn || product.nameEn,
      marketFen: yuanText(product.priceFen),
    });
  };
  if (form.draft.productId) {
    return (
      <div class="inline apart">
        <span>{m.productChosen}</span>
        <Button size="s" onClick={() => form.set({ productId: "" })}>{m.productClear}</Button>
      </div>
    );
  }
  const { products } = found.data ?? { products: [] };
  return (
    <div class="stack">
      <Field
        label={m.product}
        hint={m.productHint}
        optional
        autocomplete="off"
        maxLength={40}
        value={text}
        onInput={setText}
      />
      {search && products.length === 0 && !found.loading && (
        <p class="small soft" role="status">{m.productNone}</p>
      )}
      {products.length > 0 && (
        <List>
          {products.map((product) => (
            <Row
              key={product.id}
              title={nameIn(product)}
              detail={product.sku}
              end={formats.value.money(product.priceFen)}
              onClick={() => take(product)}
            />
          ))}
        </List>
      )}
    </div>
  );
}
