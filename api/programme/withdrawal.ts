/** How a version that has not begun is withdrawn, at once or by a second person's yes. @module */
import { Problem } from "../../shared/problems.ts";
import { mustReach } from "../access/within.ts";
import type { Approvable } from "../approvals/approvables.ts";
import type { ApprovalFound } from "../approvals/queries.ts";
import { auditRow } from "../audit/queries.ts";
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { insertWithdrawn, versionById, versionInForce } from "./queries.ts";

/** What is asked of a second person, as JSON. */
export type Withdrawal = {
  rulesId: string;
  version: number;
  effectiveFrom: number;
  reason: string;
};
const askedIn = (approval: ApprovalFound): Withdrawal => JSON.parse(approval.asked) as Withdrawal;

/** Before the first version the first one holds: where none has begun, none can be withdrawn.
 *  @throws Problem not-found, version-withdrawn, version-begun */
export const mustBeToCome = async (desk: Desk, rulesId: string) => {
  const [version] = await desk.db.read(versionById, [rulesId]);
  if (!version) throw new Problem("not-found");
  mustReach(desk, version.brand_id);
  if (version.withdrawn_at !== null) throw new Problem("version-withdrawn");
  const [now] = await desk.db.read(versionInForce, [version.brand_id, desk.now]);
  if (!now || version.effective_from <= desk.now) throw new Problem("version-begun");
  return version;
};

export const withdrawalRows = (
  desk: Desk,
  { rulesId, version, effectiveFrom, reason }: Withdrawal,
  by: { brandId: string; staffId: string | null; approvalId: string | null },
): Write[] => [
  insertWithdrawn.row({
    rules_id: rulesId,
    reason,
    withdrawn_by: by.staffId,
    approval_id: by.approvalId,
    at: desk.now,
  }),
  auditRow(desk, {
    action: "rules.withdrawn",
    subject: rulesId,
    before: { version, effectiveFrom },
    after: { reason, ...(by.approvalId ? { approvalId: by.approvalId } : {}) },
    brandId: by.brandId,
  }),
];

/** A second person's yes. */
export const approvedWithdrawal: Approvable = {
  carryOut: async (desk, approval) => {
    const asked = askedIn(approval);
    const { brand_id: brandId } = await mustBeToCome(desk, asked.rulesId);
    const by = { brandId, staffId: approval.asked_by, approvalId: approval.id };
    return {
      writes: withdrawalRows(desk, asked, by),
      touches: [`rules ${brandId}`, asked.rulesId],
    };
  },
  effect: async (desk, approval) => {
    const { rulesId, version, effectiveFrom } = askedIn(approval);
    const toCome = await mustBeToCome(desk, rulesId).catch((error: unknown) => {
      if (error instanceof Problem) return null;
      throw error;
    });
    return toCome && { version, effectiveFrom };
  },
};
