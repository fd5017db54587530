import { Problem } from "../../shared/problems.ts";
import { phoneIndex, phoneOf } from "../access/phone.ts";
import type { Desk } from "../desk.ts";
import { memberById, type MemberRow } from "../members/queries.ts";

/** The member who asks, and the blind index of their own phone; null: they have none.
 *  @throws Problem not-found */
export const ownMember = async (
  desk: Desk,
): Promise<{ member: MemberRow; index: string | null }> => {
  const { memberId } = desk.actor;
  const [member] = memberId ? await desk.db.read(memberById, [memberId]) : [];
  if (!member) throw new Problem("not-found");
  const phone = phoneOf(desk.keys, member);
  return { member, index: phone === null ? null : phoneIndex(desk.keys, member.brand_id, phone) };
};
