/** Codes that people hand on, and the mark of a browser. @module */
import * as z from "zod/mini";

/** How a member tells who brought them: Crockford's letters, none mistaken for another. */
export const ReferralCode = z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{8}$/));
export const LinkCode = z.string().check(z.regex(/^[\w-]{8,24}$/));
/** Made by chance and kept by a browser, so that nobody is somebody else on their own phone. */
export const BrowserMark = z.string().check(z.regex(/^[\w-]{16,64}$/));

/** A code as somebody types it, or scans it with the whole link around it: small letters, gaps, O for
 *  0 and I or L for 1 are what they meant. */
export const typedReferralCode = (text: string): string => {
  const linked = /[?&]invite=([\w-]+)/.exec(text)?.[1] ?? text;
  return linked.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
};

/** Is this empty or a code? */
export const mayBeReferralCode = (code: string): boolean =>
  code === "" || ReferralCode.safeParse(code).success;
