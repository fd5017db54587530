/** Tokens: random, given once, kept only as SHA-256. @module */
import { createHash } from "node:crypto";
import type { House } from "../desk.ts";

/** A new token of 192 bits, base64url. */
export const newToken = (house: Pick<House, "chance">): string =>
  Buffer.from(house.chance(24)).toString("base64url");

/** What is kept of a token. Plain SHA-256: there is nothing to guess in 192 random bits. */
export const hashToken = (token: string): string =>
  createHash("sha256").update(token).digest("base64url");

/** `length` random decimal digits, each equally likely. */
export const randomDigits = (house: Pick<House, "chance">, length: number): string => {
  let digits = "";
  while (digits.length < length) {
    // 250 is the largest multiple of 10 in a byte: what lies above would favour low digits.
    for (const byte of house.chance(length)) {
      if (byte < 250 && digits.length < length) digits += byte % 10;
    }
  }
  return digits;
};
