import { Problem } from "../../shared/problems.ts";
import { forget } from "../access/known.ts";
import { mustReach } from "../access/within.ts";
import { auditRow } from "../audit/queries.ts";
import type { Desk } from "../desk.ts";
import { endSessionsOfTerminal, endTerminal, terminalPlace } from "./queries.ts";

/** Revokes a terminal and signs out whoever works on it: its next request is refused.
 *  @throws Problem not-found */
export const revokeTerminal = async (desk: Desk, terminalId: string): Promise<{ done: true }> => {
  const [row] = await desk.db.read(terminalPlace, [terminalId]);
  if (!row) throw new Problem("not-found");
  mustReach(desk, row.brand_id, row.store_id);
  if (row.state === "revoked") return { done: true };
  await desk.db.write([
    endTerminal.row({ id: terminalId, revoked_at: desk.now }),
    endSessionsOfTerminal.row({ terminal_id: terminalId }),
    auditRow(desk, {
      action: "terminal.revoked",
      subject: terminalId,
      before: { kind: row.kind, label: row.label },
      brandId: row.brand_id,
      storeId: row.store_id,
    }),
  ]);
  forget(desk.db, terminalId);
  return { done: true };
};
