/** Statements of the orders: gifts on their way to an address. @module */
import type { Carrier, OrderState } from "../../shared/gifts/order.ts";
import { inserting, ranks, reading } from "../db/statement.ts";

export type OrderRow = {
  claim_id: string;
  number: string;
  brand_id: string;
  store_id: string;
  member_id: string;
  name_cipher: string;
  phone_cipher: string;
  region: string;
  street_cipher: string;
  state: OrderState;
  state_at: number;
  placed_at: number;
};

export const insertOrder = inserting<OrderRow>("gift_order", ranks.causeLine, [
  "claim_id",
  "number",
  "brand_id",
  "store_id",
  "member_id",
  "name_cipher",
  "phone_cipher",
  "region",
  "street_cipher",
  "state",
  "state_at",
  "placed_at",
]);

/** A step is written once; a trigger refuses one that does not follow and keeps the order's state. */
export const insertOrderStep = inserting<{
  claim_id: string;
  state: OrderState;
  at: number;
  actor: string;
  staff_id: string | null;
  carrier: Carrier | null;
  tracking: string | null;
  note: string;
}>("gift_order_step", ranks.change, [
  "claim_id",
  "state",
  "at",
  "actor",
  "staff_id",
  "carrier",
  "tracking",
  "note",
]);

type AddressRow = Pick<
  OrderRow,
  "claim_id" | "member_id" | "name_cipher" | "phone_cipher" | "region" | "street_cipher"
>;
const address = "o.claim_id, o.member_id, o.name_cipher, o.phone_cipher, o.region, o.street_cipher";

export const addressOfOrder = reading<[claimId: string], AddressRow>(
  "address of an order",
  `select j.key as n, ${address} from json_each(?1) j
   join gift_order o on o.claim_id = j.value->>0`,
);

/** Where the member had a gift sent to last. */
export const lastAddressOf = reading<[memberId: string], AddressRow>(
  "last address of a member",
  `select j.key as n, ${address} from json_each(?1) j
   join gift_order o on o.claim_id = (select x.claim_id from gift_order x
     where x.member_id = j.value->>0 order by x.placed_at desc, x.claim_id desc limit 1)`,
);

/** A hundred parcels that were shipped before an instant and that nobody said had come. */
export const shippedBefore = reading<[before: number], { claim_id: string }>(
  "parcels on their way for long",
  `select j.key as n, o.claim_id from json_each(?1) j join gift_order o on o.claim_id in (
     select x.claim_id from gift_order x where x.state = 'shipped' and x.state_at <= j.value->>0
     order by x.state_at limit 100)`,
);
