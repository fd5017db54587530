/** An invitation code as people type and scan it; apart from its schema, which no screen needs.
 *  @module */

/** Crockford's letters: read aloud at a counter, none is mistaken for another. */
export const referralCodeForm = /^[0-9A-HJKMNP-TV-Z]{8}$/;

/** A code as somebody types it, or scans it with the whole link around it: small letters, gaps, O for
 *  0 and I or L for 1 are what they meant. */
export const typedReferralCode = (text: string): string => {
  const linked = /[?&]invite=([\w-]+)/.exec(text)?.[1] ?? text;
  return linked.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
};

/** Is this empty or a code? */
export const mayBeReferralCode = (code: string): boolean =>
  code === "" || referralCodeForm.test(code);
