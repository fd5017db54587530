/** Hashes of PINs and passwords: PBKDF2-SHA256, the work done off the event loop. A six-digit PIN is
 *  not kept safe by its hash alone: the lock after five tries does that. @module */
import { pbkdf2, timingSafeEqual } from "node:crypto";
import type { House } from "../desk.ts";

/** OWASP Password Storage Cheat Sheet (2023) for PBKDF2-HMAC-SHA256. */
const rounds = 600_000;
const bytes = 32;

const stretch = (secret: string, salt: Uint8Array, times: number): Promise<Buffer> =>
  new Promise((done, failed) =>
    pbkdf2(
      secret.normalize("NFKC"),
      salt,
      times,
      bytes,
      "sha256",
      (error, key) => error ? failed(error) : done(key),
    )
  );

/** `pbkdf2-sha256$<rounds>$<salt>$<hash>`: old hashes stay readable when the rounds change. */
export const hashSecret = async (
  house: Pick<House, "chance">,
  secret: string,
): Promise<string> => {
  const salt = house.chance(16);
  const hash = await stretch(secret, salt, rounds);
  return [
    "pbkdf2-sha256",
    rounds,
    Buffer.from(salt).toString("base64url"),
    hash.toString("base64url"),
  ].join("$");
};

/** A hash that fits nothing: checked where there is no hash, so that the time tells nothing. */
const noHash = `pbkdf2-sha256$${rounds}$AAAAAAAAAAAAAAAAAAAAAA$${"A".repeat(43)}`;

/** Does the secret fit? Takes as long for a missing hash (null) as for a wrong secret. */
export const verifySecret = async (secret: string, kept: string | null): Promise<boolean> => {
  const [scheme, times, salt, hash] = (kept ?? noHash).split("$");
  if (scheme !== "pbkdf2-sha256" || !salt || !hash) throw new Error("Cannot read a secret's hash");
  const given = await stretch(secret, Buffer.from(salt, "base64url"), Number(times));
  return timingSafeEqual(given, Buffer.from(hash, "base64url")) && kept !== null;
};
