import { isWeakPin } from "../../shared/members/pin.ts";
import { Problem } from "../../shared/problems.ts";
import { forget } from "../access/known.ts";
import { hashSecret } from "../access/secret-hash.ts";
import { auditRow } from "../audit/queries.ts";
import type { Desk } from "../desk.ts";
import { mustManage } from "./must-manage.ts";
import { endCounterSessionsOf, updatePin } from "./queries.ts";

/** Sets a person's counter PIN; who was signed in with the old one is signed out. Everybody who may
 *  manage staff may set their own. @throws Problem not-found, not-allowed, pin-weak */
export const setStaffPin = async (
  desk: Desk,
  staffId: string,
  pin: string,
): Promise<{ done: true }> => {
  if (staffId !== desk.actor.staffId) await mustManage(desk, staffId);
  if (isWeakPin(pin)) throw new Problem("pin-weak");
  await desk.db.write([
    updatePin.row({ id: staffId, pin_hash: await hashSecret(desk, pin), pin_set_at: desk.now }),
    endCounterSessionsOf.row({ subject_id: staffId }),
    auditRow(desk, { action: "staff.pin-set", subject: staffId }),
  ]);
  forget(desk.db, staffId);
  return { done: true };
};
