/** Withdrawing a version that was published for later: it never holds, and what would have followed
 *  without it does. @module */
import type * as doors from "../../shared/console/programme-doors.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import { mustReach, mustReachBrand } from "../access/within.ts";
import type { Approvable } from "../approvals/approvables.ts";
import { type ApprovalFound, askApproval } from "../approvals/queries.ts";
import { auditRow } from "../audit/queries.ts";
import { type Decision, settle } from "../db/settle.ts";
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { parametersIn } from "../parameters/queries.ts";
import { insertWithdrawn, versionById, versionInForce } from "./queries.ts";

type Answer = AnswerOf<typeof doors.withdrawVersion>;
type Asked = { rulesId: string; version: number; effectiveFrom: number; reason: string };
const askedIn = (approval: ApprovalFound): Asked => JSON.parse(approval.asked) as Asked;

/** Before the first version the first one holds: where none has begun, none can be withdrawn.
 *  @throws Problem not-found, version-withdrawn, version-begun */
const mustBeToCome = async (desk: Desk, rulesId: string) => {
  const [version] = await desk.db.read(versionById, [rulesId]);
  if (!version) throw new Problem("not-found");
  mustReach(desk, version.brand_id);
  if (version.withdrawn_at !== null) throw new Problem("version-withdrawn");
  const [now] = await desk.db.read(versionInForce, [version.brand_id, desk.now]);
  if (!now || version.effective_from <= desk.now) throw new Problem("version-begun");
  return version;
};

const withdrawalRows = (
  desk: Desk,
  { rulesId, version, effectiveFrom, reason }: Asked,
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

/** @throws Problem not-found, not-allowed, version-withdrawn, version-begun, second-person-needed */
export const withdrawVersion = (
  desk: Desk,
  key: string,
  rulesId: string,
  input: BodyOf<typeof doors.withdrawVersion>,
): Promise<Answer> =>
  settle(desk, key, { rulesId, ...input }, async (): Promise<Decision<Answer>> => {
    const found = await mustBeToCome(desk, rulesId);
    const { brand_id: brandId, version, effective_from: effectiveFrom } = found;
    mustReachBrand(desk, brandId);
    const { reason } = input;
    const asked: Asked = { rulesId, version, effectiveFrom, reason };
    const touches = [`rules ${brandId}`, rulesId];
    const { publishNeedsSecond } = await parametersIn(desk, brandId);
    if (publishNeedsSecond) {
      if (!desk.actor.staffId) throw new Problem("second-person-needed");
      const subject = rulesId;
      const kind = "rules.withdraw" as const;
      const request = await askApproval(desk, { kind, subject, brandId, asked, reason });
      return { answer: { approvalId: request.approvalId }, writes: request.writes, touches };
    }
    const staffId = desk.actor.staffId ?? desk.actor.apiKeyId ?? null;
    const writes = withdrawalRows(desk, asked, { brandId, staffId, approvalId: null });
    return { answer: { approvalId: null }, writes, touches };
  });

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
