/** Where gifts are sent: for the member themselves, and for staff who say why. @module */
import { sql } from "drizzle-orm";
import type { revealGiftOrder as door } from "../../shared/console/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import type { showMyAddress as lastDoor, showMyOrder } from "../../shared/gifts/endpoints.ts";
import { Problem } from "../../shared/problems.ts";
import { limits } from "../access/limit-table.ts";
import { mustReach } from "../access/within.ts";
import { auditRow } from "../audit/queries.ts";
import type { Desk } from "../desk.ts";
import { takeTry } from "../http/limits.ts";
import { type OfficeOrder, officeOrders } from "./list-gift-orders.ts";
import { addressOfOrder, lastAddressOf } from "./order-queries.ts";
import { openAddress } from "./place-order.ts";

/** The address that the member used last; null before the first. */
export const lastAddress = async (desk: Desk): Promise<AnswerOf<typeof lastDoor>> => {
  const { memberId } = desk.actor;
  if (!memberId) throw new Problem("not-found");
  const [row] = await desk.db.readSeen(lastAddressOf, [memberId], desk.seen);
  return { address: row ? openAddress(desk, row) : null };
};

/** Where one's own gift goes. @throws Problem not-found (another member's too) */
export const myOrderAddress = async (
  desk: Desk,
  claimId: string,
): Promise<AnswerOf<typeof showMyOrder>> => {
  const [row] = await desk.db.readSeen(addressOfOrder, [claimId], desk.seen);
  if (!row || row.member_id !== desk.actor.memberId) throw new Problem("not-found");
  return { address: openAddress(desk, row) };
};

/** Name, phone and address in full. Who looked, at what and why is in the log before the answer
 *  leaves. @throws Problem not-found (also out of scope), too-many after 60 in an hour */
export const revealGiftOrder = async (
  desk: Desk,
  claimId: string,
  reason: string,
): Promise<AnswerOf<typeof door>> => {
  const [row] = await desk.db.cold.all<OfficeOrder>(
    sql`${officeOrders} where o.claim_id = ${claimId}`,
  );
  if (!row) throw new Problem("not-found");
  mustReach(desk, row.brand_id, row.store_id);
  await takeTry(desk, `reveal/${desk.actor.id}`, limits.reveal);
  await desk.db.write([
    auditRow(desk, {
      action: "order.revealed",
      subject: claimId,
      after: { reason, number: row.number },
      brandId: row.brand_id,
      storeId: row.store_id,
    }),
  ]);
  return { address: openAddress(desk, row) };
};
