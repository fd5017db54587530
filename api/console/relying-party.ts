import type { Context } from "hono";
import type { Desk } from "../desk.ts";

/** The site that passkeys are bound to: the public address, else the one that was asked (a browser
 *  shows its passkeys for that address only). */
export const relyingParty = (desk: Desk, c: Context): { origin: string; rpID: string } => {
  const asked = new URL(c.req.url);
  const origin = desk.settings.publicUrl
    ? new URL(desk.settings.publicUrl).origin
    : c.req.header("origin") ?? asked.origin;
  return { origin, rpID: new URL(origin).hostname };
};
