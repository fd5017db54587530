/** Statements of the cards room. @module */
import { Problem } from "../../shared/problems.ts";
import { isLater } from "../clock-back.ts";
import { inserting, ranks, reading, writing } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { memberColumns, memberJoins, type MemberRow } from "../members/queries.ts";

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

/** The member whom a scan recognised. */
export const memberOfScan = reading<[scanId: string], MemberRow>(
  "member of a scan",
  `select j.key as n, ${memberColumns} from json_each(?1) j join scan s on s.id = j.value->>0
   join member m on m.id = s.member_id ${memberJoins}`,
);

export const insertScan = inserting<Omit<ScanRow, "used_by">>("scan", ranks.cause, [
  "id",
  "card_id",
  "member_id",
  "account_id",
  "brand_id",
  "store_id",
  "terminal_id",
  "staff_id",
  "api_key_id",
  "via",
  "rights",
  "opened_at",
  "expires_at",
]);

/** Uses a scan for one sale; a second use collides. Written as an insert that always meets its own
 *  row, because that goes row by row: an update would join two uses of one group into one. */
export const useScan = writing<{ id: string; used_by: string }>(
  "use scan",
  ranks.change,
  ["id", "used_by"],
  `insert into scan
   select s.id, s.card_id, s.member_id, s.account_id, s.brand_id, s.store_id, s.terminal_id,
     s.staff_id, s.api_key_id, s.via, s.rights, s.opened_at, s.expires_at, j.value->>1
   from json_each(?1) j join scan s on s.id = j.value->>0 where true
   on conflict (id) do update set used_by = excluded.used_by`,
);

export const raiseScan = writing<{ id: string }>(
  "raise scan to spending",
  ranks.change,
  ["id"],
  `update scan set rights = 'spend' from json_each(?1) j where scan.id = j.value->>0`,
);

export const endScanNow = writing<{ id: string; at: number }>(
  "end scan",
  ranks.change,
  ["id", "at"],
  `update scan set expires_at = min(expires_at, j.value->>1) from json_each(?1) j
   where scan.id = j.value->>0`,
);

/** The scan, if this terminal or API key opened it and it has not run out.
 *  @throws Problem scan-expired otherwise: others' scans are not told from old ones */
export const ownScan = (desk: Desk, scan: ScanRow | undefined): ScanRow => {
  const { terminalId, apiKeyId, storeId } = desk.actor;
  const own = scan !== undefined && scan.store_id === storeId &&
    (terminalId ? scan.terminal_id === terminalId : scan.api_key_id === (apiKeyId ?? ""));
  if (!own || scan.expires_at <= desk.now || isLater(scan.opened_at, desk.now)) {
    throw new Problem("scan-expired");
  }
  return scan;
};

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
  /** The agreed key, sealed for this card. */
  key_cipher: string | null;
  last_counter: number;
  bad_total: number;
  state: "active" | "frozen" | "lost" | "replaced" | "returned" | "expired";
  issued_at: number;
};

export const cardByNumber = reading<[number: string], CardRow>(
  "card by number",
  `select j.key as n, c.* from json_each(?1) j join card c on c.number = j.value->>0`,
);

/** A card as a scan needs it, with its member: one look says all. */
export type PresentedRow = MemberRow & {
  card_id: string;
  card_state: CardRow["state"];
  key_cipher: string | null;
  last_counter: number;
};

const presentedColumns =
  `c.id as card_id, c.state as card_state, c.key_cipher, c.last_counter, ${memberColumns}`;

/** An e-card by its handle, within the brand of the scanner. */
export const ecardByHandle = reading<[brandId: string, handle: string], PresentedRow>(
  "e-card by handle",
  `select j.key as n, ${presentedColumns} from json_each(?1) j
   join card c on c.handle = j.value->>1 and c.brand_id = j.value->>0
   join member m on m.id = c.member_id ${memberJoins}`,
);

/** A plastic card by its number, within the brand of the scanner. */
export const plasticByNumber = reading<[brandId: string, number: string], PresentedRow>(
  "plastic card by number",
  `select j.key as n, ${presentedColumns} from json_each(?1) j
   join card c on c.number = j.value->>1 and c.brand_id = j.value->>0
   join member m on m.id = c.member_id ${memberJoins}`,
);

export const insertCard = inserting<
  Pick<
    CardRow,
    | "id"
    | "account_id"
    | "member_id"
    | "brand_id"
    | "medium"
    | "number"
    | "handle"
    | "device_id"
    | "public_key"
    | "salt"
    | "key_id"
    | "key_cipher"
    | "issued_at"
  > & { issued_store_id: string | null }
>("card", ranks.card, [
  "id",
  "account_id",
  "member_id",
  "brand_id",
  "medium",
  "number",
  "handle",
  "device_id",
  "public_key",
  "salt",
  "key_id",
  "key_cipher",
  "issued_at",
  "issued_store_id",
]);

/** Before another card of the device is written (rank). */
export const endCardsOfDevice = writing<{ device_id: string; state: string; at: number }>(
  "end cards of a device",
  ranks.card - 1,
  ["device_id", "state", "at"],
  `update card set state = j.value->>1, ended_at = j.value->>2 from json_each(?1) j
   where card.device_id = j.value->>0 and card.state in ('active', 'frozen')`,
);

/** Notes the code that was shown; an older or equal one collides. One per group (touches: card). */
export const moveCounter = writing<{ id: string; last_counter: number }>(
  "move card counter",
  ranks.change,
  ["id", "last_counter"],
  `update card set last_counter = j.value->>1 from json_each(?1) j where card.id = j.value->>0`,
);

/** Counts a forged code against a card and freezes it at the last. One per group (touches: card). */
export const countForgery = writing<{ id: string; freezes_at: number }>(
  "count forgery",
  ranks.change,
  ["id", "freezes_at"],
  `update card set bad_total = bad_total + 1,
     state = case when state = 'active' and bad_total + 1 >= j.value->>1 then 'frozen'
       else state end
   from json_each(?1) j where card.id = j.value->>0`,
);
