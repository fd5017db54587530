import type { changeMemberState as door } from "../../shared/console/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import { forget } from "../access/known.ts";
import { auditRow } from "../audit/queries.ts";
import type { Desk } from "../desk.ts";
import { memberInScope } from "./member-in-scope.ts";
import { updateMemberState } from "./member-queries.ts";

/** Freezes a member or lets them go on. From the answer on no scan, no sale, no phone and no claim of
 *  theirs is served; what was read before and is written after is refused by the database
 *  (migration 0017). Asking for the state that is there changes nothing and is no mistake.
 *  @throws Problem not-found, changed-meanwhile for a membership that was closed */
export const changeMemberState = async (
  desk: Desk,
  memberId: string,
  { state, reason }: BodyOf<typeof door>,
): Promise<{ done: true }> => {
  const m = await memberInScope(desk, memberId);
  if (m.state === "closed") throw new Problem("changed-meanwhile");
  if (m.state === state) return { done: true };
  await desk.db.write([
    updateMemberState.row({ id: memberId, state }),
    auditRow(desk, {
      action: state === "frozen" ? "member.frozen" : "member.unfrozen",
      subject: memberId,
      before: { state: m.state },
      after: { state, reason },
      brandId: m.brand_id,
    }),
  ], [memberId]);
  forget(desk.db, memberId);
  desk.nudge(memberId);
  return { done: true };
};
