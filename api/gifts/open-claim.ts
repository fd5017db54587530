import { Problem } from "../../shared/problems.ts";
import type { Desk } from "../desk.ts";
import type { ClaimViewRow } from "./claim-queries.ts";
import { claimState } from "./views.ts";

/** The claim, if it is still to be handed over or cancelled.
 *  @throws Problem claim-used once handed over, claim-over once cancelled or lapsed */
export const openClaim = (desk: Desk, row: ClaimViewRow): ClaimViewRow => {
  const state = claimState(row, desk.now);
  if (state === "handed-over") throw new Problem("claim-used", { at: row.ended_at });
  if (state !== "open") throw new Problem("claim-over", { state });
  return row;
};

/** The open claim, if it is the caller's store's.
 *  @throws Problem not-found (another brand's), claim-sent, claim-elsewhere,
 *  claim-used, claim-over */
export const openClaimHere = (desk: Desk, row: ClaimViewRow | undefined): ClaimViewRow => {
  if (!row || row.brand_id !== desk.actor.brandId) throw new Problem("not-found");
  if (row.way === "delivery") throw new Problem("claim-sent");
  if (row.store_id !== desk.actor.storeId) {
    const store = desk.language === "en" ? row.store_en : row.store_zh;
    throw new Problem("claim-elsewhere", { store });
  }
  return openClaim(desk, row);
};
