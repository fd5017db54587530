/** Doors of the console: gifts, their shelves and their stock. @module */
import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { GiftKind } from "../gifts/gift.ts";
import { Fen, FenPaid, Id, Instant } from "../schema.ts";
import { Done, Name } from "./parts.ts";

const whole = (least: number, most: number) => z.int().check(z.gte(least), z.lte(most));
const PricePoints = whole(1, 100_000_000);
const price = { points: PricePoints, moneyFen: Fen };
const none = <T extends z.core.$ZodType>(schema: T) => z._default(z.nullable(schema), null);

/** Everything about a gift that is set up; what is left out is as plain as can be. */
const giftFields = {
  code: z.string().check(z.regex(/^[A-Za-z0-9-]{1,32}$/)),
  nameZh: Name,
  nameEn: Name,
  detailZh: z.string().check(z.maxLength(400)),
  detailEn: z.string().check(z.maxLength(400)),
  picture: z.string().check(z.regex(/^\/pictures\/[\w-]+\.svg$/)),
  kind: GiftKind,
  points: PricePoints,
  moneyFen: z._default(Fen, 0),
  quantity: z._default(whole(1, 1000), 1),
  tierPrices: z._default(
    z.array(z.strictObject({ level: whole(1, 9), ...price })).check(z.maxLength(9)),
    [],
  ),
  flash: none(z.strictObject({
    ...price,
    from: Instant,
    until: Instant,
    pieces: z.nullable(whole(1, 1_000_000)),
  })),
  marketFen: Fen,
  tierLevelMin: whole(0, 9),
  perMemberMax: z.nullable(whole(1, 1000)),
  memberDayMax: none(whole(1, 1000)),
  dayMax: none(whole(1, 1_000_000)),
  opensAt: z.nullable(Instant),
  closesAt: z.nullable(Instant),
  claimDays: whole(1, 365),
  shelfId: none(Id("shelf")),
  productId: none(Id("product")),
  promoted: z._default(z.boolean(), false),
  byPickUp: z._default(z.boolean(), true),
  byDelivery: z._default(z.boolean(), false),
  event: none(z.strictObject({
    at: Instant,
    venueZh: Name,
    venueEn: Name,
    places: whole(1, 1_000_000),
  })),
  parts: z._default(
    z.array(z.strictObject({ giftId: Id("gift"), pieces: whole(1, 100) })).check(z.maxLength(12)),
    [],
  ),
  payoutFen: none(FenPaid),
  couponCode: none(z.string().check(z.regex(/^[A-Za-z0-9-]{1,32}$/))),
  state: z.enum(["listed", "hidden"]),
};
export const GiftInput = z.strictObject(giftFields);
export const GiftRow = z.object({
  id: Id("gift"),
  brandId: Id("brand"),
  revision: z.int(),
  ...giftFields,
  stocks: z.array(z.object({ storeId: Id("store"), remaining: z.int() })),
  claims30: z.int(),
  /** Places of the event, pieces of the running flash sale and claims of today that are gone. */
  taken: z.object({ places: z.int(), flash: z.int(), today: z.int() }),
});
/** What a gift is that says nothing of the mall. */
export const plainGift = {
  moneyFen: 0,
  quantity: 1,
  tierPrices: [],
  flash: null,
  memberDayMax: null,
  dayMax: null,
  shelfId: null,
  productId: null,
  promoted: false,
  byPickUp: true,
  byDelivery: false,
  event: null,
  parts: [],
  payoutFen: null,
  couponCode: null,
} satisfies Partial<z.infer<typeof GiftInput>>;

/** A shelf as the office sees it. */
export const ShelfRow = z.object({
  id: Id("shelf"),
  brandId: Id("brand"),
  nameZh: z.string(),
  nameEn: z.string(),
  kind: z.enum(["shelf", "menu"]),
  state: z.enum(["listed", "hidden"]),
});
export type ShelfRow = z.infer<typeof ShelfRow>;

export const listConsoleGifts = endpoint({
  id: "listConsoleGifts",
  method: "GET",
  path: "/api/console/gifts",
  who: "gift.see",
  summary: "Gifts in scope with stock per store, and the shelves they stand on.",
  answer: z.object({
    gifts: z.array(GiftRow),
    shelves: z.array(ShelfRow),
    pictures: z.array(z.string()),
  }),
  problems: [],
});
export const putGiftShelves = endpoint({
  id: "putGiftShelves",
  method: "PUT",
  path: "/api/console/gift-shelves",
  who: "gift.manage",
  summary: "Writes a brand's shelves in their order; an entry without id is a new one.",
  body: z.strictObject({
    brandId: Id("brand"),
    shelves: z.array(z.strictObject({
      id: z.nullable(Id("shelf")),
      nameZh: Name,
      nameEn: Name,
      kind: z.enum(["shelf", "menu"]),
      state: z.enum(["listed", "hidden"]),
    })).check(z.maxLength(20)),
  }),
  answer: z.object({ shelves: z.array(ShelfRow) }),
  problems: ["not-found", "name-taken"],
});
export const addGift = endpoint({
  id: "addGift",
  method: "POST",
  path: "/api/console/gifts",
  who: "gift.manage",
  summary: "Adds a gift.",
  body: z.strictObject({ brandId: Id("brand"), ...giftFields }),
  answer: z.object({ giftId: Id("gift") }),
  status: 201,
  once: true,
  problems: ["name-taken", "not-found"],
});
export const changeGift = endpoint({
  id: "changeGift",
  method: "PUT",
  path: "/api/console/gifts/:gift",
  who: "gift.manage",
  summary: "Changes a gift; refused if somebody else changed it meanwhile.",
  body: z.strictObject({ revision: z.int(), ...giftFields }),
  answer: Done,
  problems: ["name-taken", "not-found", "changed-meanwhile", "gift-in-bundle"],
});
export const moveGiftStock = endpoint({
  id: "moveGiftStock",
  method: "POST",
  path: "/api/console/gifts/:gift/stock",
  who: "gift.manage",
  summary: "Adds to or takes from the stock of a gift at a store.",
  body: z.strictObject({
    storeId: Id("store"),
    amount: whole(-100_000, 100_000),
  }),
  answer: z.object({ remaining: z.int() }),
  once: true,
  problems: ["not-found", "gift-gone"],
});
