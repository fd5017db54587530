/** Doors of the console: staff and API keys. @module */
import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { PersonName } from "../members/member.ts";
import { Id, Instant } from "../schema.ts";
import { Done, Grant, Name } from "./parts.ts";

export const StaffRow = z.object({
  id: Id("staff"),
  login: z.string(),
  name: z.string(),
  state: z.enum(["active", "disabled"]),
  hasPin: z.boolean(),
  hasPassword: z.boolean(),
  grants: z.array(Grant),
});
export const listStaff = endpoint({
  id: "listStaff",
  method: "GET",
  path: "/api/console/staff",
  who: "staff.read",
  summary: "Staff in scope.",
  answer: z.object({ staff: z.array(StaffRow) }),
  problems: [],
});
export const addStaff = endpoint({
  id: "addStaff",
  method: "POST",
  path: "/api/console/staff",
  who: "staff.manage",
  summary: "Adds a person with one role at one place; a manager only cashiers of the own store.",
  body: z.strictObject({
    login: z.string().check(z.regex(/^[a-z0-9._-]{3,40}$/)),
    name: PersonName,
    grant: z.strictObject(Grant.shape),
    pin: z.optional(z.string().check(z.regex(/^\d{4,8}$/))),
    password: z.optional(z.string().check(z.minLength(12), z.maxLength(200))),
  }),
  answer: z.object({
    staffId: Id("staff"),
    /** otpauth URI, shown once, when a password was set. */
    totpUri: z.nullable(z.string()),
  }),
  status: 201,
  once: true,
  problems: ["name-taken", "not-found", "pin-weak"],
});
export const setStaffPin = endpoint({
  id: "setStaffPin",
  method: "POST",
  path: "/api/console/staff/:staff/pin",
  who: "staff.manage",
  summary: "Sets a person's counter PIN and ends their counter sessions.",
  body: z.strictObject({ pin: z.string().check(z.regex(/^\d{4,8}$/)) }),
  answer: Done,
  problems: ["not-found", "pin-weak"],
});
export const changeStaffState = endpoint({
  id: "changeStaffState",
  method: "POST",
  path: "/api/console/staff/:staff/state",
  who: "staff.manage",
  summary: "Disables or enables a person; disabling ends every session at once.",
  body: z.strictObject({ state: z.enum(["active", "disabled"]) }),
  answer: Done,
  problems: ["not-found"],
});

export const changeStaffGrants = endpoint({
  id: "changeStaffGrants",
  method: "PUT",
  path: "/api/console/staff/:staff/grants",
  who: "staff.manage",
  summary: "Sets what a person may do and where; takes effect with their next request.",
  body: z.strictObject({
    grants: z.array(z.strictObject(Grant.shape)).check(z.maxLength(20)),
  }),
  answer: Done,
  problems: ["not-found", "changed-meanwhile"],
});
export const resetStaffSignIn = endpoint({
  id: "resetStaffSignIn",
  method: "POST",
  path: "/api/console/staff/:staff/sign-in",
  who: "staff.manage",
  summary: "Gives a person a new password and second factor; their sessions and passkeys end.",
  body: z.strictObject({ password: z.string().check(z.minLength(12), z.maxLength(200)) }),
  answer: z.object({
    /** otpauth URI, shown once. */
    totpUri: z.string(),
  }),
  once: true,
  problems: ["not-found"],
});

// API keys
export const listKeys = endpoint({
  id: "listKeys",
  method: "GET",
  path: "/api/console/keys",
  who: "key.manage",
  summary: "API keys of other tills and systems.",
  answer: z.object({
    keys: z.array(z.object({
      id: Id("apiKey"),
      label: z.string(),
      role: z.enum(["pos", "integration"]),
      brandId: z.nullable(Id("brand")),
      storeId: z.nullable(Id("store")),
      state: z.string(),
      createdAt: Instant,
      lastUsedAt: z.nullable(Instant),
    })),
  }),
  problems: [],
});
export const addKey = endpoint({
  id: "addKey",
  method: "POST",
  path: "/api/console/keys",
  who: "key.manage",
  summary: "Makes an API key; the secret is shown once.",
  body: z.strictObject({
    label: Name,
    role: z.enum(["pos", "integration"]),
    brandId: z.nullable(Id("brand")),
    storeId: z.nullable(Id("store")),
  }),
  answer: z.object({ keyId: Id("apiKey"), secret: z.string() }),
  status: 201,
  once: true,
  problems: ["not-found"],
});
export const revokeKey = endpoint({
  id: "revokeKey",
  method: "POST",
  path: "/api/console/keys/:key/revoke",
  who: "key.manage",
  summary: "Revokes a key at once.",
  answer: Done,
  problems: ["not-found"],
});
