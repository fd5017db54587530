/** A task that came back from the offline queue, as a booking names it. @module */
import * as z from "zod/mini";
import { PlainText } from "../plain-text.ts";
import { Id } from "../ids.ts";

/** Why somebody ends a task; kept and logged. */
export const TaskReason = PlainText(200, 2);
/** The task that a booking settles. */
export const SettledTask = z.strictObject({ id: Id("offlineTask"), reason: TaskReason });
