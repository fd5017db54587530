/** What ending a gift of points reads and writes, whichever way it ends. @module */
import { Problem } from "../../shared/problems.ts";
import type { Desk } from "../desk.ts";
import type { Posting } from "../points/posting.ts";
import { insertTransferEnd, type TransferRow } from "./queries.ts";

/** What has ended is over, swept or not. @throws Problem transfer-over */
export const mustWait = (desk: Desk, row: TransferRow): void => {
  if (row.ended_as !== null) throw new Problem("transfer-over", { state: row.ended_as });
  if (row.expires_at <= desk.now) throw new Problem("transfer-over", { state: "lapsed" });
};

/** The one row that ends it. */
export const endRow = (
  desk: Desk,
  row: TransferRow,
  state: "accepted" | "declined" | "cancelled" | "lapsed",
  posting: Posting,
  toAccount: string | null,
) =>
  insertTransferEnd.row({
    transfer_id: row.id,
    state,
    to_account: toAccount,
    journal_id: posting.journalId,
    at: desk.now,
  });
