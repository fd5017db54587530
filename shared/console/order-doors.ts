/** Doors of the console: gifts that are sent home. @module */
import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { AddressInput, Carrier, OrderState, OrderView, Tracking } from "../gifts/order.ts";
import { PlainText } from "../plain-text.ts";
import { Id, Instant, Points } from "../schema.ts";

export const OrderRow = z.object({
  ...OrderView.shape,
  claimId: Id("claim"),
  brandId: Id("brand"),
  storeId: Id("store"),
  placedAt: Instant,
  memberId: Id("member"),
  memberNameMasked: z.string(),
  /** Who it goes to, masked; region in clear, so that parcels can be sorted. */
  nameMasked: z.string(),
  phoneMasked: z.string(),
  region: z.string(),
  gift: z.object({
    id: Id("gift"),
    nameZh: z.string(),
    nameEn: z.string(),
    picture: z.string(),
    code: z.string(),
  }),
  quantity: z.int(),
  parts: z.array(z.object({ nameZh: z.string(), nameEn: z.string(), pieces: z.int() })),
  points: Points,
  /** Why it was cancelled or came back, where somebody said. */
  note: z.string(),
});
export type OrderRow = z.infer<typeof OrderRow>;

const filters = {
  state: z.optional(OrderState),
  brandId: z.optional(Id("brand")),
  storeId: z.optional(Id("store")),
  /** Number of the order, of the parcel, or the beginning of either. */
  text: z.optional(z.string().check(z.maxLength(32))),
  /** Placed from this instant on, and before that one. */
  from: z.optional(z.coerce.number().check(z.int(), z.gte(0))),
  until: z.optional(z.coerce.number().check(z.int(), z.gte(0))),
};

export const listGiftOrders = endpoint({
  id: "listGiftOrders",
  method: "GET",
  path: "/api/console/gift-orders",
  who: "order.see",
  summary: "Gift orders in scope, a page at a time, with how many there are of each state.",
  query: z.object({
    ...filters,
    sort: z.optional(z.enum(["newest", "oldest"])),
    after: z.optional(z.string().check(z.maxLength(64))),
    limit: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(100))),
  }),
  answer: z.object({
    orders: z.array(OrderRow),
    counts: z.record(OrderState, z.int()),
    nextAfter: z.nullable(z.string()),
  }),
  problems: [],
});

export const stepGiftOrder = endpoint({
  id: "stepGiftOrder",
  method: "POST",
  path: "/api/console/gift-orders/:claim/step",
  who: "order.handle",
  summary:
    "Moves an order on: packed, shipped with carrier and number, received, cancelled before it " +
    "left, or returned from its way; the last two give the points back.",
  body: z.discriminatedUnion("to", [
    z.strictObject({ to: z.literal("packed") }),
    z.strictObject({ to: z.literal("shipped"), carrier: Carrier, tracking: Tracking }),
    z.strictObject({ to: z.literal("received") }),
    z.strictObject({ to: z.literal("cancelled"), note: PlainText(100, 1) }),
    z.strictObject({
      to: z.literal("returned"),
      note: PlainText(100, 1),
      /** Back on the shelf; false: lost or damaged, written off. */
      restock: z.boolean(),
    }),
  ]),
  answer: z.object({ order: OrderRow }),
  once: true,
  problems: ["not-found", "order-moved"],
});

export const revealGiftOrder = endpoint({
  id: "revealGiftOrder",
  method: "POST",
  path: "/api/console/gift-orders/:claim/reveal",
  who: "order.reveal",
  summary: "Name, phone and address that a gift is sent to. Who looked and why is in the log.",
  body: z.strictObject({ reason: PlainText(100, 1) }),
  answer: z.object({ address: AddressInput }),
  problems: ["not-found", "too-many"],
});
