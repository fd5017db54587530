/** Staff end a task without booking anything, and say why. @module */
import { settle } from "../db/settle.ts";
import type { Desk } from "../desk.ts";
import { endTask, ownTask, taskById } from "./queries.ts";

/** @throws Problem not-found, task-ended */
export const dismiss = (
  desk: Desk,
  key: string,
  id: string,
  { reason }: { reason: string },
): Promise<{ done: true }> =>
  settle(desk, key, { id, reason }, async () => {
    const [row] = await desk.db.read(taskById, [id]);
    const task = ownTask(desk, row, ["sale", "enrolment", "join"]);
    return {
      answer: { done: true as const },
      writes: endTask(desk, task, { state: "dismissed", reason }),
      touches: [id],
    };
  });
