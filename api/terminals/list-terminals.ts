import { asc, desc, eq } from "drizzle-orm";
import type { listTerminals as door } from "../../shared/console/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { within } from "../access/within.ts";
import type { Desk } from "../desk.ts";
import { staff } from "../staff/tables.ts";
import { terminal } from "./tables.ts";

/** Terminals in the caller's scope, active ones first, and who approved them. */
export const listTerminals = async (desk: Desk): Promise<AnswerOf<typeof door>> => {
  const rows = await desk.db.cold.select({ terminal, approvedBy: staff.name }).from(terminal)
    .leftJoin(staff, eq(staff.id, terminal.approvedBy))
    .where(within(desk.actor.scope, terminal.brandId, terminal.storeId))
    .orderBy(asc(terminal.state), desc(terminal.id)).limit(1000);
  return {
    terminals: rows.map(({ terminal: t, approvedBy }) => ({
      id: t.id,
      storeId: t.storeId,
      kind: t.kind,
      label: t.label,
      state: t.state,
      approvedBy,
      approvedAt: t.approvedAt,
      lastSeenAt: t.lastSeenAt,
    })),
  };
};
