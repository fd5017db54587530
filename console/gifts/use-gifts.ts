import { listConsoleGifts } from "../../shared/console/endpoints.ts";
import { hasStock } from "../../shared/gifts/kinds.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { type Loaded, useLoad } from "../use-load.ts";
import { ask } from "../wire.ts";
import type { Gift } from "./draft.ts";

type Gifts = AnswerOf<typeof listConsoleGifts>;

/** All gifts in scope with the pictures that there are. */
export const useGifts = (): Loaded<Gifts> =>
  useLoad("gifts", (signal) => ask(listConsoleGifts, { signal }));

/** Pieces over all stores; null for what has no stock. */
export const stockOf = (gift: Gift): number | null =>
  !hasStock(gift.kind) ? null : gift.stocks.reduce((sum, each) => sum + each.remaining, 0);
