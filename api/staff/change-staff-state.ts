import { Problem } from "../../shared/problems.ts";
import { forget } from "../access/known.ts";
import { endSessionsOf } from "../access/queries.ts";
import { auditRow } from "../audit/queries.ts";
import type { Desk } from "../desk.ts";
import { mustManage } from "./must-manage.ts";
import { updateStaffState } from "./queries.ts";

/** Disables or enables a person. Disabling ends every session with it; nobody locks themselves out.
 *  @throws Problem not-found, not-allowed */
export const changeStaffState = async (
  desk: Desk,
  staffId: string,
  state: "active" | "disabled",
): Promise<{ done: true }> => {
  if (staffId === desk.actor.staffId) throw new Problem("not-allowed");
  const person = await mustManage(desk, staffId);
  if (person.state === state) return { done: true };
  await desk.db.write([
    updateStaffState.row({ id: staffId, state }),
    ...(state === "disabled" ? [endSessionsOf.row({ subject_id: staffId })] : []),
    auditRow(desk, {
      action: state === "disabled" ? "staff.disabled" : "staff.enabled",
      subject: staffId,
      before: { state: person.state },
      after: { state },
    }),
  ]);
  forget(desk.db, staffId);
  return { done: true };
};
