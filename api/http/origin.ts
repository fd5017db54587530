/** Against forged requests: what a foreign page can make a browser send is refused (threat A5).
 *  @module */
import { Problem } from "../../shared/problems.ts";
import type { Settings } from "../settings.ts";
import { hostOf } from "./address.ts";

const isSafe = (method: string): boolean => method === "GET" || method === "HEAD";

const isAllowed = (origin: string, host: string | undefined, settings: Settings): boolean => {
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  return from.host === host ||
    (settings.publicUrl !== null && from.origin === new URL(settings.publicUrl).origin);
};

/** A body must be JSON; without an API key the request must also name its client, a header that no
 *  foreign page can add, and come from an allowed origin if the browser tells one.
 *  @throws Problem media-type, origin-refused */
export const checkOrigin = (
  method: string,
  header: (name: string) => string | undefined,
  settings: Settings,
): void => {
  if (isSafe(method)) return;
  const withKey = header("authorization")?.startsWith("Bearer ") ?? false;
  const origin = header("origin");
  if (!withKey) {
    if (header("jifu-client") === undefined) throw new Problem("origin-refused");
    if (origin !== undefined && !isAllowed(origin, hostOf(header, settings.trustProxy), settings)) {
      throw new Problem("origin-refused");
    }
  }
  const type = (header("content-type") ?? "").split(";")[0]!.trim().toLowerCase();
  if (type !== "application/json") throw new Problem("media-type");
};
