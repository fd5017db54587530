/** What a member hears of a claim. @module */
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import type { Holdings } from "../points/holdings.ts";
import { queueMessage } from "../push/queue-message.ts";
import type { StoreRow } from "../stores/queries.ts";
import type { ClaimRow } from "./claim-queries.ts";
import { type GiftAtStoreRow, kindOf } from "./gift-row.ts";

/** The message that a claim was made: where to fetch it, that it is on its way, or that it is there
 *  already. */
export const tellOfClaim = (
  desk: Desk,
  row: ClaimRow,
  holdings: Holdings,
  { gift, store }: { gift: GiftAtStoreRow; store: StoreRow },
  atOnce: boolean,
  occasion?: "birthday",
): Write => {
  const given = occasion ? { occasion } : {};
  const giftName = { giftNameZh: gift.name_zh, giftNameEn: gift.name_en };
  const names = { ...giftName, storeNameZh: store.name_zh, storeNameEn: store.name_en };
  const message = {
    channel: "push",
    memberId: holdings.memberId,
    language: holdings.language,
    topic: row.id,
    expiresAt: row.expires_at,
  } as const;
  if (atOnce) {
    return queueMessage(desk, {
      ...message,
      kind: "claim-handed-over",
      fields: { ...names, ...given },
    });
  }
  if (row.way === "delivery") {
    const fields = { ...giftName, points: row.points };
    return queueMessage(desk, { ...message, kind: "order-placed", fields });
  }
  if (kindOf(gift) === "event") {
    const { event_at: at, venue_zh: venueZh, venue_en: venueEn } = gift;
    const fields = { ...giftName, at: at ?? row.expires_at, venueZh, venueEn };
    return queueMessage(desk, { ...message, kind: "event-booked", fields });
  }
  return queueMessage(desk, {
    ...message,
    kind: "claim-made",
    fields: { ...names, ...given, points: row.points, expiresAt: row.expires_at },
  });
};
