/** Statements that say who is asking. @module */
import type { Role, StaffRole } from "../../shared/access.ts";
import type { OwnRoleId } from "../../shared/staff/grant.ts";
import { inserting, ranks, reading, writing } from "../db/statement.ts";

export type SessionRow = {
  token_hash: string;
  kind: "member" | "counter" | "console";
  subject_id: string;
  device_id: string | null;
  terminal_id: string | null;
  created_at: number;
  seen_at: number;
  expires_at: number;
  strong_at: number | null;
};

export type MemberSessionRow = SessionRow & {
  brand_id: string;
  member_state: "active" | "frozen" | "closed";
  device_state: "active" | "revoked";
};

export const memberSession = reading<[hash: string], MemberSessionRow>(
  "member session",
  `select j.key as n, s.*, m.brand_id, m.state as member_state, d.state as device_state
   from json_each(?1) j join session s on s.token_hash = j.value->>0 and s.kind = 'member'
   join member m on m.id = s.subject_id join member_device d on d.id = s.device_id`,
);

export type StaffSessionRow = SessionRow & { staff_state: "active" | "disabled" };

export const staffSession = reading<[hash: string], StaffSessionRow>(
  "staff session",
  `select j.key as n, s.*, f.state as staff_state
   from json_each(?1) j join session s on s.token_hash = j.value->>0 and s.kind <> 'member'
   join staff f on f.id = s.subject_id`,
);

export type GrantRow = {
  role: StaffRole | OwnRoleId;
  brand_id: string | null;
  store_id: string | null;
  /** Of an own role that is in force; JSON. */
  permissions: string | null;
  limits: string | null;
};

const grantColumns = `g.role, coalesce(g.brand_id, t.brand_id) as brand_id, g.store_id,
  r.permissions, r.limits`;
const grantJoins = `left join store t on t.id = g.store_id
   left join own_role r on r.id = g.role and r.state = 'active'`;

/** Grants of whoever holds a session; a store's grant carries the store's brand. */
export const grantsOfSession = reading<[hash: string], GrantRow>(
  "grants of a session",
  `select j.key as n, ${grantColumns}
   from json_each(?1) j join session s on s.token_hash = j.value->>0 and s.kind <> 'member'
   join staff_grant g on g.staff_id = s.subject_id ${grantJoins}`,
);

/** The same by staff id, for signing in. */
export const grantsOfStaff = reading<[staffId: string], GrantRow>(
  "grants of staff",
  `select j.key as n, ${grantColumns}
   from json_each(?1) j join staff_grant g on g.staff_id = j.value->>0 ${grantJoins}`,
);

export type TerminalRow = {
  id: string;
  store_id: string;
  brand_id: string;
  kind: "kiosk" | "counter";
  public_key: string;
  salt: string;
  state: "active" | "revoked";
  last_seen_at: number | null;
};

export const terminalById = reading<[id: string], TerminalRow>(
  "terminal by id",
  `select j.key as n, t.id, t.store_id, t.brand_id, t.kind, t.public_key, t.salt, t.state,
     t.last_seen_at
   from json_each(?1) j join terminal t on t.id = j.value->>0`,
);

export type KeyRow = {
  id: string;
  role: Extract<Role, "pos" | "integration">;
  brand_id: string | null;
  store_id: string | null;
  state: string;
  last_used_at: number | null;
};

export const keyBySecret = reading<[hash: string], KeyRow>(
  "API key by secret",
  `select j.key as n, k.id, k.role, coalesce(k.brand_id, t.brand_id) as brand_id, k.store_id,
     k.state, k.last_used_at
   from json_each(?1) j join api_key k on k.secret_hash = j.value->>0
   left join store t on t.id = k.store_id`,
);

export const insertSession = inserting<SessionRow>("session", ranks.change, [
  "token_hash",
  "kind",
  "subject_id",
  "device_id",
  "terminal_id",
  "created_at",
  "seen_at",
  "expires_at",
  "strong_at",
]);

export const touchSession = writing<{ token_hash: string; at: number; expires_at: number }>(
  "touch session",
  ranks.change,
  ["token_hash", "at", "expires_at"],
  `update session set seen_at = max(seen_at, j.value->>1), expires_at = j.value->>2
   from json_each(?1) j where session.token_hash = j.value->>0`,
);

export const touchTerminal = writing<{ id: string; at: number }>(
  "touch terminal",
  ranks.change,
  ["id", "at"],
  `update terminal set last_seen_at = j.value->>1 from json_each(?1) j
   where terminal.id = j.value->>0`,
);

export const touchKey = writing<{ id: string; at: number }>(
  "touch API key",
  ranks.change,
  ["id", "at"],
  `update api_key set last_used_at = j.value->>1 from json_each(?1) j
   where api_key.id = j.value->>0`,
);

/** Before a new session is written (rank), so that a token can be replaced in one batch. */
export const endSession = writing<{ token_hash: string }>(
  "end session",
  ranks.cause,
  ["token_hash"],
  `delete from session where token_hash in (select j.value->>0 from json_each(?1) j)`,
);

export const endSessionsOf = writing<{ subject_id: string }>(
  "end sessions of a subject",
  ranks.cause,
  ["subject_id"],
  `delete from session where subject_id in (select j.value->>0 from json_each(?1) j)`,
);

export const endSessionsOfDevice = writing<{ subject_id: string; device_id: string }>(
  "end sessions of a device",
  ranks.cause,
  ["subject_id", "device_id"],
  `delete from session where (subject_id, device_id) in
     (select j.value->>0, j.value->>1 from json_each(?1) j)`,
);
