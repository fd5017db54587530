/** What came back and waits for the staff of this store; the house keeps it. @module */
import { computed, signal } from "@preact/signals";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { dismissTask, listTasks, type TaskView } from "../../shared/offline/endpoints.ts";
import { enrolByStaff } from "../../shared/members/endpoints.ts";
import { withoutUnseen } from "../../shared/plain-text.ts";
import { recordSale } from "../../shared/sales/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import { command } from "../counter/commands.ts";
import { failed, type Loaded, LOADING, ready } from "../shell/loaded.ts";
import { nextOrderNo } from "../sale/order.ts";
import { ask, online } from "../terminal/ask.ts";
import { staff } from "../terminal/standing.ts";
import { fixedLines, type GoodsFixes } from "./fixed-lines.ts";

export type Tasks = AnswerOf<typeof listTasks>;
export type { TaskView };

export const tasks = signal<Loaded<Tasks>>(LOADING);

/** How many are open, as far as it was heard. */
export const openTasks = computed(() =>
  tasks.value.state === "ready" ? tasks.value.value.open.length : 0
);

/** Asks the house. What was heard before stays while it cannot be reached. */
export async function loadTasks(): Promise<void> {
  if (!staff.value || !online.value) return;
  try {
    tasks.value = ready(await ask(listTasks, {}));
  } catch (error) {
    if (tasks.value.state !== "ready") tasks.value = failed(error);
  }
}

export async function dismiss(task: TaskView, reason: string): Promise<void> {
  const body = { reason };
  await ask(dismissTask, { key: crypto.randomUUID(), params: { task: task.taskId }, body });
  await loadTasks();
}

type Sale = BodyOf<typeof recordSale>;
type Enrolment = BodyOf<typeof enrolByStaff>;

/** Books a sale that came back: for the member it was made for, for another, or for nobody, with
 *  the right goods for those that the house does not know.
 *  @throws Problem, OutcomeUnknown */
export async function bookSale(
  task: TaskView,
  reason: string,
  member: Sale["member"] | "same",
  fixes: GoodsFixes,
): Promise<void> {
  const before = task.input as Sale;
  const { offset: _spent, soldBy, ...sale } = before;
  const orderNo = task.code === "order-exists" ? await nextOrderNo() : sale.orderNo;
  const body: Sale = {
    ...sale,
    orderNo,
    lines: fixedLines(sale.lines, fixes),
    ...(soldBy ? { soldBy } : {}),
    member: member === "same" ? sale.member : member,
    occurredAt: task.madeAt,
    task: { id: task.taskId, reason },
  };
  await command(recordSale, { body }, orderNo);
  await loadTasks();
}

/** Enrols as it should have been. @returns the card number */
export async function bookEnrolment(
  task: TaskView,
  reason: string,
  change: Pick<Enrolment, "phone" | "name" | "referralCode">,
): Promise<string> {
  const { joinedAt: _then, referralCode: _code, ...before } = task.input as Enrolment;
  // What cannot be seen cannot be corrected either.
  const name = withoutUnseen(change.name ?? "") || undefined;
  const body: Enrolment = { ...before, ...change, name, task: { id: task.taskId, reason } };
  const { cardNumber } = await command(enrolByStaff, { body }, task.label);
  await loadTasks();
  return cardNumber;
}
