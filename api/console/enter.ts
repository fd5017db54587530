import type { Context } from "hono";
import type { ConsoleMe } from "../../shared/console/endpoints.ts";
import { Problem } from "../../shared/problems.ts";
import { forget } from "../access/known.ts";
import { endSession } from "../access/queries.ts";
import { clearSessionCookie, setSessionCookie, startSession } from "../access/session.ts";
import { auditRow } from "../audit/queries.ts";
import { Collision } from "../db/collision.ts";
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";

/** Opens a console session; a session the browser still had ends with it, so none is handed over.
 *  @param once what must not succeed twice (the TOTP step, the passkey's challenge); two that touch
 *  the same row in one group of writes would pass its guard as one
 *  @throws Problem sign-in-wrong if one of them already did */
export const enter = async (
  desk: Desk,
  c: Context,
  { staffId, role, ownRole }: ConsoleMe,
  how: "password" | "passkey",
  once: { writes: Write[]; touches: string[] },
): Promise<void> => {
  const session = startSession(desk, { kind: "console", subjectId: staffId });
  const last = desk.actor.sessionHash;
  try {
    await desk.db.write([
      ...once.writes,
      ...(last ? [endSession.row({ token_hash: last })] : []),
      session.write,
      auditRow(desk, {
        action: "console.signed-in",
        subject: staffId,
        after: { how },
        by: { role: ownRole?.id ?? role, id: staffId },
      }),
    ], once.touches);
  } catch (error) {
    if (error instanceof Collision) throw new Problem("sign-in-wrong");
    throw error;
  }
  if (last) forget(desk.db, last);
  setSessionCookie(c, desk, "console", session.token);
};

/** Ends the session that asks. */
export const leave = async (desk: Desk, c: Context): Promise<{ done: true }> => {
  const hash = desk.actor.sessionHash;
  if (hash) {
    await desk.db.write([endSession.row({ token_hash: hash })]);
    forget(desk.db, hash);
  }
  clearSessionCookie(c, desk, "console");
  return { done: true };
};
