/** The lines of the sale that is being rung up, and what they come to. @module */
import { computed, signal } from "@preact/signals";
import { member } from "../counter/member.ts";
import * as baskets from "./basket.ts";
import { priceLines } from "./discounts.ts";

export const basket = signal<baskets.Basket>([]);
export const chosenLine = signal<number | null>(null);

/** The basket at the prices of whoever the customer is. */
export const priced = computed(() => priceLines(basket.value, member.value?.discounts ?? []));

export const totalFen = computed(() => baskets.totalOf(priced.value));
