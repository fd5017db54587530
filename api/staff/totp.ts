/** The second factor of the console: time-based codes (RFC 6238, 6 digits, 30 s), kept encrypted.
 *  @module */
import { createHmac } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import type { Keys } from "../access/keys.ts";

const periodSeconds = 30;
/** Steps a phone's clock may be early or late. */
const window = 1;

const place = (staffId: string): string => `staff/${staffId}/totp`;

/** A person's TOTP secret, base 32. Made from the root secret, the id and when it was given, so that
 *  repeating the command shows the same one again, and no kept answer has to hold it. */
export const totpSecret = (keys: Keys, staffId: string, givenAt: number): string => {
  const mac = createHmac("sha256", keys.derive("totp")).update(`${staffId}/${givenAt}`);
  return new Secret({ buffer: new Uint8Array(mac.digest().subarray(0, 20)).buffer }).base32;
};

/** The secret of somebody who was there from the start: the first admin, the people of a test. */
export const firstTotpSecret = (keys: Keys, staffId: string): string =>
  totpSecret(keys, staffId, 0);

export const sealTotp = (keys: Keys, staffId: string, secret: string): string =>
  keys.seal(place(staffId), secret);

const totp = (login: string, secret: string): TOTP =>
  new TOTP({
    issuer: "Jifu",
    label: login,
    algorithm: "SHA1",
    digits: 6,
    period: periodSeconds,
    secret: Secret.fromBase32(secret),
  });

/** otpauth:// address for an authenticator app. */
export const totpUri = (login: string, secret: string): string => totp(login, secret).toString();

/** The step whose code this is; null if it is none near now. Whoever accepts it must see to it that
 *  the step is accepted once.
 *  @param cipher the person's sealed secret; null does the same work and answers null */
export const totpStep = (
  keys: Keys,
  person: { id: string; login: string; totp_cipher: string | null } | null,
  code: string,
  now: number,
): number | null => {
  const secret = person?.totp_cipher
    ? keys.open(place(person.id), person.totp_cipher)
    : totpSecret(keys, "nobody", 0);
  const delta = totp(person?.login ?? "nobody", secret)
    .validate({ token: code, timestamp: now, window });
  if (delta === null || !person?.totp_cipher) return null;
  return Math.floor(now / 1000 / periodSeconds) + delta;
};

/** The code of an instant: what an authenticator app shows. For the demo's notes and for tests. */
export const totpCode = (secret: string, now: number): string =>
  totp("", secret).generate({ timestamp: now });
