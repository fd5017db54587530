/** What a terminal sees of a scan. @module */
import type { explainScanEntry, ScanView, showScanAccount } from "../../shared/cards/endpoints.ts";
import { Problem } from "../../shared/problems.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import type { PointsSummary } from "../../shared/members/member.ts";
import type { DiscountSource } from "../../shared/tiers/discount.ts";
import type { Desk } from "../desk.ts";
import type { MemberRow } from "../members/queries.ts";
import { maskedMember } from "../members/show-member.ts";
import { explain, historyOf, lotsOf, summaryOf } from "../points/show-points.ts";
import { ownScan, scanById, type ScanRow } from "./queries.ts";

export const scanView = (
  desk: Desk,
  scan: Omit<ScanRow, "used_by">,
  member: MemberRow,
  points: PointsSummary,
  discounts: DiscountSource[],
): ScanView => ({
  scanId: scan.id,
  rights: scan.rights,
  via: scan.via,
  member: maskedMember(desk, member),
  points,
  discounts,
  hasPin: member.pin_hash !== null,
  hasPhone: member.phone_cipher !== null,
  expiresAt: scan.expires_at,
});

/** @throws Problem scan-expired */
export const findScan = async (desk: Desk, scanId: string): Promise<ScanRow> =>
  ownScan(desk, (await desk.db.read(scanById, [scanId]))[0]);

/** @throws Problem scan-expired */
export const account = async (
  desk: Desk,
  scanId: string,
): Promise<AnswerOf<typeof showScanAccount>> => {
  const scan = await findScan(desk, scanId);
  const [points, lots, history] = await Promise.all([
    summaryOf(desk, scan.account_id),
    lotsOf(desk, scan.account_id),
    historyOf(desk, scan.account_id, { limit: 20 }),
  ]);
  return { points, lots, history };
};

/** What was bought is nobody's to see who only knows a phone number.
 *  @throws Problem scan-expired, scan-earn-only, not-found */
export const explainEntry = async (
  desk: Desk,
  scanId: string,
  journalId: string,
): Promise<AnswerOf<typeof explainScanEntry>> => {
  const scan = await findScan(desk, scanId);
  if (scan.via === "phone" && scan.rights === "earn") throw new Problem("scan-earn-only");
  return explain(desk, scan.account_id, journalId);
};
