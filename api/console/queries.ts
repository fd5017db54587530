/** Statements of the console's own sign-in. @module */
import { inserting, ranks, reading, writing } from "../db/statement.ts";

export type ChallengeRow = {
  id: string;
  purpose: "sign-in" | "add";
  staff_id: string | null;
  challenge: string;
  expires_at: number;
  used_at: number | null;
};

export const insertChallenge = inserting<Omit<ChallengeRow, "used_at">>(
  "passkey_challenge",
  ranks.change,
  ["id", "purpose", "staff_id", "challenge", "expires_at"],
);

export const forgetChallenges = writing<{ expired_before: number }>(
  "forget passkey challenges",
  ranks.cause,
  ["expired_before"],
  `delete from passkey_challenge
   where expires_at < (select min(j.value->>0) from json_each(?1) j)`,
);

export const challengeById = reading<[challengeId: string], ChallengeRow>(
  "passkey challenge by id",
  `select j.key as n, p.* from json_each(?1) j join passkey_challenge p on p.id = j.value->>0`,
);

/** Uses a challenge up: a trigger refuses the second use. */
export const useChallenge = writing<{ id: string; used_at: number }>(
  "use passkey challenge",
  ranks.change,
  ["id", "used_at"],
  `update passkey_challenge set used_at = j.value->>1 from json_each(?1) j
   where passkey_challenge.id = j.value->>0`,
);

export type PasskeyRow = {
  id: string;
  staff_id: string;
  public_key: string;
  counter: number;
  transports: string;
};

export const passkeyById = reading<[credentialId: string], PasskeyRow>(
  "passkey by id",
  `select j.key as n, p.id, p.staff_id, p.public_key, p.counter, p.transports
   from json_each(?1) j join staff_passkey p on p.id = j.value->>0`,
);

export const passkeysOf = reading<[staffId: string], PasskeyRow>(
  "passkeys of a person",
  `select j.key as n, p.id, p.staff_id, p.public_key, p.counter, p.transports
   from json_each(?1) j join staff_passkey p on p.staff_id = j.value->>0`,
);

export const insertPasskey = inserting<PasskeyRow & { label: string; created_at: number }>(
  "staff_passkey",
  ranks.change,
  ["id", "staff_id", "public_key", "counter", "transports", "label", "created_at"],
);

export const touchPasskey = writing<{ id: string; counter: number; last_used_at: number }>(
  "touch passkey",
  ranks.change,
  ["id", "counter", "last_used_at"],
  `update staff_passkey set counter = j.value->>1, last_used_at = j.value->>2
   from json_each(?1) j where staff_passkey.id = j.value->>0`,
);
