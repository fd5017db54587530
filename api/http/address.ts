/** Where a request comes from and where it was going, behind a proxy too. @module */

/** Deno.serve hands its connection info to `fetch` as second argument, which Hono keeps as env. */
type ConnectionInfo = { remoteAddr?: { hostname?: string } } | undefined;

/** The socket's address; behind a trusted proxy, the one that this proxy saw (the last in
 *  X-Forwarded-For: whatever stands before it the caller may have written). */
export const addressOf = (
  env: unknown,
  forwardedFor: string | undefined,
  trustProxy: boolean,
): string => {
  const last = trustProxy ? forwardedFor?.split(",").at(-1)?.trim() : undefined;
  return last || (env as ConnectionInfo)?.remoteAddr?.hostname || "unknown";
};

/** The host that the browser asked: behind a trusted proxy, the one that this proxy was asked. */
export const hostOf = (
  header: (name: string) => string | undefined,
  trustProxy: boolean,
): string | undefined => (trustProxy ? header("x-forwarded-host") : undefined) ?? header("host");
