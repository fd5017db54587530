/** The member's invitation code, and whose code one is. @module */
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import type { openReferral, showReferral } from "../../shared/grants/endpoints.ts";
import { maskName } from "../../shared/cards/mask.ts";
import { Problem } from "../../shared/problems.ts";
import { Collision } from "../db/collision.ts";
import type { Desk } from "../desk.ts";
import { takeTry } from "../http/limits.ts";
import { rulesAt } from "../points/queries.ts";
import { grantsOf } from "./grant-rules.ts";
import {
  codeOfMember,
  insertReferralCode,
  noteOwnBrowser,
  referrerByCode,
} from "./referral-queries.ts";

/** Crockford's letters: read aloud at a counter, none is mistaken for another. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const newCode = (desk: Desk): string =>
  Array.from(desk.chance(8), (byte) => alphabet[byte & 31]).join("");

/** A mark as it is kept: of no use outside this house. */
export const markOf = (desk: Desk, mark: string): string => desk.keys.index("browser", mark);

/** @throws Problem grant-off */
export const openOwnReferral = async (
  desk: Desk,
  { mark }: BodyOf<typeof openReferral>,
): Promise<AnswerOf<typeof openReferral>> => {
  const memberId = desk.actor.memberId!;
  const brandId = desk.actor.brandId!;
  const own = noteOwnBrowser.row({
    member_id: memberId,
    mark: markOf(desk, mark),
    seen_at: desk.now,
  });
  for (let attempt = 0; attempt < 4; attempt++) {
    const [[kept], [rules]] = await Promise.all([
      desk.db.read(codeOfMember, [memberId]),
      desk.db.read(rulesAt, [brandId, desk.now]),
    ]);
    if (!rules || !grantsOf(rules).referral) throw new Problem("grant-off");
    const code = kept?.code ?? newCode(desk);
    const row = { member_id: memberId, code, brand_id: brandId, created_at: desk.now };
    try {
      await desk.db.write(kept ? [own] : [own, insertReferralCode.row(row)]);
      return { code };
    } catch (error) {
      if (!(error instanceof Collision)) throw error;
    }
  }
  throw new Problem("too-busy", { retryAfterSeconds: 1 });
};

const looksMax = { max: 60, windowMs: 10 * 60_000 };

/** @throws Problem referral-unknown, too-many */
export const showInvitation = async (
  desk: Desk,
  code: string,
): Promise<AnswerOf<typeof showReferral>> => {
  await takeTry(desk, `referral-look ${desk.address}`, looksMax);
  const [referrer] = await desk.db.read(referrerByCode, [code]);
  const [rules] = referrer ? await desk.db.read(rulesAt, [referrer.brand_id, desk.now]) : [];
  const referral = rules && grantsOf(rules).referral;
  if (!referrer || referrer.state !== "active" || !referral) throw new Problem("referral-unknown");
  return {
    brandId: referrer.brand_id,
    referrerNameMasked: maskName(referrer.name),
    friendPoints: referral.friendPoints,
    minSaleFen: referral.minSaleFen,
    waitDays: referral.waitDays,
  };
};
