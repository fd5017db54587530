import type { BodyOf } from "../../shared/endpoint.ts";
import type { claimMyGift as door } from "../../shared/gifts/endpoints.ts";
import { Problem } from "../../shared/problems.ts";
import { settleWithPin } from "../access/settle-with-pin.ts";
import type { Desk } from "../desk.ts";
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
  // What the key stands for is kept beside the answer; the PIN is nothing to keep.
  const input = { giftId, storeId, address };
  const booked = await settleWithPin(desk, key, input, { memberId, pin }, async () => {
    const [holdings, counter] = await Promise.all([
      readHoldings(desk, memberId),
      readCounter(desk, memberId, giftId, storeId),
    ]);
    return bookClaim(desk, holdings, counter, { address, points, moneyFen });
  });
  desk.nudge(memberId);
  return booked;
};
