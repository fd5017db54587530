/** What a claim takes from shelves and quotas, and how it goes back. @module */
import { dayOf } from "../../shared/business-day.ts";
import type { PriceInForce } from "../../shared/gifts/price.ts";
import type { Write } from "../db/statement.ts";
import type { ClaimRow } from "./claim-queries.ts";
import { type GiftAtStoreRow, kindOf, type PartRow } from "./gift-row.ts";
import { insertQuotaUse, insertStockMove } from "./queries.ts";

export type Taking = {
  stock: [giftId: string, pieces: number][];
  /** Names of quotas, each with how many there are of it. */
  quotas: [name: string, most: number][];
};

/** What one claim of this gift takes. */
export const takingOf = (
  gift: GiftAtStoreRow,
  priced: PriceInForce["priced"],
  now: number,
): Taking => ({ stock: stockTaken(gift), quotas: quotasTaken(gift, priced, now) });

const stockTaken = (gift: GiftAtStoreRow): Taking["stock"] => {
  const kind = kindOf(gift);
  if (kind === "bundle") {
    return (JSON.parse(gift.parts) as PartRow[]).map(([id, pieces]) => [id, pieces]);
  }
  return kind === "goods" || kind === "service" ? [[gift.id, gift.quantity]] : [];
};

const quotasTaken = (
  gift: GiftAtStoreRow,
  priced: PriceInForce["priced"],
  now: number,
): Taking["quotas"] => {
  const quotas: Taking["quotas"] = [];
  if (kindOf(gift) === "event") quotas.push(["places", gift.places ?? 0]);
  if (gift.day_max !== null) quotas.push([`day:${dayOf(now)}`, gift.day_max]);
  if (priced === "flash" && gift.flash_pieces !== null) {
    quotas.push([`flash:${gift.flash_from}`, gift.flash_pieces]);
  }
  return quotas;
};

/** How the claim remembers it. */
export const tookOf = ({ stock, quotas }: Taking): string =>
  JSON.stringify({ stock, quotas: quotas.map(([name]) => name) });

/** The pieces leave the shelf, which refuses to go below none; the quota refuses one too many. */
export const takeRows = (row: ClaimRow, { stock, quotas }: Taking): Write[] => [
  ...stock.map(([giftId, pieces]) =>
    insertStockMove.row({
      gift_id: giftId,
      store_id: row.store_id,
      cause: "claim",
      cause_id: row.id,
      amount: -pieces,
      at: row.claimed_at,
    })
  ),
  ...quotas.map(([quota, most]) =>
    insertQuotaUse.row({
      gift_id: row.gift_id,
      quota,
      cause: "claim",
      cause_id: row.id,
      amount: 1,
      most,
      at: row.claimed_at,
    })
  ),
];

/** Everything a claim took goes back where it came from; written off, the pieces do not. */
export const giveBackRows = (row: ClaimRow, at: number, writtenOff = false): Write[] => {
  const took = row.took === null
    ? { stock: [[row.gift_id, 1]] as Taking["stock"], quotas: [] as string[] }
    : JSON.parse(row.took) as { stock: Taking["stock"]; quotas: string[] };
  return [
    ...(writtenOff ? [] : took.stock).map(([giftId, pieces]) =>
      insertStockMove.row({
        gift_id: giftId,
        store_id: row.store_id,
        cause: "release",
        cause_id: row.id,
        amount: pieces,
        at,
      })
    ),
    ...took.quotas.map((quota) =>
      insertQuotaUse.row({
        gift_id: row.gift_id,
        quota,
        cause: "release",
        cause_id: row.id,
        amount: -1,
        most: null,
        at,
      })
    ),
  ];
};
