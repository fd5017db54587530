import type { Context } from "hono";
import type { signInStaff as door } from "../../shared/terminals/endpoints.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import { counterRole } from "../access/grants.ts";
import { forget } from "../access/known.ts";
import { endSession, grantsOfStaff } from "../access/queries.ts";
import { terminalOf } from "../access/place.ts";
import { pinLimit, trySecret } from "../access/secret-try.ts";
import { clearSessionCookie, setSessionCookie, startSession } from "../access/session.ts";
import { auditRow } from "../audit/queries.ts";
import type { Desk } from "../desk.ts";
import { parametersIn } from "../parameters/queries.ts";
import { staffById } from "../staff/queries.ts";
import { endSessionsOfTerminal } from "./queries.ts";

/** Somebody of the staff signs in on a paired counter of a store they work in. Who worked on it
 *  before is signed out. Not working here, disabled, no PIN and a wrong PIN look alike.
 *  @throws Problem terminal-unknown, proof-invalid, not-allowed (a kiosk), pin-wrong, pin-locked */
export const signInStaff = async (
  desk: Desk,
  { staffId, pin }: BodyOf<typeof door>,
  c: Context,
): Promise<AnswerOf<typeof door>> => {
  const { terminalId, brandId, storeId, role: device } = terminalOf(desk);
  if (device === "kiosk") throw new Problem("not-allowed");
  const [[person], grants, parameters] = await Promise.all([
    desk.db.read(staffById, [staffId]),
    desk.db.read(grantsOfStaff, [staffId]),
    parametersIn(desk, brandId),
  ]);
  const held = counterRole(grants, brandId, storeId);
  const works = person?.state === "active" && held !== null;
  await trySecret(desk, {
    key: `staff-pin/${staffId}/${terminalId}`,
    secret: pin,
    hash: works ? person.pin_hash : null,
    limit: pinLimit(parameters),
  });
  if (!works) throw new Problem("pin-wrong");
  const session = startSession(desk, { kind: "counter", subjectId: staffId, terminalId });
  await desk.db.write([
    endSessionsOfTerminal.row({ terminal_id: terminalId }),
    session.write,
    auditRow(desk, {
      action: "staff.signed-in",
      subject: staffId,
      by: { role: held.roleId ?? held.role, id: staffId },
    }),
  ]);
  forget(desk.db, terminalId);
  setSessionCookie(c, desk, "counter", session.token);
  return {
    staff: { id: staffId, name: person.name, role: held.role },
    expiresAt: session.expiresAt,
  };
};

/** Ends the staff session that asks, and none that was opened on this terminal since.
 *  @throws Problem terminal-unknown, proof-invalid */
export const signOutStaff = async (desk: Desk, c: Context): Promise<{ done: true }> => {
  const { terminalId, sessionHash } = terminalOf(desk);
  if (!sessionHash) return { done: true };
  await desk.db.write([endSession.row({ token_hash: sessionHash })]);
  forget(desk.db, terminalId);
  clearSessionCookie(c, desk, "counter");
  return { done: true };
};
