import { pbkdf2Sync } from "node:crypto";

/** A PIN's or password's hash in the form of access/secret-hash.ts, with few rounds: the demo prints
 *  its secrets, so stretching them would protect nothing and cost the first start some seconds. */
export const quickHash = (secret: string): string => {
  const rounds = 1000;
  const salt = Buffer.from(`jifu-demo-${secret}`).subarray(0, 16);
  const hash = pbkdf2Sync(secret.normalize("NFKC"), salt, rounds, 32, "sha256");
  const parts = ["pbkdf2-sha256", rounds, salt.toString("base64url"), hash.toString("base64url")];
  return parts.join("$");
};
