import type { Context } from "hono";
import type { changeOwnPassword as door } from "../../shared/console/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import { forget } from "../access/known.ts";
import { limits } from "../access/limit-table.ts";
import { endSessionsOf } from "../access/queries.ts";
import { hashSecret } from "../access/secret-hash.ts";
import { trySecret } from "../access/secret-try.ts";
import { setSessionCookie, startSession } from "../access/session.ts";
import { auditRow } from "../audit/queries.ts";
import type { Desk } from "../desk.ts";
import { staffById, updatePassword } from "../staff/queries.ts";

/** A new password for oneself: whoever knew the old one is out, on every other device. Whoever sits
 *  here goes on with a fresh session. @throws Problem sign-in-wrong, sign-in-locked */
export const changeOwnPassword = async (
  desk: Desk,
  { current, next }: BodyOf<typeof door>,
  c: Context,
): Promise<{ done: true }> => {
  const staffId = desk.actor.id;
  const [person] = await desk.db.read(staffById, [staffId]);
  if (!person) throw new Problem("signed-out");
  await trySecret(desk, {
    key: `own-password/${staffId}`,
    secret: current,
    hash: person.password_hash,
    limit: limits.consoleSignIn,
    wrong: "sign-in-wrong",
    locked: "sign-in-locked",
  });
  const session = startSession(desk, { kind: "console", subjectId: staffId });
  await desk.db.write([
    endSessionsOf.row({ subject_id: staffId }),
    updatePassword.row({ id: staffId, password_hash: await hashSecret(desk, next) }),
    session.write,
    auditRow(desk, { action: "console.password-changed", subject: staffId }),
  ], [staffId]);
  forget(desk.db, staffId);
  setSessionCookie(c, desk, "console", session.token);
  return { done: true };
};
