import type { BodyOf } from "../../shared/endpoint.ts";
import type { claimGift as door } from "../../shared/gifts/endpoints.ts";
import { Problem } from "../../shared/problems.ts";
import { scanById } from "../cards/queries.ts";
import { settle } from "../db/settle.ts";
import type { Desk } from "../desk.ts";
import { findHoldings } from "../points/holdings.ts";
import { bookClaim, type Booked, readCounter } from "./book-claim.ts";
import { ownScan } from "./own-scan.ts";

/** Exchanges the scanned member's points for one gift at the caller's store. Several gifts may be
 *  claimed with one scan; a scan that paid for a sale is over.
 *  @throws Problem scan-expired, scan-used, scan-earn-only, not-found, member-frozen and what
 *  shared/gifts/claim.ts refuses, in that order */
export const claimGift = async (
  desk: Desk,
  key: string,
  body: BodyOf<typeof door>,
): Promise<Booked> => {
  const { storeId } = desk.actor;
  if (!storeId) throw new Problem("not-found");
  let memberId: string | null = null;
  const booked = await settle(desk, key, body, async () => {
    const [scans, holdings, counter] = await Promise.all([
      desk.db.read(scanById, [body.scanId]),
      findHoldings(desk, body.scanId),
      readCounter(desk, body.scanId, body.giftId, storeId).catch((refusal: unknown) => ({
        refusal,
      })),
    ]);
    const scan = ownScan(desk, scans[0]);
    if (scan.used_by !== null) throw new Problem("scan-used");
    if (scan.rights !== "spend") throw new Problem("scan-earn-only");
    if ("refusal" in counter) throw counter.refusal;
    if (!holdings || holdings.brandId !== desk.actor.brandId) throw new Problem("not-found");
    memberId = holdings.memberId;
    const { points, moneyFen } = body;
    return bookClaim(desk, holdings, counter, { scanId: scan.id, points, moneyFen });
  });
  if (memberId) desk.nudge(memberId);
  return booked;
};
