import { createHash } from "node:crypto";

/** Keys that come out the same in every run, so that a second run repeats instead of doubling. */
export const keyOf = (...parts: string[]): string =>
  createHash("sha256").update(parts.join("\n")).digest("base64url").slice(0, 32);
