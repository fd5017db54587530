/** A gift that is sent home: who it goes to and how far it is. @module */
import * as z from "zod/mini";
import { Instant } from "../schema.ts";

/** placed → packed → shipped → received; cancelled only before it has left the house. */
export const orderStates = ["placed", "packed", "shipped", "received", "cancelled"] as const;
export const OrderState = z.enum(orderStates);
export type OrderState = z.infer<typeof OrderState>;

const next: Record<OrderState, readonly OrderState[]> = {
  placed: ["packed", "shipped", "cancelled"],
  packed: ["shipped", "cancelled"],
  shipped: ["received"],
  received: [],
  cancelled: [],
};

/** States that can follow. The database refuses all others as well. */
export const statesAfter = (state: OrderState): readonly OrderState[] => next[state];

/** Days after which a parcel that nobody complained about counts as received. */
export const receivedAfterDays = 15;

const line = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));

/** Where to and to whom, in the member's own words. */
export const Address = z.strictObject({
  name: line(40),
  phone: z.string().check(z.regex(/^1[3-9]\d{9}$/)),
  /** Province, city and district. */
  region: line(60),
  /** Street, house and door. */
  street: line(120),
});
export type Address = z.infer<typeof Address>;

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
