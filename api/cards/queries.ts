/** Statements of the cards room. @module */
import { ranks, reading, writing } from "../db/statement.ts";

export type ScanRow = {
  id: string;
  card_id: string | null;
  member_id: string;
  account_id: string;
  brand_id: string;
  store_id: string;
  terminal_id: string | null;
  staff_id: string | null;
  api_key_id: string | null;
  via: "rotating" | "stale" | "static" | "phone";
  rights: "earn" | "spend";
  opened_at: number;
  expires_at: number;
  used_by: string | null;
};

export const scanById = reading<[scanId: string], ScanRow>(
  "scan by id",
  `select j.key as n, s.* from json_each(?1) j join scan s on s.id = j.value->>0`,
);

/** Uses a scan for one sale; a second use collides. */
export const useScan = writing<{ id: string; used_by: string }>(
  "use scan",
  ranks.change,
  ["id", "used_by"],
  `update scan set used_by = j.value->>1 from json_each(?1) j where scan.id = j.value->>0`,
);

export type CardRow = {
  id: string;
  account_id: string;
  member_id: string;
  brand_id: string;
  medium: "plastic" | "ecard";
  number: string | null;
  handle: string | null;
  device_id: string | null;
  public_key: string | null;
  salt: string | null;
  key_id: string | null;
  last_counter: number;
  bad_total: number;
  state: "active" | "frozen" | "lost" | "replaced" | "returned" | "expired";
  issued_at: number;
};

export const cardByNumber = reading<[number: string], CardRow>(
  "card by number",
  `select j.key as n, c.* from json_each(?1) j join card c on c.number = j.value->>0`,
);
