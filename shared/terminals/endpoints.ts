/** Doors of a terminal: pairing, what it needs to work, staff signing in on it. @module */
import * as z from "zod/mini";
import { staffRoles } from "../access.ts";
import { endpoint } from "../endpoint.ts";
import { PlainText } from "../plain-text.ts";
import { ProgrammeRules } from "../programme/rules.ts";
import { TierBadge } from "../members/member.ts";
import { Id, Instant } from "../schema.ts";

/** The role somebody works in at a counter; "own": one that the brand put together. */
const CounterRole = z.enum([...staffRoles, "own"]);

export const TerminalKind = z.enum(["kiosk", "counter"]);

export const startPairing = endpoint({
  id: "startPairing",
  method: "POST",
  path: "/api/terminals/pairings",
  who: "anyone",
  summary: "A new device shows the code that a manager approves; ten minutes, once.",
  body: z.strictObject({
    kind: TerminalKind,
    label: PlainText(40, 1),
    publicKey: z.string().check(z.regex(/^[\w-]{87}$/)),
  }),
  answer: z.object({
    pairingId: Id("pairing"),
    /** 8 letters, shown as XXXX-XXXX. */
    code: z.string(),
    secret: z.string(),
    expiresAt: Instant,
  }),
  status: 201,
  problems: ["too-many"],
});

export const followPairing = endpoint({
  id: "followPairing",
  method: "POST",
  path: "/api/terminals/pairings/:pairing/follow",
  who: "anyone",
  summary: "Asks whether the pairing was approved; the answer lets the device derive its key.",
  body: z.strictObject({ secret: z.string().check(z.maxLength(64)) }),
  answer: z.discriminatedUnion("state", [
    z.object({ state: z.literal("waiting") }),
    z.object({
      state: z.literal("approved"),
      terminalId: Id("terminal"),
      serverPublicKey: z.string(),
      salt: z.string(),
    }),
  ]),
  problems: ["pairing-over"],
});

export const showTerminal = endpoint({
  id: "showTerminal",
  method: "GET",
  path: "/api/terminals/me",
  who: "terminal.self",
  summary: "Where this terminal stands, who may sign in on it and the rules it previews with.",
  answer: z.object({
    terminal: z.object({ id: Id("terminal"), kind: TerminalKind, label: z.string() }),
    store: z.object({
      id: Id("store"),
      nameZh: z.string(),
      nameEn: z.string(),
      address: z.string(),
      phone: z.string(),
    }),
    brand: z.object({
      id: Id("brand"),
      nameZh: z.string(),
      nameEn: z.string(),
      colour: z.string(),
    }),
    staff: z.array(z.object({ id: Id("staff"), name: z.string(), role: CounterRole })),
    /** Who is signed in on it now. */
    signedIn: z.nullable(
      z.object({ id: Id("staff"), name: z.string(), role: CounterRole }),
    ),
    rules: z.object({
      id: Id("rules"),
      version: z.int(),
      effectiveFrom: Instant,
      body: ProgrammeRules,
    }),
    tiers: z.array(TierBadge),
    /** Seconds without a touch until it asks whether anybody is there (a counter: until it locks). */
    idleSeconds: z.int(),
    demo: z.boolean(),
    serverTime: Instant,
  }),
  problems: ["terminal-unknown", "proof-invalid"],
});

export const signInStaff = endpoint({
  id: "signInStaff",
  method: "POST",
  path: "/api/terminals/me/sign-in",
  who: "anyone",
  summary: "Staff sign in on a paired counter with their PIN.",
  body: z.strictObject({ staffId: Id("staff"), pin: z.string().check(z.regex(/^\d{4,8}$/)) }),
  answer: z.object({
    staff: z.object({ id: Id("staff"), name: z.string(), role: CounterRole }),
    expiresAt: Instant,
  }),
  problems: ["terminal-unknown", "proof-invalid", "pin-wrong", "pin-locked"],
});

export const signOutStaff = endpoint({
  id: "signOutStaff",
  method: "POST",
  path: "/api/terminals/me/sign-out",
  who: "anyone",
  summary: "Ends the staff session that asks, and none that was opened since.",
  answer: z.object({ done: z.literal(true) }),
  problems: [],
});
