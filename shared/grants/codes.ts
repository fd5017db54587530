/** Codes that people hand on, and the mark of a browser. @module */
import * as z from "zod/mini";
import { referralCodeForm } from "./typed-code.ts";

/** How a member tells who brought them: Crockford's letters, none mistaken for another. */
export const ReferralCode = z.string().check(z.regex(referralCodeForm));
export const LinkCode = z.string().check(z.regex(/^[\w-]{8,24}$/));
/** Made by chance and kept by a browser, so that nobody is somebody else on their own phone. */
export const BrowserMark = z.string().check(z.regex(/^[\w-]{16,64}$/));
