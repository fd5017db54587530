import { Problem } from "../../shared/problems.ts";
import { mustReach } from "../access/within.ts";
import type { Desk } from "../desk.ts";
import { type OfficeMember, officeMember } from "./member-queries.ts";

/** A member in the caller's scope. @throws Problem not-found */
export const memberInScope = async (desk: Desk, memberId: string): Promise<OfficeMember> => {
  const [member] = await desk.db.read(officeMember, [memberId]);
  if (!member) throw new Problem("not-found");
  mustReach(desk, member.brand_id);
  return member;
};
