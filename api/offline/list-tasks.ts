/** What came back and waits for the staff of a store. @module */
import type { listTasks as door, TaskView } from "../../shared/offline/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { placeOf } from "../access/place.ts";
import type { Desk } from "../desk.ts";
import { inputPlace, tasksOfStore, type TaskWithEnd } from "./queries.ts";

/** Ended ones are shown for a day. */
const endedShownMs = 86_400_000;

const inputOf = (desk: Desk, row: TaskWithEnd): unknown => {
  try {
    return JSON.parse(desk.keys.open(inputPlace(row.id), row.input_cipher));
  } catch {
    return null;
  }
};

const view = (desk: Desk, row: TaskWithEnd): TaskView => ({
  taskId: row.id,
  kind: row.kind,
  label: row.label,
  code: row.code,
  fields: JSON.parse(row.fields),
  input: inputOf(desk, row),
  madeAt: row.made_at,
  leftAt: row.left_at,
  terminalLabel: row.terminal_label,
  end: row.end_state === null ? null : {
    state: row.end_state,
    reason: row.end_reason ?? "",
    by: row.ended_name,
    at: row.ended_at!,
  },
});

export const tasks = async (desk: Desk): Promise<AnswerOf<typeof door>> => {
  const { storeId } = placeOf(desk);
  const since = desk.now - endedShownMs;
  const rows = await desk.db.readSeen(tasksOfStore, [storeId, since], desk.seen);
  const all = rows.map((row) => view(desk, row));
  return {
    open: all.filter((each) => each.end === null),
    ended: all.filter((each) => each.end !== null).reverse(),
  };
};
