import { signal } from "@preact/signals";
import type { ConsoleProduct } from "../../shared/console/endpoints.ts";
import type { CategoryView } from "../../shared/goods/endpoints.ts";

/** What the list of goods was asked for last, and which page of it; going back finds it so. */
export interface GoodsQuery {
  text: string;
  brandId: string | null;
  categoryId: string | null;
  /** null: listed and hidden ones. */
  state: ConsoleProduct["state"] | null;
  /** Where each page after the first began. */
  cursors: readonly string[];
}

export const goodsQuery = signal<GoodsQuery>({
  text: "",
  brandId: null,
  categoryId: null,
  state: null,
  cursors: [],
});

/** Another question starts at its first page. */
export const putQuery = (part: Partial<Omit<GoodsQuery, "cursors">>): void => {
  goodsQuery.value = { ...goodsQuery.value, ...part, cursors: [] };
};

/** The categories from the top down to this one. */
export const pathTo = (
  byId: ReadonlyMap<string, CategoryView>,
  id: string | null,
): CategoryView[] => {
  const path: CategoryView[] = [];
  for (let at = id ? byId.get(id) : undefined; at && path.length < 9;) {
    path.unshift(at);
    at = at.parentId ? byId.get(at.parentId) : undefined;
  }
  return path;
};
