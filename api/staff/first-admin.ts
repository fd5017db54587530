/** The first person of an installation: somebody must be able to let the others in. @module */
import { hashSecret } from "../access/secret-hash.ts";
import { newToken } from "../access/tokens.ts";
import { auditRow } from "../audit/queries.ts";
import { type House, openDesk, programme } from "../desk.ts";
import { insertGrant, insertStaff } from "./queries.ts";
import { sealTotp, totpSecret as secretOf, totpUri } from "./totp.ts";

export type FirstAdmin = { login: string; password: string; totpUri: string; totpSecret: string };

/** Adds a head-office administrator with a new password and second factor, both told once.
 *  @throws Collision if the login is taken */
export const addFirstAdmin = async (
  house: House,
  login: string,
  name: string,
): Promise<FirstAdmin> => {
  const desk = openDesk(house, programme);
  const staffId = desk.id("staff");
  const password = newToken(house);
  const totpSecret = secretOf(house.keys, staffId, desk.now);
  await house.db.write([
    insertStaff.row({
      id: staffId,
      login,
      name,
      pin_hash: null,
      pin_set_at: null,
      password_hash: await hashSecret(house, password),
      totp_cipher: sealTotp(house.keys, staffId, totpSecret),
      created_at: desk.now,
    }),
    insertGrant.row({
      staff_id: staffId,
      role: "hq-admin",
      brand_id: null,
      store_id: null,
      granted_by: null,
      granted_at: desk.now,
    }),
    auditRow(desk, { action: "staff.added", subject: staffId, after: { login, name } }),
  ]);
  return { login, password, totpUri: totpUri(login, totpSecret), totpSecret };
};
