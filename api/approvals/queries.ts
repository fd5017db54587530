/** Statements of what waits for a second person; other rooms put `askApproval(…).writes` into their
 *  own batch. How a room registers a kind is told in shared/approvals/approval.ts. @module */
import type { ApprovalKind } from "../../shared/approvals/approval.ts";
import { auditRow } from "../audit/queries.ts";
import { inserting, ranks, reading, type Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { parametersIn } from "../parameters/queries.ts";
import { defaultParameters } from "../../shared/parameters/parameters.ts";

export type ApprovalRecord = {
  id: string;
  kind: ApprovalKind;
  subject: string;
  brand_id: string | null;
  store_id: string | null;
  /** What was asked; JSON of the kind's own making. */
  asked: string;
  amount: number;
  reason: string;
  asked_by: string;
  asked_role: string;
  asked_at: number;
  expires_at: number;
};
export type ApprovalFound = ApprovalRecord & {
  asked_by_name: string;
  end_state: "approved" | "refused" | "withdrawn" | null;
  end_reason: string | null;
  decided_by: string | null;
  decided_by_name: string | null;
  decided_at: number | null;
};

export const approvalColumns = `a.*, s.name as asked_by_name, e.state as end_state,
  e.reason as end_reason, e.decided_by, d.name as decided_by_name, e.decided_at`;

export const approvalById = reading<[approvalId: string], ApprovalFound>(
  "approval by id",
  `select j.key as n, ${approvalColumns}
   from json_each(?1) j join approval a on a.id = j.value->>0
   join staff s on s.id = a.asked_by
   left join approval_end e on e.approval_id = a.id left join staff d on d.id = e.decided_by`,
);

/** Waiting requests about one subject, for screens that must not ask twice. */
export const waitingAbout = reading<
  [subject: string, now: number],
  { id: string; kind: ApprovalKind; amount: number; asked: string; asked_at: number }
>(
  "requests waiting about a subject",
  `select j.key as n, a.id, a.kind, a.amount, a.asked, a.asked_at
   from json_each(?1) j join approval a on a.subject = j.value->>0 and a.expires_at > j.value->>1
   where not exists (select 1 from approval_end e where e.approval_id = a.id)
   order by j.key, a.asked_at desc`,
);

export const insertApproval = inserting<ApprovalRecord>("approval", ranks.cause, [
  "id",
  "kind",
  "subject",
  "brand_id",
  "store_id",
  "asked",
  "amount",
  "reason",
  "asked_by",
  "asked_role",
  "asked_at",
  "expires_at",
]);

/** The one end of a request: a second one collides, in whatever batch it comes. */
export const endApproval = inserting<{
  approval_id: string;
  state: "approved" | "refused" | "withdrawn";
  reason: string;
  decided_by: string;
  decided_role: string;
  decided_at: number;
  /** Points this person may approve on this day; null: nothing is counted. */
  day_most: number | null;
}>("approval_end", ranks.causeLine, [
  "approval_id",
  "state",
  "reason",
  "decided_by",
  "decided_role",
  "decided_at",
  "day_most",
]);

/** Points a person approved since an instant (ms). */
export const approvedBy = reading<[staffId: string, since: number], { points: number }>(
  "points approved by a person",
  `select j.key as n, coalesce(sum(a.amount), 0) as points from json_each(?1) j
   join approval_end e on e.decided_by = j.value->>0 and e.decided_at >= j.value->>1
     and e.day_most is not null
   join approval a on a.id = e.approval_id group by j.key`,
);

export type Request = {
  kind: ApprovalKind;
  /** Id of what it is about. */
  subject: string;
  brandId: string | null;
  storeId?: string | null;
  /** What is to happen on approval; read back by the kind's own function. */
  asked: unknown;
  /** What the second person's limit is held against; 0 where the kind has none. */
  amount?: number;
  reason: string;
  /** How long it waits, where the brand's parameters have been read already. */
  approvalDays?: number;
};

const dayMs = 86_400_000;

const approvalDaysOf = async (desk: Desk, brandId: string | null): Promise<number> =>
  (brandId === null ? defaultParameters : await parametersIn(desk, brandId)).approvalDays;

/** Rows that let something wait for a second person, for the batch of the verb that asks, with its
 *  line in the log. */
export const askApproval = async (
  desk: Desk,
  { kind, subject, brandId, storeId = null, asked, amount = 0, reason, ...known }: Request,
): Promise<{ approvalId: string; writes: Write[] }> => {
  const approvalDays = known.approvalDays ?? await approvalDaysOf(desk, brandId);
  const approvalId = desk.id("approval");
  return {
    approvalId,
    writes: [
      insertApproval.row({
        id: approvalId,
        kind,
        subject,
        brand_id: brandId,
        store_id: storeId,
        asked: JSON.stringify(asked),
        amount,
        reason,
        asked_by: desk.actor.staffId ?? desk.actor.id,
        asked_role: desk.actor.role,
        asked_at: desk.now,
        expires_at: desk.now + approvalDays * dayMs,
      }),
      auditRow(desk, {
        action: "approval.asked",
        subject,
        after: { kind, approvalId, amount, reason },
        brandId,
        ...(storeId ? { storeId } : {}),
      }),
    ],
  };
};
