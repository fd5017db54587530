import { type SQL, sql } from "drizzle-orm";
import { mayDecide, stateOf } from "../../shared/approvals/approval.ts";
import type { listApprovals as door } from "../../shared/console/endpoints.ts";
import type { AnswerOf, QueryOf } from "../../shared/endpoint.ts";
import type { Desk } from "../desk.ts";
import { approvables } from "./approvables.ts";
import { approvalColumns, type ApprovalFound } from "./queries.ts";
import { waitingOf } from "./waiting.ts";

type View = AnswerOf<typeof door>["approvals"][number];

const inList = (ids: readonly string[]): SQL =>
  sql`(${sql.join(ids.map((id) => sql`${id}`), sql`, `)})`;

/** Rows of the caller's brands and stores. What concerns a whole brand is not shown to who answers
 *  for some of its stores. */
const reached = ({ actor: { scope } }: Desk): SQL => {
  const brands = scope.brandIds === null ? sql`true` : sql`a.brand_id in ${inList(scope.brandIds)}`;
  const stores = scope.storeIds === null
    ? sql`true`
    : sql`(a.store_id is null or a.store_id in ${inList(scope.storeIds)})`;
  return sql`${brands} and ${stores}`;
};

const found = (desk: Desk, where: SQL, limit: number): Promise<ApprovalFound[]> =>
  desk.db.cold.all<ApprovalFound>(sql`
    select ${sql.raw(approvalColumns)} from approval a join staff s on s.id = a.asked_by
    left join approval_end e on e.approval_id = a.id left join staff d on d.id = e.decided_by
    where ${reached(desk)} and ${where} order by a.id desc limit ${limit}`);

const isWaiting = (now: number): SQL => sql`(e.state is null and a.expires_at > ${now})`;

const viewOf = async (desk: Desk, row: ApprovalFound): Promise<View> => {
  const waiting = waitingOf(row);
  const state = stateOf(waiting, desk.now);
  const verdict = mayDecide(desk.actor, waiting, desk.now);
  const effect = state === "waiting"
    ? await approvables[row.kind]?.effect(desk, row).catch(() => null)
    : null;
  return {
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    brandId: row.brand_id,
    storeId: row.store_id,
    asked: row.asked,
    effect: effect ? JSON.stringify(effect) : null,
    amount: row.amount,
    reason: row.reason,
    askedBy: { id: row.asked_by, name: row.asked_by_name, role: row.asked_role },
    askedAt: row.asked_at,
    expiresAt: row.expires_at,
    state,
    decidedBy: row.decided_by ? { id: row.decided_by, name: row.decided_by_name ?? "" } : null,
    decidedAt: row.decided_at,
    decision: row.end_reason ?? "",
    verdict: verdict === "place" ? "permission" : verdict,
  };
};

/** What waits, or what is over, newest first. @param before id of the last row of the page before */
export const listApprovals = async (
  desk: Desk,
  { show = "waiting", before, limit = 30 }: QueryOf<typeof door>,
): Promise<AnswerOf<typeof door>> => {
  const waiting = isWaiting(desk.now);
  const rows = await found(
    desk,
    sql`${show === "waiting" ? waiting : sql`not ${waiting}`}
      and ${before ? sql`a.id < ${before}` : sql`true`}`,
    limit + 1,
  );
  const page = rows.slice(0, limit);
  return {
    approvals: await Promise.all(page.map((row) => viewOf(desk, row))),
    nextBefore: rows.length > limit ? page.at(-1)!.id : null,
  };
};

/** How many wait for this person: those that they may decide. */
export const countApprovals = async (desk: Desk): Promise<{ waiting: number }> => {
  const rows = await found(desk, isWaiting(desk.now), 200);
  const mine = rows.filter((row) => mayDecide(desk.actor, waitingOf(row), desk.now) === "yes");
  return { waiting: mine.length };
};
