import { signal } from "@preact/signals";
import { addDays, isDay, startOfDay } from "../../shared/business-day.ts";
import type { OrderState } from "../../shared/gifts/order.ts";

export interface OrderQuery {
  state: OrderState | "all";
  brandId: string | null;
  storeId: string;
  text: string;
  /** First and last day of ordering, or empty. */
  from: string;
  until: string;
  sort: "newest" | "oldest";
  /** The last order of each page before this one. */
  cursors: readonly string[];
}

/** What waits to be packed is what people come for. */
export const noQuery: OrderQuery = {
  state: "placed",
  brandId: null,
  storeId: "",
  text: "",
  from: "",
  until: "",
  sort: "oldest",
  cursors: [],
};

/** How the orders are looked at; stays while one of them is open. */
export const orderQuery = signal<OrderQuery>(noQuery);

/** Asks anew, from the first page on unless a page is named. */
export const putQuery = (part: Partial<OrderQuery>): void => {
  orderQuery.value = { ...orderQuery.value, cursors: [], ...part };
};

export const PAGE = 25;

/** As the API is asked. */
export const asked = (query: OrderQuery) => {
  const after = query.cursors.at(-1);
  return {
    limit: PAGE,
    sort: query.sort,
    ...(query.state === "all" ? {} : { state: query.state }),
    ...(query.brandId ? { brandId: query.brandId } : {}),
    ...(query.storeId ? { storeId: query.storeId } : {}),
    ...(query.text.trim() ? { text: query.text.trim() } : {}),
    ...(isDay(query.from) ? { from: startOfDay(query.from) } : {}),
    ...(isDay(query.until) ? { until: startOfDay(addDays(query.until, 1)) } : {}),
    ...(after ? { after } : {}),
  };
};
