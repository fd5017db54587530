import { PackageSearch, Search, X } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { ProductView } from "../../shared/goods/endpoints.ts";
import {
  Button,
  commonWords,
  EmptyState,
  formats,
  IconButton,
  Skeleton,
} from "../../shared/ui/index.ts";
import { isTyping } from "../counter/keys.ts";
import { counterWords } from "../counter/words.ts";
import { TroubleState } from "../problems/trouble.tsx";
import { nameOf } from "../shell/name-in.ts";
import { browse, browseOn, categories, categoryId, onlyOne, search, shelf } from "./goods.ts";
import { hearCode, take } from "./sale.ts";

/** Milliseconds after the last key until the search is sent. */
const SEARCH_AFTER_MS = 180;

/** The shelf: search, categories, goods to tap. Typing anywhere goes into the search. */
export function PickGoods(props: { choice: ComponentChildren }) {
  useEffect(() => {
    const timer = setTimeout(browse, shelf.value.state === "loading" ? 0 : SEARCH_AFTER_MS);
    return () => clearTimeout(timer);
  }, [search.value, categoryId.value]);
  return (
    <>
      <div class="entry-head">
        {props.choice}
        <SearchBox />
      </div>
      <Categories />
      <Goods />
    </>
  );
}

function SearchBox() {
  const t = counterWords.value.sale;
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.key.length !== 1) return;
      if (event.key === " " || isTyping(event.target)) return;
      if (document.querySelector("dialog[open]")) return;
      box.current?.focus();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  const onEnter = () => {
    const text = search.value.trim();
    if (!text) return;
    const only = onlyOne();
    // Part of a name is looked up before it is taken; a number may be a barcode.
    if (only === undefined && !/^\d+$/.test(text)) return void browse();
    if (only) take(only);
    else void hearCode(text);
    search.value = "";
  };
  return (
    <div class="search-box">
      <Search aria-hidden="true" />
      <input
        ref={box}
        type="text"
        inputMode="search"
        class="search-input"
        aria-label={t.search}
        placeholder={t.search}
        autocomplete="off"
        spellcheck={false}
        maxLength={40}
        value={search.value}
        onInput={(event) => search.value = event.currentTarget.value}
        onKeyDown={(event) => {
          if (event.key === "Enter") onEnter();
          if (event.key === "Escape") search.value = "";
        }}
      />
      {search.value && (
        <IconButton
          label={commonWords.value.clear}
          icon={<X />}
          onClick={() => search.value = ""}
        />
      )}
    </div>
  );
}

function Categories() {
  const t = counterWords.value.sale;
  const top = categories.value.filter((each) => each.parentId === null);
  if (top.length === 0) return <div />;
  const chip = (id: string | null, label: string) => (
    <button
      key={id ?? "all"}
      type="button"
      class="chip"
      aria-pressed={categoryId.value === id}
      onClick={() => categoryId.value = id}
    >
      {label}
    </button>
  );
  return (
    <div class="chips" role="group" aria-label={t.categories}>
      {chip(null, t.allGoods)}
      {top.map((each) => chip(each.id, nameOf(each)))}
    </div>
  );
}

function Goods() {
  const t = counterWords.value.sale;
  const loaded = shelf.value;
  if (loaded.state === "loading") return <GreyGoods />;
  if (loaded.state === "failed") {
    return (
      <div class="goods-scroll">
        <TroubleState error={loaded.error} onRetry={browse} />
      </div>
    );
  }
  const { products, nextAfter } = loaded.value;
  if (products.length === 0) return <NoGoods />;
  return (
    <div class="goods-scroll" tabIndex={0} role="region" aria-label={t.goods}>
      <ul class="goods">
        {products.map((product) => <Product key={product.id} product={product} />)}
      </ul>
      {nextAfter !== null && <Button block onClick={() => browseOn()}>{t.moreGoods}</Button>}
    </div>
  );
}

function NoGoods() {
  const t = counterWords.value.sale;
  const text = search.value.trim();
  const searched = text !== "" || categoryId.value !== null;
  return (
    <div class="goods-scroll">
      <EmptyState icon={<PackageSearch />} title={searched ? t.noGoods : t.noGoodsAtAll}>
        {text ? t.noGoodsHint(text) : searched ? null : t.noGoodsAtAllHint}
      </EmptyState>
    </div>
  );
}

function Product(props: { product: ProductView }) {
  const { product } = props;
  const t = counterWords.value.sale;
  return (
    <li>
      <button type="button" class="product" onClick={() => take(product)}>
        <span class="product-name">{nameOf(product)}</span>
        <span class="product-foot">
          {product.priceFen > 0
            ? (
              <>
                <span class="product-price numbers">{formats.value.money(product.priceFen)}</span>
                <span class="product-unit">/{t.unit(product.unitName)}</span>
              </>
            )
            : <span class="product-no-price">{t.noPrice}</span>}
        </span>
      </button>
    </li>
  );
}

function GreyGoods() {
  return (
    <div class="goods-scroll" role="status" aria-label={commonWords.value.loading}>
      <div class="goods">
        {Array.from({ length: 16 }, (_, index) => (
          <div key={index} class="product">
            <Skeleton width="80%" />
            <Skeleton width="45%" />
          </div>
        ))}
      </div>
    </div>
  );
}
