/** A second person's yes to an extension: it is kept, and the clock carries it out. @module */
import type { Approvable } from "../approvals/approvables.ts";
import type { ApprovalFound } from "../approvals/queries.ts";
import { auditRow } from "../audit/queries.ts";
import { insertExtension, lapsingOfVersion } from "./extension-queries.ts";

type Asked = { rulesId: string; version: number; days: number; reason: string };
const askedIn = (approval: ApprovalFound): Asked => JSON.parse(approval.asked) as Asked;

export const approvedExtension: Approvable = {
  carryOut: (desk, approval) => {
    const { rulesId, version, days, reason } = askedIn(approval);
    const id = desk.id("extension");
    return Promise.resolve({
      writes: [
        insertExtension.row({
          id,
          brand_id: approval.brand_id!,
          rules_id: rulesId,
          days,
          reason,
          asked_by: approval.asked_by,
          approval_id: approval.id,
          approved_by: desk.actor.id,
          at: desk.now,
        }),
        auditRow(desk, {
          action: "policy.extended",
          subject: id,
          after: { version, days, reason, approvalId: approval.id },
          brandId: approval.brand_id,
        }),
      ],
      touches: [rulesId],
    });
  },
  effect: async (desk, approval) => {
    const { rulesId, version, days } = askedIn(approval);
    const [open] = await desk.db.read(lapsingOfVersion, [rulesId, desk.now]);
    return { version, days, points: open?.points ?? 0, accounts: open?.accounts ?? 0 };
  },
};
