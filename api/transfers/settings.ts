/** What members may send each other, as head office sets it. @module */
import type * as doors from "../../shared/console/transfer-doors.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import { mustReach, mustReachBrand } from "../access/within.ts";
import { auditRow } from "../audit/queries.ts";
import { Collision } from "../db/collision.ts";
import type { Desk } from "../desk.ts";
import { policyIn } from "./policy.ts";
import { putTransferPolicy, transferPolicyOf, waitingOf } from "./queries.ts";

/** @throws Problem not-found */
export const showTransferSettings = async (
  desk: Desk,
  brandId: string,
): Promise<AnswerOf<typeof doors.showTransferSettings>> => {
  mustReach(desk, brandId);
  const [[row], [waiting]] = await Promise.all([
    desk.db.read(transferPolicyOf, [brandId]),
    desk.db.read(waitingOf, [brandId]),
  ]);
  return {
    revision: row?.revision ?? 0,
    policy: policyIn(row),
    waiting: waiting?.gifts ?? 0,
    waitingPoints: waiting?.points ?? 0,
  };
};

/** @throws Problem not-found, not-allowed, changed-meanwhile */
export const putTransferSettings = async (
  desk: Desk,
  { brandId, revision, policy }: BodyOf<typeof doors.putTransferSettings>,
): Promise<AnswerOf<typeof doors.putTransferSettings>> => {
  mustReachBrand(desk, brandId);
  const [row] = await desk.db.read(transferPolicyOf, [brandId]);
  if ((row?.revision ?? 0) !== revision) throw new Problem("changed-meanwhile");
  try {
    await desk.db.write([
      putTransferPolicy.row({
        brand_id: brandId,
        enabled: policy.enabled ? 1 : 0,
        least: policy.least,
        per_gift: policy.perGift,
        per_day: policy.perDay,
        per_month: policy.perMonth,
        accept_days: policy.acceptDays,
        revision: revision + 1,
        changed_at: desk.now,
        changed_by: desk.actor.staffId ?? desk.actor.apiKeyId ?? null,
      }),
      auditRow(desk, {
        action: "transfer.settings-changed",
        subject: brandId,
        before: policyIn(row),
        after: policy,
        brandId,
      }),
    ], [`transfer policy ${brandId}`]);
  } catch (error) {
    if (error instanceof Collision) throw new Problem("changed-meanwhile");
    throw error;
  }
  return { revision: revision + 1 };
};
