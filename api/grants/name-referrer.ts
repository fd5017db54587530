/** Whoever joins says who brought them: rows for the batch that makes the member. @module */
import { referralRefusal } from "../../shared/grants/referral.ts";
import { Problem } from "../../shared/problems.ts";
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { markOf } from "./open-referral.ts";
import { insertReferral, isOwnBrowser, referrerByCode } from "./referral-queries.ts";

export type Naming = {
  code: string;
  /** Of the browser in which somebody joins; none at a till. */
  mark: string | null;
  brandId: string;
  friendId: string;
  phoneIndex: string | null;
  way: "phone" | "counter" | "till";
  at: number;
};

/** @throws Problem referral-unknown, referral-self */
export const nameReferrer = async (desk: Desk, n: Naming): Promise<Write[]> => {
  const [referrer] = await desk.db.read(referrerByCode, [n.code]);
  const known = referrer?.brand_id === n.brandId && referrer.state === "active" ? referrer : null;
  const [own] = known && n.mark
    ? await desk.db.read(isOwnBrowser, [known.member_id, markOf(desk, n.mark)])
    : [];
  const refusal = referralRefusal({
    referrerId: known?.member_id ?? null,
    friendId: n.friendId,
    samePerson: own !== undefined ||
      (n.phoneIndex !== null && known?.phone_index === n.phoneIndex),
  });
  if (refusal || !known) throw new Problem(refusal ?? "referral-unknown");
  return [insertReferral.row({
    friend_id: n.friendId,
    referrer_id: known.member_id,
    brand_id: n.brandId,
    way: n.way,
    named_at: n.at,
  })];
};
