/** Doors of the console: brands, stores, terminals. @module */
import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { PlainText } from "../plain-text.ts";
import { ProgrammeRules } from "../programme/rules.ts";
import { Id, Instant } from "../schema.ts";
import { Done, Name } from "./parts.ts";

export const StoreRow = z.object({
  id: Id("store"),
  brandId: Id("brand"),
  code: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  city: z.string(),
  address: z.string(),
  phone: z.string(),
  state: z.enum(["open", "closed"]),
  terminals: z.int(),
  staff: z.int(),
});
export const BrandRow = z.object({
  id: Id("brand"),
  nameZh: z.string(),
  nameEn: z.string(),
  colour: z.string(),
});
export const listPlaces = endpoint({
  id: "listPlaces",
  method: "GET",
  path: "/api/console/places",
  who: "place.read",
  summary: "Brands and stores in scope.",
  answer: z.object({ brands: z.array(BrandRow), stores: z.array(StoreRow) }),
  problems: [],
});
export const addBrand = endpoint({
  id: "addBrand",
  method: "POST",
  path: "/api/console/brands",
  who: "place.manage",
  summary: "Adds a brand with its programme (rules version 1) and one tier.",
  body: z.strictObject({
    nameZh: Name,
    nameEn: Name,
    colour: z.string().check(z.regex(/^#[0-9a-f]{6}$/)),
    rules: ProgrammeRules,
    rulesEffectiveFrom: z.optional(Instant),
  }),
  answer: z.object({ brandId: Id("brand"), rulesId: Id("rules") }),
  status: 201,
  once: true,
  problems: ["name-taken"],
});
const storeFields = {
  code: z.string().check(z.regex(/^[A-Za-z0-9-]{1,20}$/)),
  nameZh: Name,
  nameEn: Name,
  city: PlainText(40),
  address: PlainText(120),
  phone: PlainText(30),
};
export const addStore = endpoint({
  id: "addStore",
  method: "POST",
  path: "/api/console/stores",
  who: "place.manage",
  summary: "Adds a store.",
  body: z.strictObject({ brandId: Id("brand"), ...storeFields }),
  answer: z.object({ storeId: Id("store") }),
  status: 201,
  once: true,
  problems: ["name-taken", "not-found"],
});
export const changeStore = endpoint({
  id: "changeStore",
  method: "PUT",
  path: "/api/console/stores/:store",
  who: "place.manage",
  summary: "Changes a store.",
  body: z.strictObject({ ...storeFields, state: z.enum(["open", "closed"]) }),
  answer: Done,
  problems: ["name-taken", "not-found"],
});

// terminals
export const TerminalRow = z.object({
  id: Id("terminal"),
  storeId: Id("store"),
  kind: z.enum(["kiosk", "counter"]),
  label: z.string(),
  state: z.enum(["active", "revoked"]),
  approvedBy: z.nullable(z.string()),
  approvedAt: Instant,
  lastSeenAt: z.nullable(Instant),
});
export const listTerminals = endpoint({
  id: "listTerminals",
  method: "GET",
  path: "/api/console/terminals",
  who: "terminal.read",
  summary: "Terminals in scope.",
  answer: z.object({ terminals: z.array(TerminalRow) }),
  problems: [],
});
export const findPairing = endpoint({
  id: "findPairing",
  method: "POST",
  path: "/api/console/pairings/look-up",
  who: "terminal.approve",
  summary: "What device shows this pairing code.",
  body: z.strictObject({ code: z.string().check(z.maxLength(12)) }),
  answer: z.object({
    pairingId: Id("pairing"),
    kind: z.enum(["kiosk", "counter"]),
    label: z.string(),
    expiresAt: Instant,
  }),
  problems: ["pairing-over", "too-many"],
});
export const approvePairing = endpoint({
  id: "approvePairing",
  method: "POST",
  path: "/api/console/pairings/:pairing/approve",
  who: "terminal.approve",
  summary: "Approves a pairing for a store.",
  body: z.strictObject({
    code: z.string().check(z.maxLength(12)),
    storeId: Id("store"),
    label: Name,
  }),
  answer: z.object({ terminalId: Id("terminal") }),
  status: 201,
  problems: ["pairing-over", "not-found"],
});
export const revokeTerminal = endpoint({
  id: "revokeTerminal",
  method: "POST",
  path: "/api/console/terminals/:terminal/revoke",
  who: "terminal.approve",
  summary: "Revokes a terminal; its next request is refused.",
  answer: Done,
  problems: ["not-found"],
});
