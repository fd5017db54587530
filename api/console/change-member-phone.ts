import { maskPhone } from "../../shared/cards/mask.ts";
import { Problem } from "../../shared/problems.ts";
import { forget } from "../access/known.ts";
import { maskedPhoneOf, phoneFields } from "../access/phone.ts";
import { endSessionsOf } from "../access/queries.ts";
import { auditRow } from "../audit/queries.ts";
import { Collision } from "../db/collision.ts";
import type { Desk } from "../desk.ts";
import { deviceEnds, devicesOf } from "../members/devices.ts";
import { memberInScope } from "./member-in-scope.ts";
import { updatePhone } from "./member-queries.ts";

/** Corrects a member's phone. Whoever held the old number is signed out everywhere: sessions, e-cards,
 *  push. @throws Problem not-found, member-exists */
export const changeMemberPhone = async (
  desk: Desk,
  memberId: string,
  { phone, reason }: { phone: string; reason: string },
): Promise<{ done: true }> => {
  const m = await memberInScope(desk, memberId);
  const fields = phoneFields(desk.keys, memberId, m.brand_id, phone);
  if (fields.phone_index === m.phone_index) return { done: true };
  const devices = await desk.db.read(devicesOf, [memberId]);
  try {
    await desk.db.write([
      updatePhone.row({ id: memberId, ...fields }),
      ...devices.flatMap((d) => deviceEnds(memberId, d.id, "replaced", desk.now)),
      endSessionsOf.row({ subject_id: memberId }),
      auditRow(desk, {
        action: "member.phone-changed",
        subject: memberId,
        before: { phone: maskedPhoneOf(desk.keys, m) },
        after: { phone: maskPhone(phone), reason },
        brandId: m.brand_id,
      }),
    ], [memberId, `phone ${fields.phone_index}`]);
  } catch (error) {
    if (error instanceof Collision && error.on.includes("phone_index")) {
      throw new Problem("member-exists");
    }
    throw error;
  }
  forget(desk.db, memberId, ...devices.map((d) => d.id));
  desk.nudge(memberId);
  return { done: true };
};
