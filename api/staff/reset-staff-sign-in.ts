import { Problem } from "../../shared/problems.ts";
import { forget } from "../access/known.ts";
import { endSessionsOf } from "../access/queries.ts";
import { hashSecret } from "../access/secret-hash.ts";
import { auditRow } from "../audit/queries.ts";
import { settle } from "../db/settle.ts";
import type { Desk } from "../desk.ts";
import { mustManage } from "./must-manage.ts";
import { deletePasskeysOf, updateSignIn } from "./queries.ts";
import { sealTotp, totpSecret, totpUri } from "./totp.ts";

/** Gives a person who lost their password or authenticator new ones, and ends what the old ones
 *  opened. One's own are given by somebody else: a session alone must not be enough to stay in.
 *  @throws Problem not-found, not-allowed */
export const resetStaffSignIn = async (
  desk: Desk,
  key: string,
  staffId: string,
  password: string,
): Promise<{ totpUri: string }> => {
  if (staffId === desk.actor.staffId) throw new Problem("not-allowed");
  const { login, givenAt } = await settle(desk, key, { staffId, password }, async () => {
    const person = await mustManage(desk, staffId);
    const secret = totpSecret(desk.keys, staffId, desk.now);
    return {
      answer: { login: person.login, givenAt: desk.now },
      touches: [staffId],
      writes: [
        updateSignIn.row({
          id: staffId,
          password_hash: await hashSecret(desk, password),
          totp_cipher: sealTotp(desk.keys, staffId, secret),
        }),
        deletePasskeysOf.row({ staff_id: staffId }),
        endSessionsOf.row({ subject_id: staffId }),
        auditRow(desk, { action: "staff.sign-in-reset", subject: staffId }),
      ],
    };
  });
  forget(desk.db, staffId);
  return { totpUri: totpUri(login, totpSecret(desk.keys, staffId, givenAt)) };
};
