/** The address a request comes from, for limits. @module */

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
