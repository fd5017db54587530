/** The operation log: who changed what, where, from what to what. Rows are only ever added, in the
 *  same batch as the change they tell of. @module */
import type { Role } from "../../shared/access.ts";
import type { OwnRoleId } from "../../shared/staff/grant.ts";
import type { LogAction } from "../../shared/console/log-actions.ts";
import { inserting, ranks, type Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";

export type AuditRow = {
  id: string;
  at: number;
  actor_role: string;
  actor_id: string | null;
  terminal_id: string | null;
  brand_id: string | null;
  store_id: string | null;
  action: string;
  subject: string;
  before_json: string | null;
  after_json: string | null;
  request_id: string;
};

const insertAudit = inserting<AuditRow>("audit_log", ranks.audit, [
  "id",
  "at",
  "actor_role",
  "actor_id",
  "terminal_id",
  "brand_id",
  "store_id",
  "action",
  "subject",
  "before_json",
  "after_json",
  "request_id",
]);

export type AuditNote = {
  action: LogAction;
  /** Id of what it happened to. */
  subject: string;
  /** What was and what is; never a secret, a PIN, a full phone number. */
  before?: unknown;
  after?: unknown;
  /** Where; the actor's own place, if it is one, unless said. Null brand: concerns every brand. */
  brandId?: string | null;
  storeId?: string | null;
  /** Who did it, where that is not yet the actor: somebody signing in. */
  by?: { role: Role | OwnRoleId; id: string };
};

/** The one place of a scope, if it is one. */
const only = (ids: readonly string[] | null): string | null => ids?.length === 1 ? ids[0]! : null;

/** A row of the operation log, to go into the batch of the change itself. */
export const auditRow = (desk: Desk, note: AuditNote): Write => {
  const { brandId, storeId, scope } = desk.actor;
  return insertAudit.row({
    id: desk.id("audit"),
    at: desk.now,
    actor_role: note.by?.role ?? desk.actor.roleId ?? desk.actor.role,
    actor_id: note.by?.id ?? desk.actor.staffId ?? desk.actor.id,
    terminal_id: desk.actor.terminalId ?? null,
    brand_id: note.brandId === undefined ? brandId ?? only(scope.brandIds) : note.brandId,
    store_id: note.storeId === undefined ? storeId ?? only(scope.storeIds) : note.storeId,
    action: note.action,
    subject: note.subject,
    before_json: note.before === undefined ? null : JSON.stringify(note.before),
    after_json: note.after === undefined ? null : JSON.stringify(note.after),
    request_id: desk.requestId,
  });
};
