/** Forgets a scan: the member has left. @module */
import type { endScan } from "../../shared/cards/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import type { Desk } from "../desk.ts";
import { endScanNow } from "./queries.ts";
import { findScan } from "./show-scan.ts";

/** Ending what has ended, or what is not the caller's, changes nothing and is no mistake. */
export const end = async (desk: Desk, scanId: string): Promise<AnswerOf<typeof endScan>> => {
  try {
    const scan = await findScan(desk, scanId);
    await desk.db.write([endScanNow.row({ id: scan.id, at: desk.now })]);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "scan-expired") throw error;
  }
  return { done: true };
};
