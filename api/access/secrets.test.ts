import { describe, expect, test } from "vitest";
import { fromBase64url, toBase64url } from "../../shared/base64url.ts";
import {
  CARD_KEY_PAIR,
  CARD_KEY_USAGES,
  deriveCardKey,
  keyInfo,
} from "../../shared/cards/card-key.ts";
import { deriveTerminalKey, terminalKeyInfo } from "../../shared/terminals/terminal-proof.ts";
import { createHmac } from "node:crypto";
import { makeKeys } from "./keys.ts";
import { takesCodes } from "./phone.ts";
import { hashSecret, verifySecret } from "./secret-hash.ts";
import { agreedKey, serverPublicKey } from "./server-key.ts";
import { newToken, randomDigits } from "./tokens.ts";

const chance = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));

describe("the server's key", () => {
  const keys = makeKeys(new Uint8Array(32).fill(3));
  const salt = toBase64url(chance(16));

  test("agrees with phones and terminals on what Web Crypto derives there", async () => {
    const pair = await crypto.subtle.generateKey(CARD_KEY_PAIR, false, CARD_KEY_USAGES);
    const raw = toBase64url(new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey)));
    const server = await crypto.subtle.importKey(
      "raw",
      fromBase64url(serverPublicKey(keys)),
      CARD_KEY_PAIR,
      true,
      [],
    );
    const said = new TextEncoder().encode("和信超市");
    const both = [
      [
        await deriveCardKey(
          crypto.subtle,
          pair.privateKey,
          server,
          fromBase64url(salt),
          "0123456789",
        ),
        keyInfo("0123456789"),
      ],
      [
        await deriveTerminalKey(
          crypto.subtle,
          pair.privateKey,
          server,
          fromBase64url(salt),
          "trm_a1",
        ),
        terminalKeyInfo("trm_a1"),
      ],
    ] as const;
    for (const [key, info] of both) {
      const theirs = Buffer.from(await crypto.subtle.sign("HMAC", key, said));
      const ours = createHmac("sha256", agreedKey(keys, raw, salt, info)).update(said).digest();
      expect(ours.equals(theirs)).toBe(true);
    }
  });

  test("is the same for the same root and another for another", () => {
    expect(serverPublicKey(makeKeys(new Uint8Array(32).fill(3)))).toBe(serverPublicKey(keys));
    expect(serverPublicKey(makeKeys(new Uint8Array(32).fill(4)))).not.toBe(serverPublicKey(keys));
  });

  test("refuses a point that is not on the curve", () => {
    const off = Buffer.alloc(65, 3);
    off[0] = 4;
    const given = off.toString("base64url");
    expect(() => agreedKey(keys, given, salt, keyInfo("0123456789"))).toThrowError(
      expect.objectContaining({ code: "input-invalid" }),
    );
  });
});

describe("digits and tokens", () => {
  test("digits are evenly spread", () => {
    const counts = new Map<string, number>();
    for (const d of randomDigits({ chance }, 20_000)) counts.set(d, (counts.get(d) ?? 0) + 1);
    expect(counts.size).toBe(10);
    // 2000 each; 5 sigma is 212.
    for (const n of counts.values()) expect(Math.abs(n - 2000)).toBeLessThan(230);
  });

  test("a token has 192 bits", () => expect(newToken({ chance })).toMatch(/^[\w-]{32}$/));
});

test.each([
  ["13812348000", true],
  ["19912348000", true],
  ["17012348000", true],
  [
    "14012348000",
    false,
  ],
  ["15412348000", false],
  ["16012348000", false],
])("%s takes codes: %s", (phone, takes) => {
  expect(takesCodes(phone)).toBe(takes);
});

describe("a secret", () => {
  test("fits its own hash only; no hash fits nothing", async () => {
    const hash = await hashSecret({ chance }, "830417");
    expect(hash).toMatch(/^pbkdf2-sha256\$600000\$/);
    expect(await verifySecret("830417", hash)).toBe(true);
    expect(await verifySecret("８３０４１７", hash)).toBe(true);
    expect(await verifySecret("830418", hash)).toBe(false);
    expect(await verifySecret("830417", null)).toBe(false);
  });
});
