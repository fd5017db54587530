/** Keys that live outside the database: one root secret, from which every other is derived by HKDF
 *  under its own name. A copy of the database alone opens nothing. @module */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

export type Keys = {
  /** Derived 32-byte key for one purpose. */
  derive: (purpose: string) => Uint8Array;
  /** Encrypts a field; `place` (table/row/column) is bound to it, so it opens nowhere else. */
  seal: (place: string, plain: string) => string;
  /** @throws Error if the text was moved to another place or changed */
  open: (place: string, sealed: string) => string;
  /** Keyed blind index: equal values give equal indexes, nothing else can be learnt. */
  index: (purpose: string, value: string) => string;
};

const keyId = "k1";

export const makeKeys = (root: Uint8Array): Keys => {
  const cache = new Map<string, Uint8Array>();
  const derive = (purpose: string): Uint8Array => {
    let key = cache.get(purpose);
    if (!key) {
      key = new Uint8Array(hkdfSync("sha256", root, "jifu/v1", purpose, 32));
      cache.set(purpose, key);
    }
    return key;
  };
  return {
    derive,
    seal: (place, plain) => {
      const iv = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", derive("field"), iv);
      cipher.setAAD(new TextEncoder().encode(place));
      const sealed = [cipher.update(plain, "utf8"), cipher.final()];
      return `${keyId}.${
        Buffer.concat([iv, ...sealed, cipher.getAuthTag()]).toString("base64url")
      }`;
    },
    open: (place, sealed) => {
      const [id, text] = sealed.split(".");
      if (id !== keyId || !text) throw new Error("Cannot open field: unknown key");
      const bytes = Buffer.from(text, "base64url");
      const decipher = createDecipheriv("aes-256-gcm", derive("field"), bytes.subarray(0, 12));
      decipher.setAAD(new TextEncoder().encode(place));
      decipher.setAuthTag(bytes.subarray(-16));
      return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString(
        "utf8",
      );
    },
    index: (purpose, value) =>
      createHmac("sha256", derive(`index/${purpose}`)).update(value).digest("base64url"),
  };
};
