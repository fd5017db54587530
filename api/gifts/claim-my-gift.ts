import type { BodyOf } from "../../shared/endpoint.ts";
import type { claimMyGift as door } from "../../shared/gifts/endpoints.ts";
import { Problem } from "../../shared/problems.ts";
import { settle } from "../db/settle.ts";
import type { Desk } from "../desk.ts";
import { checkMemberPin } from "../members/check-member-pin.ts";
import { readHoldings } from "../points/holdings.ts";
import { bookClaim, type Booked, readCounter } from "./book-claim.ts";

/** Claims a gift from the phone, to be picked up at a store of the member's brand or sent from it.
 *  @throws Problem pin-missing, pin-wrong, pin-locked, not-found, member-frozen and what
 *  shared/gifts/claim.ts refuses, in that order */
export const claimMyGift = async (
  desk: Desk,
  key: string,
  { giftId, storeId, pin, address, points, moneyFen }: BodyOf<typeof door>,
): Promise<Booked> => {
  const { memberId } = desk.actor;
  if (!memberId) throw new Problem("not-found");
  // Once, before the command: a try is a try, however often the command is decided anew.
  await checkMemberPin(desk, memberId, pin);
  // What the key stands for is kept beside the answer; the PIN is nothing to keep.
  const booked = await settle(desk, key, { giftId, storeId, address }, async () => {
    const [holdings, counter] = await Promise.all([
      readHoldings(desk, memberId),
      readCounter(desk, memberId, giftId, storeId),
    ]);
    return bookClaim(desk, holdings, counter, { address, points, moneyFen });
  });
  desk.nudge(memberId);
  return booked;
};
