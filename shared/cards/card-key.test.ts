import { describe, expect, test } from "vitest";
import { parseCardCode } from "./card-code.ts";
import { CARD_KEY_PAIR, CARD_KEY_USAGES, deriveCardKey, keyInfo, signStep } from "./card-key.ts";
import { composeCode, judgeCode, macDigits, messageBytes } from "./ecard.ts";

const subtle = globalThis.crypto.subtle;
const HANDLE = "4815162342";
const STEP = 118_000_050;
const SALT = Uint8Array.from({ length: 16 }, (_, i) => i);

function bytes(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** The key pairs of RFC 5903, section 8.1 (256-bit random ECP group). */
const INITIATOR = {
  d: "c88f01f510d9ac3f70a292daa2316de544e9aab8afe84049c62a9c57862d1433",
  x: "dad0b65394221cf9b051e1feca5787d098dfe637fc90b9ef945d0c3772581180",
  y: "5271a0461cdb8252d61f1c456fa3e59ab1f45b33accf5f58389e0577b8990bb3",
};
const RESPONDER = {
  d: "c6ef9c5d78ae012a011164acb397ce2088685d8f06bf9be0b283ab46476bee53",
  x: "d12dfb5289c8d4f81208b70270398c342296970a0bccb74c736fc7554494bf63",
  y: "56fbf3ca366cc23e8157854c13c58d6aac23f046ada30f8353e74f33039872ab",
};

function base64url(hex: string): string {
  const text = btoa(String.fromCharCode(...bytes(hex)));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

async function importPair(pair: typeof INITIATOR) {
  const jwk = { kty: "EC", crv: "P-256", x: base64url(pair.x), y: base64url(pair.y) };
  const secret = { ...jwk, d: base64url(pair.d) };
  return {
    publicKey: await subtle.importKey("jwk", jwk, CARD_KEY_PAIR, true, []),
    privateKey: await subtle.importKey("jwk", secret, CARD_KEY_PAIR, false, CARD_KEY_USAGES),
  };
}

async function cardKeys() {
  const phone = await importPair(INITIATOR);
  const server = await importPair(RESPONDER);
  return {
    onPhone: await deriveCardKey(subtle, phone.privateKey, server.publicKey, SALT, HANDLE),
    onServer: await deriveCardKey(subtle, server.privateKey, phone.publicKey, SALT, HANDLE),
  };
}

describe("the card key", () => {
  test("gives the fixed digits on the phone and on the server", async () => {
    // Computed apart from this code: the secret of RFC 5903, hkdfSync and createHmac of node:crypto.
    const { onPhone, onServer } = await cardKeys();
    for (const key of [onPhone, onServer]) {
      expect(await signStep(subtle, key, HANDLE, STEP, 0)).toBe("064764512");
      expect(await signStep(subtle, key, HANDLE, STEP, 7)).toBe("600949215");
      expect(await signStep(subtle, key, HANDLE, 117_995_750, 0)).toBe("655791998");
      expect(await signStep(subtle, key, HANDLE, 0, 0)).toBe("760943778");
    }
  });

  test("is HKDF over the agreed secret of RFC 5903", async () => {
    const raw = bytes("961fa13ee59be5631e62b02500e64fea8da5a61584ffcbcea5686bdb769d6378");
    const algorithm = { name: "HMAC", hash: "SHA-256" };
    const plain = await subtle.importKey("raw", raw, algorithm, false, ["sign"]);
    const { onServer } = await cardKeys();
    const message = messageBytes(HANDLE, STEP, 3);
    const expected = new Uint8Array(await subtle.sign("HMAC", plain, message));
    const actual = new Uint8Array(await subtle.sign("HMAC", onServer, message));
    expect(actual).toEqual(expected);
    expect(await signStep(subtle, onServer, HANDLE, STEP, 3)).toBe(macDigits(expected));
  });

  test("differs with the salt and with the handle", async () => {
    const phone = await importPair(INITIATOR);
    const server = await importPair(RESPONDER);
    const digitsOf = async (salt: Uint8Array<ArrayBuffer>, handle: string) => {
      const key = await deriveCardKey(subtle, phone.privateKey, server.publicKey, salt, handle);
      return signStep(subtle, key, HANDLE, STEP, 0);
    };
    const otherSalt = Uint8Array.from(SALT, (byte) => byte ^ 1);
    const all = [
      await digitsOf(SALT, HANDLE),
      await digitsOf(otherSalt, HANDLE),
      await digitsOf(SALT, "4815162343"),
    ];
    expect(new Set(all).size).toBe(3);
  });

  test("can be used for signing and for nothing else, and never leaves", async () => {
    const { onPhone } = await cardKeys();
    expect(onPhone.extractable).toBe(false);
    expect(onPhone.usages).toEqual(["sign"]);
    await expect(subtle.exportKey("raw", onPhone)).rejects.toThrow();
  });

  test("a new pair needs only what the constants say", async () => {
    const phone = await subtle.generateKey(CARD_KEY_PAIR, false, CARD_KEY_USAGES);
    const server = await subtle.generateKey(CARD_KEY_PAIR, false, CARD_KEY_USAGES);
    const key = await deriveCardKey(subtle, phone.privateKey, server.publicKey, SALT, HANDLE);
    const mac = await signStep(subtle, key, HANDLE, STEP, 5);
    const code = parseCardCode(composeCode({ handle: HANDLE, step: STEP, refresh: 5, mac }));
    if (code.kind !== "rotating") throw new Error(`read as ${code.kind}`);
    const onServer = await deriveCardKey(subtle, server.privateKey, phone.publicKey, SALT, HANDLE);
    const macAt = (step: number) => signStep(subtle, onServer, code.handle, step, code.refresh);
    const counter = STEP * 10 + 5;
    expect(await judgeCode(code, STEP + 1, macAt)).toEqual({ age: "fresh", step: STEP, counter });
    expect(await judgeCode(code, STEP + 30, macAt)).toMatchObject({ age: "stale" });
    expect(await judgeCode(code, STEP - 2_000, macAt)).toMatchObject({ age: "skewed" });
    const refreshed = { ...code, refresh: 6 };
    const macAtRefreshed = (step: number) => signStep(subtle, onServer, HANDLE, step, 6);
    expect(await judgeCode(refreshed, STEP, macAtRefreshed)).toEqual({ age: "forged" });
  });

  test("refuses a salt or a handle of the wrong length", async () => {
    const phone = await importPair(INITIATOR);
    const derive = (salt: Uint8Array<ArrayBuffer>, handle: string) =>
      deriveCardKey(subtle, phone.privateKey, phone.publicKey, salt, handle);
    await expect(derive(new Uint8Array(15), HANDLE)).rejects.toThrow("16 bytes");
    for (const handle of ["481516234", "48151623420", "x4815162342"]) {
      await expect(derive(SALT, handle)).rejects.toThrow("ten digits");
    }
    expect(String.fromCharCode(...keyInfo(HANDLE))).toBe("ecard/v1|4815162342");
  });
});
