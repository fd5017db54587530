/** Doors of the console: gifts and their stock. @module */
import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { GiftKind } from "../gifts/endpoints.ts";
import { Fen, Id, Instant } from "../schema.ts";
import { Done, Name } from "./parts.ts";

const giftFields = {
  code: z.string().check(z.regex(/^[A-Za-z0-9-]{1,32}$/)),
  nameZh: Name,
  nameEn: Name,
  detailZh: z.string().check(z.maxLength(400)),
  detailEn: z.string().check(z.maxLength(400)),
  picture: z.string().check(z.regex(/^\/pictures\/[\w-]+\.svg$/)),
  kind: GiftKind,
  points: z.int().check(z.gte(1), z.lte(100_000_000)),
  marketFen: Fen,
  tierLevelMin: z.int().check(z.gte(0), z.lte(9)),
  perMemberMax: z.nullable(z.int().check(z.gte(1), z.lte(1000))),
  opensAt: z.nullable(Instant),
  closesAt: z.nullable(Instant),
  claimDays: z.int().check(z.gte(1), z.lte(365)),
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
});
export const listConsoleGifts = endpoint({
  id: "listConsoleGifts",
  method: "GET",
  path: "/api/console/gifts",
  who: "gift.see",
  summary: "Gifts in scope with stock per store.",
  answer: z.object({ gifts: z.array(GiftRow), pictures: z.array(z.string()) }),
  problems: [],
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
  problems: ["name-taken", "not-found", "changed-meanwhile"],
});
export const moveGiftStock = endpoint({
  id: "moveGiftStock",
  method: "POST",
  path: "/api/console/gifts/:gift/stock",
  who: "gift.manage",
  summary: "Adds to or takes from the stock of a gift at a store.",
  body: z.strictObject({
    storeId: Id("store"),
    amount: z.int().check(z.gte(-100_000), z.lte(100_000)),
  }),
  answer: z.object({ remaining: z.int() }),
  once: true,
  problems: ["not-found", "gift-gone"],
});
