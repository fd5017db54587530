/** Statements of points that members pass on. @module */
import { inserting, ranks, reading, writing } from "../db/statement.ts";
import { brandOf, loyaltyOf } from "../points/queries.ts";

export type TransferPolicyRow = {
  enabled: number;
  least: number;
  per_gift: number;
  per_day: number;
  per_month: number;
  accept_days: number;
  revision: number;
};

/** @param brand see brandOf */
export const transferPolicyOf = reading<[brand: string], TransferPolicyRow>(
  "transfer policy of a brand",
  `select j.key as n, p.enabled, p.least, p.per_gift, p.per_day, p.per_month, p.accept_days, p.revision
   from json_each(?1) j join transfer_policy p on p.brand_id = ${brandOf("j.value->>0")}`,
);

export const putTransferPolicy = writing<
  TransferPolicyRow & { brand_id: string; changed_at: number; changed_by: string | null }
>(
  "put transfer policy",
  ranks.change,
  [
    "brand_id",
    "enabled",
    "least",
    "per_gift",
    "per_day",
    "per_month",
    "accept_days",
    "revision",
    "changed_at",
    "changed_by",
  ],
  `insert into transfer_policy (brand_id, enabled, least, per_gift, per_day, per_month, accept_days,
     revision, changed_at, changed_by)
   select j.value->>0, j.value->>1, j.value->>2, j.value->>3, j.value->>4, j.value->>5, j.value->>6,
     j.value->>7, j.value->>8, j.value->>9 from json_each(?1) j where true
   on conflict (brand_id) do update set enabled = excluded.enabled, least = excluded.least,
     per_gift = excluded.per_gift, per_day = excluded.per_day, per_month = excluded.per_month,
     accept_days = excluded.accept_days, revision = excluded.revision,
     changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
);

/** What an account has sent since two instants that has not come back. */
export const sentSince = reading<
  [handle: string, day: number, month: number],
  { today: number; month: number }
>(
  "points sent in day and month",
  `select j.key as n,
     coalesce(sum(t.points) filter (where t.sent_at >= j.value->>1), 0) as today,
     coalesce(sum(t.points), 0) as month
   from json_each(?1) j
   left join transfer t on t.from_account = ${loyaltyOf("j.value->>0")} and t.sent_at >= j.value->>2
     and not exists (select 1 from transfer_end e where e.transfer_id = t.id and e.state <> 'accepted')
   group by j.key`,
);

export type TransferRow = {
  id: string;
  brand_id: string;
  from_account: string;
  from_member: string;
  from_name: string;
  phone_index: string | null;
  phone_tail: string | null;
  code_cipher: string | null;
  points: number;
  note: string;
  journal_id: string;
  sent_at: number;
  expires_at: number;
  ended_as: "accepted" | "declined" | "cancelled" | "lapsed" | null;
  to_account: string | null;
  ended_at: number | null;
  /** The first lapse among the lots it was drawn from; null: none lapses. */
  lapses_next: number | null;
};

const transferColumns =
  `t.id, t.brand_id, t.from_account, t.from_member, m.name as from_name, t.phone_index, t.phone_tail,
     t.code_cipher, t.points, t.note, t.journal_id, t.sent_at, t.expires_at, e.state as ended_as,
     e.to_account, e.at as ended_at, (select min(l.lapses_at) from entry x
       join lot_use u on u.account_id = x.account_id and u.seq = x.seq join lot l on l.id = u.lot_id
       where x.journal_id = t.journal_id) as lapses_next`;

const transferJoins = `join member m on m.id = t.from_member
   left join transfer_end e on e.transfer_id = t.id`;

export const transferById = reading<[id: string], TransferRow>(
  "transfer by id",
  `select j.key as n, ${transferColumns} from json_each(?1) j
   join transfer t on t.id = j.value->>0 ${transferJoins}`,
);

const byCode = `t.code_index = j.value->>1 and t.brand_id = ${brandOf("j.value->>0")}`;

export const transferByCode = reading<[brand: string, codeIndex: string], TransferRow>(
  "transfer by code",
  `select j.key as n, ${transferColumns} from json_each(?1) j
   join transfer t on ${byCode} ${transferJoins}`,
);

/** The latest fifty; SQL takes no limit from a row. */
export const transfersFrom = reading<[handle: string], TransferRow>(
  "transfers sent by an account",
  `select j.key as n, ${transferColumns} from json_each(?1) j
   join transfer t on t.id in (select x.id from transfer x where x.from_account = ${
    loyaltyOf("j.value->>0")
  }
     order by x.sent_at desc limit 50) ${transferJoins} order by j.key, t.sent_at desc`,
);

/** Gifts that wait for a member's phone, and those the member has taken. */
export const transfersTo = reading<[memberId: string, now: number], TransferRow>(
  "transfers for a member",
  `select j.key as n, ${transferColumns} from json_each(?1) j
   join member w on w.id = j.value->>0 join loyalty_account own on own.member_id = w.id
   join transfer t on t.id in (select o.transfer_id from open_transfer o
       where o.brand_id = w.brand_id and o.phone_index = w.phone_index and o.expires_at > j.value->>1)
     or t.id in (select d.transfer_id from transfer_end d where d.to_account = own.id
       order by d.at desc limit 50)
   ${transferJoins} order by j.key, e.state is not null, t.sent_at desc`,
);

export const overdueTransfers = reading<[now: number], { transfer_id: string }>(
  "transfers overdue",
  `select 0 as n, o.transfer_id from open_transfer o
   where o.expires_at <= json_extract(?1, '$[0][0]') order by o.expires_at limit 100`,
);

export const waitingOf = reading<[brandId: string], { gifts: number; points: number }>(
  "transfers waiting in a brand",
  `select j.key as n, count(t.id) as gifts, coalesce(sum(t.points), 0) as points
   from json_each(?1) j left join open_transfer o on o.brand_id = j.value->>0
   left join transfer t on t.id = o.transfer_id group by j.key`,
);

export type PassedLotRow = {
  lot_id: string;
  amount: number;
  available_at: number;
  lapses_at: number | null;
  issued_store_id: string | null;
  issued_brand_id: string;
  rules_id: string | null;
};

const passedWhere = (transfer: string): string =>
  `select j.key as n, u.lot_id, -u.amount as amount, l.available_at, l.lapses_at, l.issued_store_id,
     l.issued_brand_id, l.rules_id
   from json_each(?1) j join transfer t on ${transfer} join entry e on e.journal_id = t.journal_id
   join lot_use u on u.account_id = e.account_id and u.seq = e.seq and u.amount < 0
   join lot l on l.id = u.lot_id order by j.key, l.lapses_at is null, l.lapses_at, l.id`;

/** What a transfer drew from each lot, with all that moves on to another account. */
export const passedLots = reading<[transferId: string], PassedLotRow>(
  "lots that a transfer carries",
  passedWhere("t.id = j.value->>0"),
);

export const passedLotsByCode = reading<[brand: string, codeIndex: string], PassedLotRow>(
  "lots that a transfer by code carries",
  passedWhere(byCode),
);

export const insertTransfer = inserting<{
  id: string;
  brand_id: string;
  from_account: string;
  from_member: string;
  phone_index: string | null;
  phone_tail: string | null;
  code_index: string | null;
  code_cipher: string | null;
  points: number;
  note: string;
  journal_id: string;
  sent_at: number;
  expires_at: number;
}>("transfer", ranks.cause, [
  "id",
  "brand_id",
  "from_account",
  "from_member",
  "phone_index",
  "phone_tail",
  "code_index",
  "code_cipher",
  "points",
  "note",
  "journal_id",
  "sent_at",
  "expires_at",
]);

export const insertTransferEnd = inserting<{
  transfer_id: string;
  state: "accepted" | "declined" | "cancelled" | "lapsed";
  to_account: string | null;
  journal_id: string;
  at: number;
}>("transfer_end", ranks.causeLine, ["transfer_id", "state", "to_account", "journal_id", "at"]);
