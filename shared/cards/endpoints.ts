/** Doors of the cards: enrolling a phone's e-card, scanning, proving the right to spend. @module */
import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import {
  Explanation,
  HistoryPage,
  LotView,
  MemberMasked,
  OneTimeCode,
  Pin,
  PointsSummary,
} from "../members/member.ts";
import { Id, Instant } from "../schema.ts";
import { DiscountSource } from "../tiers/discount.ts";

export const enrolEcard = endpoint({
  id: "enrolEcard",
  method: "POST",
  path: "/api/members/me/ecard",
  who: "own.change",
  summary: "Gives this phone an e-card: ECDH P-256 public keys are exchanged, no secret travels.",
  /** Uncompressed point, base64url (65 bytes). */
  body: z.strictObject({ publicKey: z.string().check(z.regex(/^[\w-]{87}$/)) }),
  answer: z.object({
    handle: z.string(),
    serverPublicKey: z.string(),
    salt: z.string(),
    serverTime: Instant,
  }),
  status: 201,
  problems: [],
});

export const ScanView = z.object({
  scanId: Id("scan"),
  /** What this scan may do: earn and identify only, or spend too. */
  rights: z.enum(["earn", "spend"]),
  via: z.enum(["rotating", "stale", "static", "phone"]),
  member: MemberMasked,
  points: PointsSummary,
  /** What the member's tier and category take off, best first on equal terms. */
  discounts: z.optional(z.array(DiscountSource)),
  hasPin: z.boolean(),
  hasPhone: z.boolean(),
  expiresAt: Instant,
});
export type ScanView = z.infer<typeof ScanView>;

export const openScan = endpoint({
  id: "openScan",
  method: "POST",
  path: "/api/scans",
  who: "scan.open",
  summary: "Recognises a member by rotating code, card number or phone; good for three minutes.",
  body: z.strictObject({ code: z.string().check(z.minLength(1), z.maxLength(64)) }),
  answer: ScanView,
  status: 201,
  problems: [
    "code-malformed",
    "card-code-invalid",
    "card-code-used",
    "card-code-skewed",
    "card-frozen",
    "member-frozen",
    "too-many",
  ],
});

export const askScanCode = endpoint({
  id: "askScanCode",
  method: "POST",
  path: "/api/scans/:scan/code",
  who: "scan.spend",
  summary: "Sends a one-time code to the scanned member's phone, to allow spending.",
  answer: z.object({ requestId: Id("otp"), phoneMasked: z.string(), resendAfterSeconds: z.int() }),
  problems: ["scan-expired", "member-frozen", "phone-refused", "too-many"],
});

export const allowSpending = endpoint({
  id: "allowSpending",
  method: "POST",
  path: "/api/scans/:scan/allow",
  who: "scan.spend",
  summary: "Raises a scan to spending by the member's PIN or a one-time code.",
  body: z.union([
    z.strictObject({ pin: Pin }),
    z.strictObject({ requestId: Id("otp"), code: OneTimeCode }),
  ]),
  answer: ScanView,
  problems: [
    "scan-expired",
    "pin-wrong",
    "pin-locked",
    "pin-missing",
    "code-wrong",
    "code-expired",
    "member-frozen",
  ],
});

export const endScan = endpoint({
  id: "endScan",
  method: "POST",
  path: "/api/scans/:scan/end",
  who: "scan.open",
  summary: "Forgets a scan: the kiosk calls it when the member leaves.",
  answer: z.object({ done: z.literal(true) }),
  problems: [],
});

export const showScanAccount = endpoint({
  id: "showScanAccount",
  method: "GET",
  path: "/api/scans/:scan/account",
  who: "scan.open",
  summary: "Lots and the latest entries of the scanned member.",
  answer: z.object({ points: PointsSummary, lots: z.array(LotView), history: HistoryPage }),
  problems: ["scan-expired"],
});

export const explainScanEntry = endpoint({
  id: "explainScanEntry",
  method: "GET",
  path: "/api/scans/:scan/entries/:journal",
  who: "scan.open",
  summary:
    "One entry of the scanned member opened: lines, rule, arithmetic, lots, what did not hold.",
  answer: Explanation,
  problems: ["scan-expired", "scan-earn-only", "not-found"],
});

export const issueCard = endpoint({
  id: "issueCard",
  method: "POST",
  path: "/api/members/:member/cards",
  who: "card.issue",
  summary: "Issues a plastic card number to a member.",
  answer: z.object({ cardId: Id("card"), number: z.string() }),
  status: 201,
  once: true,
  problems: ["not-found", "member-frozen"],
});
