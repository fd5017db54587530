/** Text that people type as a name: what is stored is what is seen. @module */
import * as z from "zod/mini";

/** Control characters, zero-width spaces and marks that turn the direction of what follows: in a name
 *  they only serve to make it look like another (threat W5). */
const UNSEEN = "\\p{Cc}\\u061c\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff";
const seenAlone = new RegExp(`^[^${UNSEEN}]*$`, "u");
const unseen = new RegExp(`[${UNSEEN}]`, "gu");

/** What is seen of a text: a name that was copied from elsewhere often brings such marks along. */
export const withoutUnseen = (text: string): string => text.replace(unseen, "").trim();

/** One line of `min` to `max` characters, composed (NFC), without spaces at its ends.
 *  @param max length in UTF-16 units */
export const PlainText = (max: number, min = 0) =>
  z.string().check(
    z.normalize("NFC"),
    z.trim(),
    z.minLength(min),
    z.maxLength(max),
    z.regex(seenAlone, "no control characters"),
  );
