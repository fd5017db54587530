import { hasValidCheckDigits, withCheckDigits } from "./check-digits.ts";

/** Why a scanned or typed text is none of our codes. Misreads are not counted as forgeries. */
export type MalformedCause = "empty" | "too-long" | "not-digits" | "unknown-kind" | "check-digits";

/** What a scanned or typed text turned out to be. */
export type CardCode =
  | RotatingCode
  /** A printed or pass card: `number` is all 16 digits. */
  | { kind: "static"; number: string }
  /** A gift claim or voucher: `code` is all 20 digits. */
  | { kind: "claim"; code: string }
  /** A mainland mobile number: 11 digits without country code. */
  | { kind: "phone"; phone: string }
  | { kind: "malformed"; why: MalformedCause };

/** The e-card's rotating code, taken apart; its MAC is not checked yet (see ecard.ts). */
export interface RotatingCode {
  kind: "rotating";
  /** 10 digits naming the credential (one per phone). */
  handle: string;
  /** Step modulo 100. */
  stepMod: number;
  /** Refresh counter within the step, 0 to 9. */
  refresh: number;
  /** 9 digits. */
  mac: string;
}

/** First two digits of every code of ours; 93 to 99 are reserved. */
export const CODE_KIND = { rotating: "90", static: "91", claim: "92" } as const;

/** Digits of a whole code. None equals a WeChat (18), UnionPay (19) or EAN (8, 12, 13) code. */
export const CODE_LENGTH = { rotating: 26, static: 16, claim: 20 } as const;

/** Random digits that go into a new static card number and a new claim code. */
export const SERIAL_LENGTH = { static: 12, claim: 16 } as const;

/** Longest text that is looked at; scanners cannot send more than this in one code. */
const LONGEST_TEXT = 100;

/**
 * Tells what a scanner or a keyboard delivered. Accepts full-width digits (an IME was on), an AIM
 * symbology prefix such as `]Q1`, spaces, line ends and hyphens. Never throws.
 */
export function parseCardCode(text: string): CardCode {
  if (text.length > LONGEST_TEXT) return malformed("too-long");
  const plain = plainCode(text);
  if (plain === "") return malformed("empty");
  const phone = /^(?:(?:\+|00)?86)?(1[3-9]\d{9})$/.exec(plain)?.[1];
  if (phone) return { kind: "phone", phone };
  if (!/^\d+$/.test(plain)) return malformed("not-digits");
  const kind = kindOf(plain);
  if (!kind) return malformed("unknown-kind");
  if (!hasValidCheckDigits(plain)) return malformed("check-digits");
  if (kind === "static") return { kind, number: plain };
  if (kind === "claim") return { kind, code: plain };
  return {
    kind,
    handle: plain.slice(2, 12),
    stepMod: Number(plain.slice(12, 14)),
    refresh: Number(plain.slice(14, 15)),
    mac: plain.slice(15, 24),
  };
}

/** The 16-digit number of a static card from 12 random digits. */
export function composeStaticNumber(serial: string): string {
  return compose("static", serial);
}

/** The 20-digit code of a gift claim or voucher from 16 random digits. */
export function composeClaimCode(serial: string): string {
  return compose("claim", serial);
}

/** The code in groups of four for reading aloud and printing: "9112 3456 7890 1234". */
export function groupDigits(code: string): string {
  return code.replace(/(\d{4})(?=\d)/g, "$1 ");
}

function plainCode(text: string): string {
  return text.normalize("NFKC")
    .replace(/[\s\p{Cc}\p{Cf}]/gu, "")
    .replace(/^\][A-Za-z]\d/, "")
    .replace(/[\p{Pd}\u2212]/gu, "");
}

function kindOf(plain: string): keyof typeof CODE_KIND | undefined {
  const kinds = ["rotating", "static", "claim"] as const;
  return kinds.find((kind) =>
    plain.startsWith(CODE_KIND[kind]) && plain.length === CODE_LENGTH[kind]
  );
}

function compose(kind: "static" | "claim", serial: string): string {
  if (!/^\d+$/.test(serial) || serial.length !== SERIAL_LENGTH[kind]) {
    throw new RangeError(`a ${kind} code takes ${SERIAL_LENGTH[kind]} random digits`);
  }
  return withCheckDigits(CODE_KIND[kind] + serial);
}

function malformed(why: MalformedCause): CardCode {
  return { kind: "malformed", why };
}
