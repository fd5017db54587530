/** Statements of what was done without network. @module */
import { Problem, type ProblemCode } from "../../shared/problems.ts";
import { inserting, ranks, reading, type Write, writing } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { auditRow } from "../audit/queries.ts";

export type TaskRow = {
  id: string;
  brand_id: string;
  store_id: string;
  terminal_id: string;
  kind: "sale" | "enrolment" | "join";
  label: string;
  code: string;
  fields: string;
  input_cipher: string;
  made_at: number;
  left_by: string | null;
  left_at: number;
};

export type TaskEnd = {
  task_id: string;
  state: "booked" | "dismissed";
  reason: string;
  result: string | null;
  ended_by: string;
  ended_at: number;
};

export type TaskWithEnd = TaskRow & {
  terminal_label: string;
  end_state: TaskEnd["state"] | null;
  end_reason: string | null;
  ended_name: string | null;
  ended_at: number | null;
};

export const insertTask = inserting<TaskRow>("offline_task", ranks.cause, [
  "id",
  "brand_id",
  "store_id",
  "terminal_id",
  "kind",
  "label",
  "code",
  "fields",
  "input_cipher",
  "made_at",
  "left_by",
  "left_at",
]);

const insertTaskEnd = inserting<TaskEnd>("offline_task_end", ranks.causeLine, [
  "task_id",
  "state",
  "reason",
  "result",
  "ended_by",
  "ended_at",
]);

const taskColumns = `t.*, coalesce(x.label, '') as terminal_label, e.state as end_state,
  e.reason as end_reason, s.name as ended_name, e.ended_at`;
const taskJoins = `left join terminal x on x.id = t.terminal_id
  left join offline_task_end e on e.task_id = t.id left join staff s on s.id = e.ended_by`;

export const taskById = reading<[id: string], TaskWithEnd>(
  "offline task by id",
  `select j.key as n, ${taskColumns} from json_each(?1) j
   join offline_task t on t.id = j.value->>0 ${taskJoins}`,
);

/** Open ones of a store, and those that ended since. */
export const tasksOfStore = reading<[storeId: string, endedSince: number], TaskWithEnd>(
  "offline tasks of a store",
  `select j.key as n, ${taskColumns} from json_each(?1) j
   join offline_task t on t.store_id = j.value->>0 ${taskJoins}
   where e.task_id is null or e.ended_at >= j.value->>1 order by j.key, t.left_at, t.id`,
);

/** A wish of a caller's own store that is open.
 *  @throws Problem not-found, task-ended */
export const ownTask = (
  desk: Desk,
  row: TaskWithEnd | undefined,
  kinds: readonly TaskRow["kind"][],
): TaskWithEnd => {
  if (!row || row.store_id !== desk.actor.storeId || !kinds.includes(row.kind)) {
    throw new Problem("not-found");
  }
  if (row.end_state !== null) throw new Problem("task-ended");
  return row;
};

/** Ends a task, and says so in the log; a second end collides. */
export const endTask = (
  desk: Desk,
  task: TaskRow,
  { state, reason, result = null }: Pick<TaskEnd, "state" | "reason"> & { result?: string | null },
): Write[] => [
  insertTaskEnd.row({
    task_id: task.id,
    state,
    reason,
    result,
    ended_by: desk.actor.staffId ?? desk.actor.id,
    ended_at: desk.now,
  }),
  auditRow(desk, {
    action: `offline.${state}`,
    subject: task.id,
    before: { label: task.label, code: task.code as ProblemCode },
    after: { reason, ...(result === null ? {} : { booked: result }) },
  }),
];

export const inputPlace = (taskId: string): string => `offline/task/${taskId}`;

/** Codes that were read without network and have served. */
export const lateCode = reading<[cardId: string, counter: number], { sale_id: string }>(
  "late code",
  `select j.key as n, c.sale_id from json_each(?1) j
   join late_code c on c.card_id = j.value->>0 and c.counter = j.value->>1`,
);

export const insertLateCode = inserting<{
  card_id: string;
  counter: number;
  sale_id: string;
  at: number;
}>("late_code", ranks.causeLine, ["card_id", "counter", "sale_id", "at"]);

/** Who rang up and who sent; a person nobody knows is left out. */
export const insertLateSale = writing<{
  sale_id: string;
  sold_by: string | null;
  sent_by: string | null;
  via: string;
}>(
  "insert late sale",
  ranks.causeLine,
  ["sale_id", "sold_by", "sent_by", "via"],
  `insert into late_sale (sale_id, sold_by, sent_by, via)
   select j.value->>0, (select s.id from staff s where s.id = j.value->>1), j.value->>2,
     j.value->>3 from json_each(?1) j where true order by j.key`,
);

export const insertJoin = inserting<{
  id: string;
  brand_id: string;
  store_id: string;
  terminal_id: string;
  phone_index: string;
  language: string;
  agreed_at: number;
  recorded_at: number;
  expires_at: number;
}>("join_request", ranks.cause, [
  "id",
  "brand_id",
  "store_id",
  "terminal_id",
  "phone_index",
  "language",
  "agreed_at",
  "recorded_at",
  "expires_at",
]);

/** The first one that is still open: the store that won the member. */
export const openJoin = reading<
  [brandId: string, phoneIndex: string, now: number],
  { id: string; store_id: string }
>(
  "open request to join",
  `select j.key as n, r.id, r.store_id from json_each(?1) j
   join join_request r on r.brand_id = j.value->>0 and r.phone_index = j.value->>1
     and r.expires_at > j.value->>2 order by j.key, r.recorded_at, r.id`,
);
