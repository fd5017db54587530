/** Looking claims up: by the code on a ticket, and a member's own. @module */
import { parseCardCode } from "../../shared/cards/card-code.ts";
import { maskName } from "../../shared/cards/mask.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import type { findClaim as door, listMyClaims as myDoor } from "../../shared/gifts/endpoints.ts";
import { Problem } from "../../shared/problems.ts";
import type { Desk } from "../desk.ts";
import { claimByCode, claimsOfMember } from "./claim-queries.ts";
import { claimView } from "./views.ts";

/** The claim behind a scanned or typed code; other stores of the brand see it too, and whether it
 *  is theirs to hand over. @throws Problem code-malformed, not-found (also another brand's) */
export const findClaim = async (
  desk: Desk,
  { code }: BodyOf<typeof door>,
): Promise<AnswerOf<typeof door>> => {
  const parsed = parseCardCode(code);
  if (parsed.kind !== "claim") throw new Problem("code-malformed");
  const [row] = await desk.db.read(claimByCode, [parsed.code]);
  if (!row || row.brand_id !== desk.actor.brandId) throw new Problem("not-found");
  return {
    claim: claimView(row, desk.now),
    memberNameMasked: maskName(row.member_name),
    here: row.store_id === desk.actor.storeId,
  };
};

/** Claims of the signed-in member, newest first, the latest hundred. */
export const listMyClaims = async (desk: Desk): Promise<AnswerOf<typeof myDoor>> => {
  const { memberId } = desk.actor;
  if (!memberId) throw new Problem("not-found");
  const rows = await desk.db.readSeen(claimsOfMember, [memberId], desk.seen);
  return { claims: rows.map((row) => claimView(row, desk.now)) };
};
