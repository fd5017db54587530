/** Statements of terminals and pairings. @module */
import { inserting, ranks, reading, writing } from "../db/statement.ts";

export type TerminalKind = "kiosk" | "counter";

export type PairingRow = {
  id: string;
  code: string;
  secret_hash: string;
  kind: TerminalKind;
  label: string;
  public_key: string;
  expires_at: number;
  terminal_id: string | null;
  created_at: number;
};

export const pairingById = reading<
  [pairingId: string],
  PairingRow & {
    salt: string | null;
    terminal_state: string | null;
    store_id: string | null;
    approved_by: string | null;
  }
>(
  "pairing by id",
  `select j.key as n, p.*, t.salt, t.state as terminal_state, t.store_id, t.approved_by
   from json_each(?1) j join pairing p on p.id = j.value->>0
   left join terminal t on t.id = p.terminal_id`,
);

/** The open pairing that shows this code. */
export const pairingByCode = reading<[code: string], PairingRow>(
  "pairing by code",
  `select j.key as n, p.* from json_each(?1) j
   join pairing p on p.code = j.value->>0 and p.terminal_id is null`,
);

export const insertPairing = inserting<Omit<PairingRow, "terminal_id">>(
  "pairing",
  ranks.change,
  ["id", "code", "secret_hash", "kind", "label", "public_key", "expires_at", "created_at"],
);

/** Codes nobody approved are given free again. */
export const forgetPairings = writing<{ expired_before: number }>(
  "forget pairings",
  ranks.cause,
  ["expired_before"],
  `delete from pairing where terminal_id is null and
     expires_at < (select min(j.value->>0) from json_each(?1) j)`,
);

/** Approves once: a trigger refuses the second. */
export const approve = writing<{ id: string; terminal_id: string }>(
  "approve pairing",
  ranks.change,
  ["id", "terminal_id"],
  `update pairing set terminal_id = j.value->>1 from json_each(?1) j
   where pairing.id = j.value->>0`,
);

export const insertTerminal = inserting<{
  id: string;
  store_id: string;
  brand_id: string;
  kind: TerminalKind;
  label: string;
  public_key: string;
  salt: string;
  key_id: string;
  approved_by: string | null;
  approved_at: number;
}>("terminal", ranks.place + 4, [
  "id",
  "store_id",
  "brand_id",
  "kind",
  "label",
  "public_key",
  "salt",
  "key_id",
  "approved_by",
  "approved_at",
]);

export const endTerminal = writing<{ id: string; revoked_at: number }>(
  "revoke terminal",
  ranks.change,
  ["id", "revoked_at"],
  `update terminal set state = 'revoked', revoked_at = j.value->>1 from json_each(?1) j
   where terminal.id = j.value->>0 and terminal.state = 'active'`,
);

export const endSessionsOfTerminal = writing<{ terminal_id: string }>(
  "end sessions of a terminal",
  ranks.cause,
  ["terminal_id"],
  `delete from session where terminal_id in (select j.value->>0 from json_each(?1) j)`,
);

/** A terminal with the names of its place. */
export const terminalPlace = reading<
  [terminalId: string],
  {
    id: string;
    kind: TerminalKind;
    label: string;
    state: "active" | "revoked";
    store_id: string;
    store_zh: string;
    store_en: string;
    address: string;
    phone: string;
    brand_id: string;
    brand_zh: string;
    brand_en: string;
    colour: string;
  }
>(
  "terminal and its place",
  `select j.key as n, t.id, t.kind, t.label, t.state, s.id as store_id, s.name_zh as store_zh,
     s.name_en as store_en, s.address, s.phone, b.id as brand_id, b.name_zh as brand_zh,
     b.name_en as brand_en, b.colour
   from json_each(?1) j join terminal t on t.id = j.value->>0
   join store s on s.id = t.store_id join brand b on b.id = t.brand_id`,
);
