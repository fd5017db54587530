/** Statements of extensions: points of a version that are good for longer than they were born to be.
 *  @module */
import { inserting, ranks, reading } from "../db/statement.ts";

export type ExtensionRow = {
  id: string;
  brand_id: string;
  rules_id: string;
  days: number;
  reason: string;
  asked_by: string;
  approval_id: string;
  approved_by: string;
  at: number;
};

export const insertExtension = inserting<ExtensionRow>("validity_extension", ranks.cause, [
  "id",
  "brand_id",
  "rules_id",
  "days",
  "reason",
  "asked_by",
  "approval_id",
  "approved_by",
  "at",
]);

export const endExtension = inserting<{ extension_id: string; at: number }>(
  "validity_extension_end",
  ranks.causeLine,
  ["extension_id", "at"],
);

export const insertLotExtension = inserting<{
  lot_id: string;
  from_lot_id: string;
  extension_id: string;
  points: number;
}>("lot_extension", ranks.causeLine, ["lot_id", "from_lot_id", "extension_id", "points"]);

/** Open lots of a version that lapse some day: how many points in how many accounts. */
export const lapsingOfVersion = reading<
  [rulesId: string, now: number],
  { points: number; accounts: number }
>(
  "points of a version that will lapse",
  `select j.key as n, coalesce(sum(t.remaining), 0) as points,
     count(distinct t.account_id) as accounts
   from json_each(?1) j join lot t on t.remaining > 0 and t.lapses_at > j.value->>1
     and t.rules_id = j.value->>0 group by j.key`,
);

/** What is still to be carried out. */
export const openExtensions = reading<[], ExtensionRow>(
  "extensions to carry out",
  `select j.key as n, x.* from json_each(?1) j join validity_extension x
   where not exists (select 1 from validity_extension_end e where e.extension_id = x.id)
   order by j.key, x.id`,
);

/** The next accounts with lots that an extension is for: those there were when it was approved. */
export const accountsToExtend = reading<
  [rulesId: string, approvedAt: number, now: number, after: string],
  { loyalty_id: string }
>(
  "accounts to extend",
  `select j.key as n, a.loyalty_id from json_each(?1) j join (
     select distinct t.account_id, t.rules_id from lot t
     where t.remaining > 0 and t.lapses_at is not null) t
   on t.rules_id = j.value->>0 and t.account_id > j.value->>3
   join account a on a.id = t.account_id
   where exists (select 1 from lot y join journal x on x.id = y.journal_id
     where y.account_id = t.account_id and y.remaining > 0 and y.lapses_at > j.value->>2
       and y.rules_id = j.value->>0 and x.recorded_at <= j.value->>1)
   order by j.key, t.account_id limit 200`,
);

/** Lots of an account that an extension is for, by id. */
export const lotsToExtend = reading<
  [loyaltyId: string, rulesId: string, approvedAt: number, extensionId: string],
  { id: string }
>(
  "lots to extend",
  `select j.key as n, t.id from json_each(?1) j
   join lot t on t.account_id = j.value->>0 || '.points' and t.remaining > 0
     and t.rules_id = j.value->>1 and t.lapses_at is not null
   join journal x on x.id = t.journal_id and x.recorded_at <= j.value->>2
   where not exists (select 1 from lot_extension e
     where e.lot_id = t.id and e.extension_id = j.value->>3)
   order by j.key, t.id`,
);

export const extensionsOf = reading<[brandId: string], {
  id: string;
  rules_id: string;
  version: number;
  days: number;
  reason: string;
  asked_by: string;
  approved_by: string;
  at: number;
  accounts: number;
  points: number;
  done_at: number | null;
}>(
  "extensions of a brand",
  `select j.key as n, x.id, x.rules_id, r.version, x.days, x.reason, coalesce(a.name, x.asked_by) as asked_by,
     coalesce(b.name, x.approved_by) as approved_by, x.at, e.at as done_at,
     (select count(distinct t.account_id) from lot_extension l join lot t on t.id = l.lot_id
       where l.extension_id = x.id) as accounts,
     (select coalesce(sum(l.points), 0) from lot_extension l where l.extension_id = x.id) as points
   from json_each(?1) j join validity_extension x on x.brand_id = j.value->>0
   join earning_rules r on r.id = x.rules_id
   left join staff a on a.id = x.asked_by left join staff b on b.id = x.approved_by
   left join validity_extension_end e on e.extension_id = x.id order by j.key, x.id desc`,
);
