/** Doors of the console: sign-in and the first page. @module */
import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { Fen, Id, Points } from "../schema.ts";
import { staffRoles } from "../access.ts";
import { Done, LimitsSet, Name, OwnRole, PermissionName } from "./parts.ts";

export const ConsoleMe = z.object({
  staffId: Id("staff"),
  name: z.string(),
  login: z.string(),
  /** "own": a role that the brand put together, named beside. */
  role: z.enum([...staffRoles, "own"]),
  ownRole: z.nullable(z.object({ id: OwnRole, nameZh: z.string(), nameEn: z.string() })),
  /** What this person may do now, resolved. */
  permissions: z.array(PermissionName),
  limits: LimitsSet,
  brandIds: z.nullable(z.array(Id("brand"))),
  storeIds: z.nullable(z.array(Id("store"))),
  hasPasskey: z.boolean(),
});
export type ConsoleMe = z.infer<typeof ConsoleMe>;

export const signInConsole = endpoint({
  id: "signInConsole",
  method: "POST",
  path: "/api/console/sign-in",
  who: "anyone",
  summary: "Sign-in with password and TOTP code, both at once; one answer for every mistake.",
  body: z.strictObject({
    login: z.string().check(z.maxLength(60)),
    password: z.string().check(z.minLength(1), z.maxLength(200)),
    totp: z.string().check(z.regex(/^\d{6}$/)),
  }),
  answer: ConsoleMe,
  problems: ["sign-in-wrong", "sign-in-locked"],
});
export const offerPasskey = endpoint({
  id: "offerPasskey",
  method: "POST",
  path: "/api/console/passkeys/offer",
  who: "anyone",
  summary: "Options for signing in with a passkey (WebAuthn).",
  answer: z.object({ challengeId: z.string(), options: z.record(z.string(), z.unknown()) }),
  problems: [],
});
export const signInPasskey = endpoint({
  id: "signInPasskey",
  method: "POST",
  path: "/api/console/passkeys/sign-in",
  who: "anyone",
  summary: "Signs in with a passkey.",
  body: z.strictObject({
    challengeId: z.string().check(z.maxLength(80)),
    response: z.record(z.string(), z.unknown()),
  }),
  answer: ConsoleMe,
  problems: ["sign-in-wrong", "sign-in-locked"],
});
export const startPasskey = endpoint({
  id: "startPasskey",
  method: "POST",
  path: "/api/console/passkeys/start",
  who: "console.enter",
  summary: "Options for adding a passkey to one's own sign-in.",
  answer: z.object({ challengeId: z.string(), options: z.record(z.string(), z.unknown()) }),
  problems: [],
});
export const keepPasskey = endpoint({
  id: "keepPasskey",
  method: "POST",
  path: "/api/console/passkeys",
  who: "console.enter",
  summary: "Keeps a new passkey.",
  body: z.strictObject({
    challengeId: z.string().check(z.maxLength(80)),
    label: Name,
    response: z.record(z.string(), z.unknown()),
  }),
  answer: Done,
  status: 201,
  problems: ["sign-in-wrong"],
});
export const changeOwnPassword = endpoint({
  id: "changeOwnPassword",
  method: "POST",
  path: "/api/console/password",
  who: "console.enter",
  summary: "Changes one's own password; every other session of this person ends.",
  body: z.strictObject({
    current: z.string().check(z.minLength(1), z.maxLength(200)),
    next: z.string().check(z.minLength(12), z.maxLength(200)),
  }),
  answer: Done,
  problems: ["sign-in-wrong", "sign-in-locked"],
});
export const signOutConsole = endpoint({
  id: "signOutConsole",
  method: "POST",
  path: "/api/console/sign-out",
  who: "console.enter",
  summary: "Ends the session.",
  answer: Done,
  problems: [],
});
export const showConsoleMe = endpoint({
  id: "showConsoleMe",
  method: "GET",
  path: "/api/console/me",
  who: "console.enter",
  summary: "Who is signed in, with role and scope.",
  answer: ConsoleMe,
  problems: [],
});
export const showOverview = endpoint({
  id: "showOverview",
  method: "GET",
  path: "/api/console/overview",
  who: "console.enter",
  summary: "The last 30 days in the caller's scope: sales, points, members, claims.",
  answer: z.object({
    days: z.array(z.object({
      day: z.string(),
      salesFen: Fen,
      sales: z.int(),
      issued: Points,
      redeemed: Points,
      newMembers: z.int(),
    })),
    outstanding: Points,
    members: z.int(),
    openClaims: z.int(),
    lapsing30: Points,
  }),
  problems: [],
});
