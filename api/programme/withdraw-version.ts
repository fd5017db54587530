/** Withdrawing a version that was published for later: it never holds, and what would have followed
 *  without it does. @module */
import type * as doors from "../../shared/console/programme-doors.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import { mustReachBrand } from "../access/within.ts";
import { askApproval } from "../approvals/queries.ts";
import { type Decision, settle } from "../db/settle.ts";
import type { Desk } from "../desk.ts";
import { parametersIn } from "../parameters/queries.ts";
import { mustBeToCome, type Withdrawal, withdrawalRows } from "./withdrawal.ts";

type Answer = AnswerOf<typeof doors.withdrawVersion>;

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
    const asked: Withdrawal = { rulesId, version, effectiveFrom, reason };
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
