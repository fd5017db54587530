/** The goods of the brand, as the counter browses them. @module */
import { signal } from "@preact/signals";
import { Unreachable } from "../../shared/call.ts";
import { type CategoryView, listGoods, type ProductView } from "../../shared/goods/endpoints.ts";
import { failed, type Loaded, LOADING, ready } from "../shell/loaded.ts";
import { ask } from "../terminal/ask.ts";
import { pathOf } from "./basket.ts";

/** Products of a page. */
const PAGE = 60;

export interface Shelf {
  products: ProductView[];
  /** Where the next page starts, or null. */
  nextAfter: string | null;
}

export const shelf = signal<Loaded<Shelf>>(LOADING);
export const categories = signal<CategoryView[]>([]);
export const search = signal("");
export const categoryId = signal<string | null>(null);

/** Every product seen so far: with these the counter still finds its goods when it is cut off. */
const seen = new Map<string, ProductView>();

/** Answers that arrive after a newer question are dropped. */
let asked = 0;

/** Shows the shelf for what is searched and chosen; what was there stays until then. */
export async function browse(): Promise<void> {
  const mine = ++asked;
  try {
    const page = await ask(listGoods, { query: query() });
    if (mine !== asked) return;
    categories.value = page.categories;
    remember(page.products);
    shelf.value = ready({ products: page.products, nextAfter: page.nextAfter });
  } catch (error) {
    if (mine !== asked) return;
    const cutOff = error instanceof Unreachable && seen.size > 0;
    shelf.value = cutOff ? ready({ products: searchSeen(), nextAfter: null }) : failed(error);
  }
}

/** Adds the next page to the shelf. */
export async function browseOn(): Promise<void> {
  const before = shelf.value;
  if (before.state !== "ready" || before.value.nextAfter === null) return;
  const mine = ++asked;
  const after = before.value.nextAfter;
  const page = await ask(listGoods, { query: { ...query(), after } });
  if (mine !== asked) return;
  remember(page.products);
  shelf.value = ready({
    products: [...before.value.products, ...page.products],
    nextAfter: page.nextAfter,
  });
}

/** The product with this barcode or item number, or null. */
export async function findByCode(code: string): Promise<ProductView | null> {
  const known = [...seen.values()].find((each) => each.barcode === code || each.sku === code);
  if (known) return known;
  const { products, categories: all } = await ask(listGoods, { query: { search: code, limit: 5 } });
  categories.value = all;
  remember(products);
  return products.find((each) => each.barcode === code || each.sku === code) ?? null;
}

function remember(products: readonly ProductView[]): void {
  for (const product of products) seen.set(product.id, product);
}

/** What the server would answer, as far as its goods were seen before. */
function searchSeen(): ProductView[] {
  const text = search.value.trim().toLowerCase();
  const within = categoryId.value;
  return [...seen.values()].filter((each) => {
    const path = pathOf(categories.value, each.categoryId);
    if (within !== null && !path.includes(within)) return false;
    return `${each.nameZh} ${each.nameEn} ${each.sku} ${each.barcode ?? ""}`.toLowerCase()
      .includes(text);
  }).slice(0, PAGE);
}

function query() {
  const text = search.value.trim();
  return {
    limit: PAGE,
    ...(text ? { search: text } : {}),
    ...(categoryId.value ? { categoryId: categoryId.value } : {}),
  };
}
