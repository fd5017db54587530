import { approvalKinds, mayDecide, stateOf } from "../../shared/approvals/approval.ts";
import { dayOf, startOfDay } from "../../shared/business-day.ts";
import type { decideApproval as door } from "../../shared/console/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import { limitsOf } from "../../shared/access.ts";
import { Problem } from "../../shared/problems.ts";
import { auditRow } from "../audit/queries.ts";
import { adjustedAlone } from "../console/member-queries.ts";
import { Collision } from "../db/collision.ts";
import { settle } from "../db/settle.ts";
import type { Desk } from "../desk.ts";
import { approvables } from "./approvables.ts";
import { approvalById, type ApprovalFound, approvedBy, endApproval } from "./queries.ts";
import { waitingOf } from "./waiting.ts";

/** A request that the caller may decide now.
 *  @throws Problem not-found, approval-over, approval-own, not-allowed, over-limit */
const decidable = async (desk: Desk, approvalId: string): Promise<ApprovalFound> => {
  const [found] = await desk.db.read(approvalById, [approvalId]);
  if (!found) throw new Problem("not-found");
  switch (mayDecide(desk.actor, waitingOf(found), desk.now)) {
    case "yes":
      return found;
    case "place":
      throw new Problem("not-found");
    case "over":
      throw new Problem("approval-over", { state: stateOf(waitingOf(found), desk.now) });
    case "own":
      throw new Problem("approval-own");
    case "permission":
      throw new Problem("not-allowed");
    case "limit":
      throw new Problem("over-limit", { limit: limitsOf(desk.actor).adjustmentApprove });
  }
};

/** Points the caller may approve in a day; null: the kind has no limit. */
const dayMostOf = (desk: Desk, kind: ApprovalFound["kind"]): number | null => {
  if (approvalKinds[kind].limit === null) return null;
  const { adjustmentDay, adjustmentApprove } = limitsOf(desk.actor);
  return Math.max(adjustmentDay, adjustmentApprove);
};

/** A day's approvals and what the person moved alone are held against one limit: two people cannot
 *  lend each other theirs without end. @throws Problem day-limit */
const mustFitDay = async (desk: Desk, { kind, amount }: ApprovalFound): Promise<number | null> => {
  const most = dayMostOf(desk, kind);
  if (most === null) return null;
  const day = dayOf(desk.now);
  const [[approved], [alone]] = await Promise.all([
    desk.db.read(approvedBy, [desk.actor.id, startOfDay(day)]),
    desk.db.read(adjustedAlone, [desk.actor.staffId ?? desk.actor.id, day]),
  ]);
  const left = most - (alone?.points ?? 0);
  if ((approved?.points ?? 0) + amount > left) throw new Problem("day-limit", { limit: most });
  return left;
};

const endOf = (
  desk: Desk,
  { id, subject, brand_id, store_id, kind, amount, asked_by }: ApprovalFound,
  state: "approved" | "refused" | "withdrawn",
  reason: string,
  dayMost: number | null = null,
) => [
  endApproval.row({
    approval_id: id,
    state,
    reason,
    decided_by: desk.actor.id,
    decided_role: desk.actor.role,
    decided_at: desk.now,
    day_most: dayMost,
  }),
  auditRow(desk, {
    action: `approval.${state}`,
    subject,
    before: { state: "waiting" },
    after: { state, kind, approvalId: id, amount, askedBy: asked_by, reason },
    brandId: brand_id,
    ...(store_id ? { storeId: store_id } : {}),
  }),
];

/** Approves a request, which takes effect in the same batch, or refuses it. Of two people at once one
 *  decides. @throws Problem not-found, approval-over, approval-own, not-allowed, over-limit and what
 *  the kind refuses */
export const decideApproval = async (
  desk: Desk,
  key: string,
  approvalId: string,
  { decision, reason }: BodyOf<typeof door>,
): Promise<{ done: true }> => {
  let decided: ApprovalFound | null = null;
  const answer = await settle(desk, key, { approvalId, decision, reason }, async () => {
    const found = await decidable(desk, approvalId);
    const approvable = approvables[found.kind];
    if (!approvable) throw new Problem("not-found");
    const dayMost = decision === "approve" ? await mustFitDay(desk, found) : null;
    const { writes, touches } = decision === "approve"
      ? await approvable.carryOut(desk, found)
      : { writes: [], touches: [] };
    decided = decision === "approve" ? found : null;
    return {
      answer: { done: true as const },
      writes: [
        ...writes,
        ...endOf(desk, found, decision === "approve" ? "approved" : "refused", reason, dayMost),
      ],
      touches: [...touches, approvalId],
    };
  });
  if (decided) approvables[(decided as ApprovalFound).kind]?.after?.(desk, decided);
  return answer;
};

/** Takes one's own request back. @throws Problem not-found, approval-over, not-allowed */
export const withdrawApproval = async (desk: Desk, approvalId: string): Promise<{ done: true }> => {
  const [found] = await desk.db.read(approvalById, [approvalId]);
  if (!found) throw new Problem("not-found");
  const waiting = waitingOf(found);
  if (mayDecide(desk.actor, waiting, desk.now) === "place") throw new Problem("not-found");
  const state = stateOf(waiting, desk.now);
  if (state !== "waiting") throw new Problem("approval-over", { state });
  if (found.asked_by !== desk.actor.id) throw new Problem("not-allowed");
  try {
    await desk.db.write(endOf(desk, found, "withdrawn", ""), [approvalId]);
  } catch (error) {
    if (error instanceof Collision) throw new Problem("approval-over");
    throw error;
  }
  return { done: true };
};
