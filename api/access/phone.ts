/** Phone numbers at rest: encrypted for one row, found by a keyed index, shown masked. @module */
import { maskPhone } from "../../shared/cards/mask.ts";
import type { Keys } from "./keys.ts";

export type PhoneFields = { phone_cipher: string; phone_index: string; phone_tail: string };

const place = (memberId: string): string => `member/phone/${memberId}`;

/** How a phone is found within a brand; the same number has another index in every brand. */
export const phoneIndex = (keys: Keys, brandId: string, phone: string): string =>
  keys.index(`phone/${brandId}`, phone);

/** Columns of `member` for a phone. */
export const phoneFields = (
  keys: Keys,
  memberId: string,
  brandId: string,
  phone: string,
): PhoneFields => ({
  phone_cipher: keys.seal(place(memberId), phone),
  phone_index: phoneIndex(keys, brandId, phone),
  phone_tail: phone.slice(-4),
});

/** A member's phone in clear: for sending a message to it, or a logged reveal. */
export const phoneOf = (
  keys: Keys,
  member: { id: string; phone_cipher: string | null },
): string | null =>
  member.phone_cipher === null ? null : keys.open(place(member.id), member.phone_cipher);

/** The phone for screens: 138****8000. */
export const maskedPhoneOf = (
  keys: Keys,
  member: { id: string; phone_cipher: string | null },
): string | null => {
  const phone = phoneOf(keys, member);
  return phone === null ? null : maskPhone(phone);
};

/** Ranges that mainland carriers give to people (MIIT numbering, 2024): data-only cards (14x, most)
 *  and satellite numbers get no SMS, foreign premium numbers do not match at all. */
const mobile = /^1(?:3\d|4[579]|5[0-35-9]|6[2567]|7[0-35-8]|8\d|9[0-35-9])\d{8}$/;

/** Can a one-time code be sent there? */
export const takesCodes = (phone: string): boolean => mobile.test(phone);
