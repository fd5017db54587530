/** Asks that the open points of a version be good for longer. Never alone, never for less. @module */
import type * as doors from "../../shared/console/programme-doors.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import { mustReach, mustReachBrand } from "../access/within.ts";
import { askApproval } from "../approvals/queries.ts";
import { settle } from "../db/settle.ts";
import type { Desk } from "../desk.ts";
import { extensionsOf, lapsingOfVersion } from "./extension-queries.ts";
import { versionById } from "./queries.ts";

/** @throws Problem not-found, not-allowed, second-person-needed, nothing-to-extend */
export const extendVersion = (
  desk: Desk,
  key: string,
  rulesId: string,
  input: BodyOf<typeof doors.extendVersion>,
): Promise<AnswerOf<typeof doors.extendVersion>> =>
  settle(desk, key, { rulesId, ...input }, async () => {
    const [[version], [open]] = await Promise.all([
      desk.db.read(versionById, [rulesId]),
      desk.db.read(lapsingOfVersion, [rulesId, desk.now]),
    ]);
    if (!version) throw new Problem("not-found");
    mustReach(desk, version.brand_id);
    mustReachBrand(desk, version.brand_id);
    if (!desk.actor.staffId) throw new Problem("second-person-needed");
    if (!open?.points) throw new Problem("nothing-to-extend");
    const { days, reason } = input;
    const { approvalId, writes } = await askApproval(desk, {
      kind: "validity.extend",
      subject: rulesId,
      brandId: version.brand_id,
      asked: { rulesId, version: version.version, days, reason },
      reason,
    });
    return { answer: { approvalId }, writes, touches: [rulesId] };
  });

/** @throws Problem not-found */
export const listExtensions = async (
  desk: Desk,
  brandId: string,
): Promise<AnswerOf<typeof doors.listExtensions>> => {
  mustReach(desk, brandId);
  const rows = await desk.db.readSeen(extensionsOf, [brandId], desk.seen);
  return {
    extensions: rows.map((row) => ({
      id: row.id,
      rulesId: row.rules_id,
      version: row.version,
      days: row.days,
      reason: row.reason,
      askedBy: row.asked_by,
      approvedBy: row.approved_by,
      at: row.at,
      accounts: row.accounts,
      points: row.points,
      doneAt: row.done_at,
    })),
  };
};
