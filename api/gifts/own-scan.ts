import { Problem } from "../../shared/problems.ts";
import type { ScanRow } from "../cards/queries.ts";
import { isLater } from "../clock-back.ts";
import type { Desk } from "../desk.ts";

/** The scan, if this very terminal or till opened it and it is still good; another till's scan is
 *  answered like one that never was. @throws Problem scan-expired */
export const ownScan = (desk: Desk, scan: ScanRow | undefined): ScanRow => {
  const { terminalId, apiKeyId, storeId } = desk.actor;
  const own = scan && scan.store_id === storeId &&
    (terminalId
      ? scan.terminal_id === terminalId
      : apiKeyId !== undefined && scan.api_key_id === apiKeyId);
  if (!own || scan.expires_at <= desk.now || isLater(scan.opened_at, desk.now)) {
    throw new Problem("scan-expired");
  }
  return scan;
};
