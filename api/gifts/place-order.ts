/** The personal side of an order: who a gift is sent to, sealed field by field. @module */
import type { Address, OrderState } from "../../shared/gifts/order.ts";
import { dayOf } from "../../shared/business-day.ts";
import { randomDigits } from "../access/tokens.ts";
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import type { ClaimRow } from "./claim-queries.ts";
import { insertOrder, insertOrderStep, type OrderRow } from "./order-queries.ts";

const place = (claimId: string, column: string): string => `gift_order/${claimId}/${column}`;

/** Rows of a new order, and the number it is spoken of by. */
export const placeOrder = (
  desk: Desk,
  claim: ClaimRow,
  address: Address,
): { number: string; writes: Write[] } => {
  const number = `G${dayOf(desk.now).replaceAll("-", "").slice(2)}${randomDigits(desk, 6)}`;
  const seal = (column: "name" | "phone" | "street") =>
    desk.keys.seal(place(claim.id, column), address[column]);
  return {
    number,
    writes: [
      insertOrder.row({
        claim_id: claim.id,
        number,
        brand_id: claim.brand_id,
        store_id: claim.store_id,
        member_id: claim.member_id,
        name_cipher: seal("name"),
        phone_cipher: seal("phone"),
        region: address.region,
        street_cipher: seal("street"),
        state: "placed",
        state_at: desk.now,
        placed_at: desk.now,
      }),
      orderStep(desk, claim.id, "placed"),
    ],
  };
};

/** The address in clear: for its own member, or for a logged reveal. */
export const openAddress = (
  desk: Desk,
  row: Pick<OrderRow, "claim_id" | "name_cipher" | "phone_cipher" | "region" | "street_cipher">,
): Address => {
  const open = (column: "name" | "phone" | "street") =>
    desk.keys.open(place(row.claim_id, column), row[`${column}_cipher`]);
  return { name: open("name"), phone: open("phone"), region: row.region, street: open("street") };
};

/** One step of an order. */
export const orderStep = (
  desk: Desk,
  claimId: string,
  state: OrderState,
  more: { carrier?: OrderStepMore["carrier"]; tracking?: string | null; note?: string } = {},
): Write =>
  insertOrderStep.row({
    claim_id: claimId,
    state,
    at: desk.now,
    actor: `${desk.actor.role}:${desk.actor.id}`,
    staff_id: desk.actor.staffId ?? null,
    carrier: more.carrier ?? null,
    tracking: more.tracking ?? null,
    note: more.note ?? "",
  });

type OrderStepMore = Parameters<typeof insertOrderStep.row>[0];
