import type { Context } from "hono";
import type { ConsoleMe, signInConsole as door } from "../../shared/console/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import { limits } from "../access/limit-table.ts";
import { trySecret } from "../access/secret-try.ts";
import type { Desk } from "../desk.ts";
import { takeTry } from "../http/limits.ts";
import { staffByLogin, updateTotpStep } from "../staff/queries.ts";
import { totpStep } from "../staff/totp.ts";
import { enter } from "./enter.ts";
import { consoleMe } from "./me.ts";

/** Sign-in with login, password and TOTP code, all asked at once. Whatever is wrong, an unknown login
 *  too, takes as long and gets the same answer, and counts towards the same lock.
 *  @throws Problem sign-in-wrong, sign-in-locked, too-many */
export const signInConsole = async (
  desk: Desk,
  input: BodyOf<typeof door>,
  c: Context,
): Promise<ConsoleMe> => {
  await takeTry(desk, `console/${desk.address}`, limits.signInPerAddress);
  const login = input.login.trim().toLowerCase();
  const [person] = await desk.db.read(staffByLogin, [login]);
  const me = await consoleMe(desk, person?.id ?? "");
  const step = totpStep(desk.keys, person ?? null, input.totp, desk.now);
  const fits = person && me && step !== null && step > person.totp_step;
  await trySecret(desk, {
    key: `console-sign-in/${desk.keys.index("login", login)}`,
    secret: input.password,
    hash: fits ? person.password_hash : null,
    limit: limits.consoleSignIn,
    wrong: "sign-in-wrong",
    locked: "sign-in-locked",
  });
  if (!fits) throw new Problem("sign-in-wrong");
  await enter(desk, c, me, "password", {
    writes: [updateTotpStep.row({ id: person.id, totp_step: step })],
    touches: [person.id],
  });
  return me;
};
