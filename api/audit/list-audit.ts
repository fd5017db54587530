import { and, desc, eq, inArray, lt, sql } from "drizzle-orm";
import type { listAudit as door } from "../../shared/console/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import type { Desk } from "../desk.ts";
import { apiKey, staff } from "../staff/tables.ts";
import { terminal } from "../terminals/tables.ts";
import { auditLog } from "./tables.ts";

/** The operation log in the caller's scope, newest first. What concerns every brand is shown to who
 *  answers for every brand. @param before id of the last row of the page before */
export const listAudit = async (
  desk: Desk,
  { before, limit = 50 }: { before?: string; limit?: number },
): Promise<AnswerOf<typeof door>> => {
  const { scope: { brandIds, storeIds } } = desk.actor;
  const rows = await desk.db.cold.select({
    row: auditLog,
    name: sql<string | null>`coalesce(${staff.name}, ${apiKey.label}, ${terminal.label})`,
  }).from(auditLog)
    .leftJoin(staff, eq(staff.id, auditLog.actorId))
    .leftJoin(apiKey, eq(apiKey.id, auditLog.actorId))
    .leftJoin(terminal, eq(terminal.id, auditLog.actorId))
    .where(and(
      brandIds === null ? undefined : inArray(auditLog.brandId, [...brandIds]),
      storeIds === null ? undefined : inArray(auditLog.storeId, [...storeIds]),
      before ? lt(auditLog.id, before) : undefined,
    ))
    .orderBy(desc(auditLog.id)).limit(limit + 1);
  const page = rows.slice(0, limit);
  return {
    rows: page.map(({ row, name }) => ({
      id: row.id,
      at: row.at,
      actorName: name ?? row.actorRole,
      actorRole: row.actorRole,
      action: row.action,
      subject: row.subject,
      before: row.beforeJson,
      after: row.afterJson,
    })),
    nextBefore: rows.length > limit ? page.at(-1)!.row.id : null,
  };
};
