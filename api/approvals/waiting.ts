import type { Waiting } from "../../shared/approvals/approval.ts";
import type { ApprovalFound } from "./queries.ts";

/** A row as the pure rule sees it. */
export const waitingOf = (row: ApprovalFound): Waiting => ({
  kind: row.kind,
  askedBy: row.asked_by,
  amount: row.amount,
  brandId: row.brand_id,
  storeId: row.store_id,
  expiresAt: row.expires_at,
  ended: row.end_state,
});
