/** A gift that is sent home: who it goes to and how far it is. @module */
import * as z from "zod/mini";
import { PlainText } from "../plain-text.ts";
import { Instant } from "../schema.ts";
import { addressMax, mobilePattern } from "./address.ts";

export type { Address } from "./address.ts";

/** placed → packed → shipped → received; cancelled only before it has left the house, returned when
 *  the parcel was refused or lost on its way. */
export const orderStates = [
  "placed",
  "packed",
  "shipped",
  "received",
  "cancelled",
  "returned",
] as const;
export const OrderState = z.enum(orderStates);
export type OrderState = z.infer<typeof OrderState>;

const next: Record<OrderState, readonly OrderState[]> = {
  placed: ["packed", "shipped", "cancelled"],
  packed: ["shipped", "cancelled"],
  shipped: ["received", "returned"],
  received: [],
  cancelled: [],
  returned: [],
};

/** States that can follow. The database refuses all others as well. */
export const statesAfter = (state: OrderState): readonly OrderState[] => next[state];

/** Days after which a parcel that nobody complained about counts as received. */
export const receivedAfterDays = 15;

const line = (most: number) => PlainText(most, 1);

/** Where to and to whom, in the member's own words. */
export const AddressInput = z.strictObject({
  name: line(addressMax.name),
  phone: z.string().check(z.regex(mobilePattern)),
  region: line(addressMax.region),
  street: line(addressMax.street),
});

/** Number of a consignment as carriers print it. */
export const Tracking = z.string().check(z.regex(/^[A-Za-z0-9-]{6,32}$/));

/** Carriers that a parcel can be handed to; their names are in the wording. */
export const carriers = ["sf", "zto", "yto", "sto", "yunda", "jd", "ems", "own"] as const;
export const Carrier = z.enum(carriers);
export type Carrier = z.infer<typeof Carrier>;

/** How far an order is, for the member. */
export const OrderView = z.object({
  number: z.string(),
  state: OrderState,
  carrier: z.nullable(Carrier),
  tracking: z.nullable(z.string()),
  steps: z.array(z.object({ state: OrderState, at: Instant })),
});
export type OrderView = z.infer<typeof OrderView>;
