/** Statements of staff, grants and API keys. @module */
import type { StaffRole } from "../../shared/access.ts";
import type { OwnRoleId } from "../../shared/staff/grant.ts";
import type { GrantRow } from "../access/queries.ts";
import { inserting, ranks, reading, writing } from "../db/statement.ts";

export type StaffRow = {
  id: string;
  login: string;
  name: string;
  pin_hash: string | null;
  password_hash: string | null;
  totp_cipher: string | null;
  totp_step: number;
  state: "active" | "disabled";
};

const staffColumns =
  "s.id, s.login, s.name, s.pin_hash, s.password_hash, s.totp_cipher, s.totp_step, s.state";

export const staffById = reading<[staffId: string], StaffRow>(
  "staff by id",
  `select j.key as n, ${staffColumns} from json_each(?1) j join staff s on s.id = j.value->>0`,
);

export const staffByLogin = reading<[login: string], StaffRow>(
  "staff by login",
  `select j.key as n, ${staffColumns} from json_each(?1) j join staff s on s.login = j.value->>0`,
);

/** Active people with a counter role at a store, with every grant that counts there. */
export const peopleAtStore = reading<
  [brandId: string, storeId: string],
  GrantRow & { id: string; name: string }
>(
  "people at a store",
  `select j.key as n, s.id, s.name, g.role, g.brand_id, g.store_id, r.permissions, r.limits
   from json_each(?1) j
   join staff_grant g on (g.brand_id is null or g.brand_id = j.value->>0)
     and (g.store_id is null or g.store_id = j.value->>1)
   left join own_role r on r.id = g.role and r.state = 'active'
   join staff s on s.id = g.staff_id and s.state = 'active' and s.pin_hash is not null
   order by j.key, s.name, s.id`,
);

export const insertStaff = inserting<{
  id: string;
  login: string;
  name: string;
  pin_hash: string | null;
  pin_set_at: number | null;
  password_hash: string | null;
  totp_cipher: string | null;
  created_at: number;
}>("staff", ranks.place + 2, [
  "id",
  "login",
  "name",
  "pin_hash",
  "pin_set_at",
  "password_hash",
  "totp_cipher",
  "created_at",
]);

export const insertGrant = inserting<{
  staff_id: string;
  role: StaffRole | OwnRoleId;
  brand_id: string | null;
  store_id: string | null;
  granted_by: string | null;
  granted_at: number;
}>("staff_grant", ranks.place + 3, [
  "staff_id",
  "role",
  "brand_id",
  "store_id",
  "granted_by",
  "granted_at",
]);

export const deleteGrant = writing<
  {
    staff_id: string;
    role: StaffRole | OwnRoleId;
    brand_id: string | null;
    store_id: string | null;
  }
>(
  "delete grant",
  ranks.place + 2,
  ["staff_id", "role", "brand_id", "store_id"],
  `delete from staff_grant where (staff_id, role, coalesce(brand_id, ''), coalesce(store_id, '')) in
   (select j.value->>0, j.value->>1, coalesce(j.value->>2, ''), coalesce(j.value->>3, '')
    from json_each(?1) j)`,
);

export const updatePin = writing<{ id: string; pin_hash: string; pin_set_at: number }>(
  "set staff pin",
  ranks.change,
  ["id", "pin_hash", "pin_set_at"],
  `update staff set pin_hash = j.value->>1, pin_set_at = j.value->>2
   from json_each(?1) j where staff.id = j.value->>0`,
);

export const updateStaffState = writing<{ id: string; state: "active" | "disabled" }>(
  "set staff state",
  ranks.change,
  ["id", "state"],
  `update staff set state = j.value->>1 from json_each(?1) j where staff.id = j.value->>0`,
);

/** A new password and second factor. */
export const updateSignIn = writing<{ id: string; password_hash: string; totp_cipher: string }>(
  "reset staff sign-in",
  ranks.change,
  ["id", "password_hash", "totp_cipher"],
  `update staff set password_hash = j.value->>1, totp_cipher = j.value->>2
   from json_each(?1) j where staff.id = j.value->>0`,
);

export const updatePassword = writing<{ id: string; password_hash: string }>(
  "change own password",
  ranks.change,
  ["id", "password_hash"],
  `update staff set password_hash = j.value->>1 from json_each(?1) j where staff.id = j.value->>0`,
);

export const deletePasskeysOf = writing<{ staff_id: string }>(
  "delete passkeys of a person",
  ranks.change,
  ["staff_id"],
  `delete from staff_passkey where staff_id in (select j.value->>0 from json_each(?1) j)`,
);

/** Keeps the step of the TOTP code just used; a trigger refuses a step that was used. */
export const updateTotpStep = writing<{ id: string; totp_step: number }>(
  "use totp step",
  ranks.change,
  ["id", "totp_step"],
  `update staff set totp_step = j.value->>1 from json_each(?1) j where staff.id = j.value->>0`,
);

export const endCounterSessionsOf = writing<{ subject_id: string }>(
  "end counter sessions of a person",
  ranks.cause,
  ["subject_id"],
  `delete from session where kind = 'counter' and
     subject_id in (select j.value->>0 from json_each(?1) j)`,
);

export const insertKey = inserting<{
  id: string;
  secret_hash: string;
  label: string;
  role: "pos" | "integration";
  brand_id: string | null;
  store_id: string | null;
  created_by: string | null;
  created_at: number;
}>("api_key", ranks.place + 3, [
  "id",
  "secret_hash",
  "label",
  "role",
  "brand_id",
  "store_id",
  "created_by",
  "created_at",
]);

export const keyById = reading<
  [keyId: string],
  { id: string; label: string; brand_id: string | null; store_id: string | null; state: string }
>(
  "api key by id",
  `select j.key as n, k.id, k.label, k.brand_id, k.store_id, k.state
   from json_each(?1) j join api_key k on k.id = j.value->>0`,
);

export const endKey = writing<{ id: string; revoked_at: number }>(
  "revoke api key",
  ranks.change,
  ["id", "revoked_at"],
  `update api_key set state = 'revoked', revoked_at = j.value->>1
   from json_each(?1) j where api_key.id = j.value->>0 and api_key.state = 'active'`,
);
