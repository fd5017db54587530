import type { addStaff as door } from "../../shared/console/endpoints.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import { type Grant, isOwnRole, mayGrant, type OwnRoleId } from "../../shared/staff/grant.ts";
import { isWeakPin } from "../../shared/members/pin.ts";
import { hashSecret } from "../access/secret-hash.ts";
import { auditRow } from "../audit/queries.ts";
import { settle } from "../db/settle.ts";
import type { Desk } from "../desk.ts";
import { brandById, storeById } from "../stores/queries.ts";
import { insertGrant, insertStaff, staffByLogin } from "./queries.ts";
import { ownRightsOf, ownRoleById } from "./role-queries.ts";
import { sealTotp, totpSecret, totpUri } from "./totp.ts";

/** A grant of an own role with the rights that the role has now. A role belongs to its brand: at
 *  another one it does not exist. @throws Problem not-found */
const withRights = async (desk: Desk, grant: Grant, roleId: OwnRoleId): Promise<Grant> => {
  const [role] = await desk.db.read(ownRoleById, [roleId]);
  if (role?.state !== "active" || role.brand_id !== grant.brandId) throw new Problem("not-found");
  return { ...grant, own: ownRightsOf(role) };
};

/** Refuses a role or a place that the caller cannot grant, or that does not exist.
 *  @throws Problem not-found, not-allowed */
export const checkGrant = async (desk: Desk, wanted: Grant): Promise<void> => {
  const grant = isOwnRole(wanted.role) ? await withRights(desk, wanted, wanted.role) : wanted;
  const answer = mayGrant(desk.actor, grant);
  if (answer === "place") throw new Problem("not-found");
  if (answer === "role") throw new Problem("not-allowed");
  const [brands, stores] = await Promise.all([
    grant.brandId === null ? null : desk.db.read(brandById, [grant.brandId]),
    grant.storeId === null ? null : desk.db.read(storeById, [grant.storeId]),
  ]);
  if (brands?.length === 0) throw new Problem("not-found");
  if (stores && stores[0]?.brand_id !== grant.brandId) throw new Problem("not-found");
};

/** Adds a person with one role at one place. With a password comes a second factor, whose address is
 *  answered once. @throws Problem not-found, not-allowed, name-taken, pin-weak */
export const addStaff = async (
  desk: Desk,
  key: string,
  input: BodyOf<typeof door>,
): Promise<AnswerOf<typeof door>> => {
  const { login, name, grant, pin, password } = input;
  if (pin && isWeakPin(pin)) throw new Problem("pin-weak");
  const { staffId, addedAt } = await settle(desk, key, input, async () => {
    const [taken] = await Promise.all([
      desk.db.read(staffByLogin, [login]),
      checkGrant(desk, grant),
    ]);
    if (taken.length) throw new Problem("name-taken", { field: "login" });
    const staffId = desk.id("staff");
    const [pinHash, passwordHash] = await Promise.all([
      pin ? hashSecret(desk, pin) : null,
      password ? hashSecret(desk, password) : null,
    ]);
    const place = { brandId: grant.brandId, storeId: grant.storeId };
    return {
      answer: { staffId, addedAt: desk.now },
      touches: [],
      writes: [
        insertStaff.row({
          id: staffId,
          login,
          name,
          pin_hash: pinHash,
          pin_set_at: pin ? desk.now : null,
          password_hash: passwordHash,
          totp_cipher: password
            ? sealTotp(desk.keys, staffId, totpSecret(desk.keys, staffId, desk.now))
            : null,
          created_at: desk.now,
        }),
        insertGrant.row({
          staff_id: staffId,
          role: grant.role,
          brand_id: grant.brandId,
          store_id: grant.storeId,
          granted_by: desk.actor.staffId ?? null,
          granted_at: desk.now,
        }),
        auditRow(desk, {
          action: "staff.added",
          subject: staffId,
          after: { login, name, grant },
          ...place,
        }),
      ],
    };
  });
  const uri = password ? totpUri(login, totpSecret(desk.keys, staffId, addedAt)) : null;
  return { staffId, totpUri: uri };
};
