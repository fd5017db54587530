/** What becomes of an operation whose answer was lost and that is refused when it is asked about
 *  again: no screen shows it any more. @module */
import type { ProblemCode } from "../../shared/problems.ts";
import { recordSale } from "../../shared/sales/endpoints.ts";
import type { Command } from "../commands/command.ts";
import { kindOf } from "../offline/doors.ts";

/**
 * - `told`: whoever asks hears it, and that is all: it settled a task, which stays open, or it is
 *   none that staff can book by hand
 * - `compare`: it may be the very sale that has the number; else it is a task
 * - `task`: the staff settle it
 * - `left`: another terminal made it; it is listed with what that one left
 */
export type RefusedEnd = "told" | "compare" | "task" | "left";

export function endOfRefused(
  { endpoint, body }: Pick<Command, "endpoint" | "body">,
  code: ProblemCode,
): RefusedEnd {
  if (kindOf(endpoint) === null || Object.hasOwn(Object(body), "task")) return "told";
  if (code === "other-terminal") return "left";
  return code === "order-exists" && endpoint === recordSale.id ? "compare" : "task";
}
