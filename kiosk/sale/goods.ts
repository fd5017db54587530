/** The goods of the brand, as the counter browses them. @module */
import { effect, signal } from "@preact/signals";
import { Unreachable } from "../../shared/call.ts";
import { type CategoryView, listGoods, type ProductView } from "../../shared/goods/endpoints.ts";
import { failed, type Loaded, LOADING, ready } from "../shell/loaded.ts";
import { putKept, recallKept } from "../offline/box.ts";
import { goodsAt } from "../offline/since.ts";
import { ask, online } from "../terminal/ask.ts";
import { serverNow } from "../terminal/clock.ts";
import { staff } from "../terminal/standing.ts";
import { pathOf } from "./basket.ts";

/** Products of a page. */
const PAGE = 60;

export interface Shelf {
  /** The question that these answer; see `question`. */
  to: string;
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

/** The goods as they were fetched last, for when the counter is cut off; see keepGoods. */
let kept: ProductView[] = [];

/** Answers that arrive after a newer question are dropped. */
let asked = 0;

/** Shows the shelf for what is searched and chosen; what was there stays until then. */
export async function browse(): Promise<void> {
  const mine = ++asked;
  const to = question();
  try {
    const page = await ask(listGoods, { query: query() });
    if (mine !== asked) return;
    categories.value = page.categories;
    remember(page.products);
    shelf.value = ready({ to, products: page.products, nextAfter: page.nextAfter });
  } catch (error) {
    if (mine !== asked) return;
    const cutOff = error instanceof Unreachable && seen.size + kept.length > 0;
    shelf.value = cutOff ? ready({ to, products: searchSeen(), nextAfter: null }) : failed(error);
  }
}

/** The one product that fits what stands in the search; null: none or several; undefined: the shelf
 *  still shows the answer to what stood there before. */
export function onlyOne(): ProductView | null | undefined {
  const now = shelf.value;
  if (now.state !== "ready" || now.value.to !== question()) return undefined;
  return now.value.products.length === 1 ? now.value.products[0]! : null;
}

const question = (): string => JSON.stringify(query());

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
    ...before.value,
    products: [...before.value.products, ...page.products],
    nextAfter: page.nextAfter,
  });
}

/** The product with this barcode or item number, or null. */
export async function findByCode(code: string): Promise<ProductView | null> {
  const known = [...seen.values()].find((each) => each.barcode === code || each.sku === code);
  if (known) return known;
  const is = (each: ProductView) => each.barcode === code || each.sku === code;
  try {
    const { products } = await ask(listGoods, {
      query: { search: code, limit: 5, categories: "none" },
    });
    remember(products);
    return products.find(is) ?? null;
  } catch (error) {
    if (!(error instanceof Unreachable) || kept.length === 0) throw error;
    return kept.find(is) ?? null;
  }
}

function remember(products: readonly ProductView[]): void {
  for (const product of products) seen.set(product.id, product);
}

/** What the server would answer, as far as its goods were seen before. */
function searchSeen(): ProductView[] {
  const text = search.value.trim().toLowerCase();
  const within = categoryId.value;
  const all = new Map([...kept.map((each) => [each.id, each] as const), ...seen]);
  return [...all.values()].filter((each) => {
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

const KEPT_AS = "goods";
/** Goods are fetched anew when they are older than this, ms. */
const FRESH_MS = 30 * 60_000;
/** Goods a page, and at most so many pages: beyond that a chain's counter asks by barcode. */
const FETCHED_AT_ONCE = 200;
const PAGES_MAX = 150;

interface GoodsKept {
  products: ProductView[];
  categories: CategoryView[];
  at: number;
}

/** Keeps the goods of the brand on this device, so that a restart without network finds them. */
export function keepGoods(): () => void {
  let over = false;
  const look = async () => {
    const before = await recallKept<GoodsKept>(KEPT_AS);
    if (before && goodsAt.value === null) show(before);
    const fresh = goodsAt.value !== null && serverNow() - goodsAt.value < FRESH_MS;
    if (over || fresh || !online.value || !staff.value) return;
    const now = await fetchAll(() => over);
    if (!now) return;
    await putKept(KEPT_AS, now);
    show(now);
  };
  const safely = () => void look().catch(() => {});
  const stop = effect(() => {
    if (online.value && staff.value) safely();
  });
  safely();
  const timer = setInterval(safely, FRESH_MS / 6);
  return () => {
    over = true;
    stop();
    clearInterval(timer);
  };
}

function show(goods: GoodsKept): void {
  kept = goods.products;
  goodsAt.value = goods.at;
  if (categories.value.length === 0) categories.value = goods.categories;
}

async function fetchAll(isOver: () => boolean): Promise<GoodsKept | null> {
  const at = serverNow();
  const products: ProductView[] = [];
  let all: CategoryView[] = [];
  let after: string | undefined;
  for (let page = 0; page < PAGES_MAX; page++) {
    const query = { limit: FETCHED_AT_ONCE, ...(after ? { after } : {}) };
    const answer = await ask(listGoods, { query });
    if (isOver()) return null;
    products.push(...answer.products);
    if (page === 0) all = answer.categories;
    if (answer.nextAfter === null) break;
    after = answer.nextAfter;
  }
  return { products, categories: all, at };
}
