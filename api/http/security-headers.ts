/** Headers that every answer carries. @module */
import type { MiddlewareHandler } from "hono";
import type { Settings } from "../settings.ts";
import type { Env } from "./door.ts";

/** Everything is our own; wasm is the scanner's decoder; blob: and mediastream: are its camera. */
export const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob: mediastream:",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "report-uri /api/csp-reports",
].join("; ");

export const securityHeaders = (settings: Settings): MiddlewareHandler<Env> => {
  const headers: Record<string, string> = {
    "content-security-policy": contentSecurityPolicy,
    "permissions-policy": "camera=(self), microphone=(), geolocation=(), payment=(), usb=()",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    ...(settings.publicUrl?.startsWith("https:")
      ? { "strict-transport-security": "max-age=63072000; includeSubDomains" }
      : {}),
  };
  return async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    }
  };
};
