/** Statements of the claims. A claim is never edited: how it ended is a row of its own, and the
 *  primary key of that row is what makes the second write-off fail. @module */
import { inserting, ranks, reading } from "../db/statement.ts";
import { loyaltyOf } from "../points/queries.ts";
import type { ClaimWay } from "../../shared/gifts/kinds.ts";
import type { OrderState } from "../../shared/gifts/order.ts";
import type { FinerKind, PlainKind } from "./gift-row.ts";

export type ClaimRow = {
  id: string;
  code: string;
  gift_id: string;
  brand_id: string;
  store_id: string;
  member_id: string;
  account_id: string;
  scan_id: string | null;
  points: number;
  money_fen: number;
  quantity: number;
  priced: "base" | "tier" | "flash";
  way: ClaimWay;
  /** JSON of what it took (see taking.ts); null: one piece of the gift. */
  took: string | null;
  journal_id: string;
  claimed_at: number;
  expires_at: number;
  terminal_id: string | null;
  staff_id: string | null;
};

export type ClaimEndState = "handed-over" | "cancelled" | "lapsed";

/** A claim with its gift, store and member, and how it ended (null: it has not). */
export type ClaimViewRow = ClaimRow & {
  gift_zh: string;
  gift_en: string;
  picture: string;
  kind: PlainKind;
  finer_kind: FinerKind | null;
  event_at: number | null;
  venue_zh: string;
  venue_en: string;
  paid_fen: number;
  order_number: string | null;
  order_state: OrderState | null;
  carrier: string | null;
  tracking: string | null;
  /** JSON: [[state, at], …] in their order. */
  order_steps: string;
  store_zh: string;
  store_en: string;
  member_name: string;
  member_language: string;
  ended_as: ClaimEndState | null;
  ended_at: number | null;
};

const claimView = (condition: string): string =>
  `select j.key as n, c.*, g.name_zh as gift_zh, g.name_en as gift_en, g.picture, g.kind,
     g.finer_kind, g.event_at, g.venue_zh, g.venue_en, coalesce(y.money_fen, 0) as paid_fen,
     o.number as order_number, o.state as order_state, o.carrier, o.tracking,
     (select json_group_array(json_array(t.state, t.at)) from (select * from gift_order_step w
       where w.claim_id = c.id order by instr('placed packed shipped received cancelled returned', w.state)) t) as order_steps,
     s.name_zh as store_zh, s.name_en as store_en, m.name as member_name, m.language as member_language,
     e.state as ended_as, e.at as ended_at
   from json_each(?1) j join claim c on ${condition}
   join gift g on g.id = c.gift_id join store s on s.id = c.store_id
   join member m on m.id = c.member_id left join claim_end e on e.claim_id = c.id
   left join claim_payment y on y.claim_id = c.id left join gift_order o on o.claim_id = c.id`;

export const claimById = reading<[claimId: string], ClaimViewRow>(
  "claim by id",
  claimView("c.id = j.value->>0"),
);

export const claimByCode = reading<[code: string], ClaimViewRow>(
  "claim by code",
  claimView("c.code = j.value->>0"),
);

/** The latest hundred claims of a member, newest first. */
export const claimsOfMember = reading<[memberId: string], ClaimViewRow>(
  "claims of a member",
  `${
    claimView(`c.id in (select x.id from claim x where x.member_id = j.value->>0
     order by x.claimed_at desc, x.id desc limit 100)`)
  } order by j.key, c.claimed_at desc, c.id desc`,
);

const countsAgainstLimit = `left join claim_end e on e.claim_id = c.id
   where e.state is null or e.state = 'handed-over'`;

const today = "count(*) filter (where c.claimed_at >=";

/** How often the member behind a handle has each gift: open claims and those handed over; and how
 *  many of those are from today. */
export const claimCounts = reading<
  [handle: string, dayStart: number],
  { gift_id: string; claims: number; today: number }
>(
  "claims per gift",
  `select j.key as n, c.gift_id, count(*) as claims, ${today} j.value->>1) as today
   from json_each(?1) j
   join loyalty_account l on l.id = ${loyaltyOf("j.value->>0")}
   join claim c on c.member_id = l.member_id ${countsAgainstLimit} group by j.key, c.gift_id`,
);

/** The same for one gift. */
export const claimsOfGift = reading<
  [handle: string, giftId: string, dayStart: number],
  { claims: number; today: number }
>(
  "claims of a gift",
  `select j.key as n, count(*) as claims, ${today} j.value->>2) as today from json_each(?1) j
   join loyalty_account l on l.id = ${loyaltyOf("j.value->>0")}
   join claim c on c.gift_id = j.value->>1 and c.member_id = l.member_id ${countsAgainstLimit}
   group by j.key`,
);

/** A hundred claims whose time is over and that nobody ended, longest over first. */
export const overdueClaims = reading<[now: number], { claim_id: string }>(
  "overdue claims",
  `select j.key as n, o.claim_id from json_each(?1) j join open_claim o on o.claim_id in (
     select x.claim_id from open_claim x where x.expires_at <= j.value->>0
     order by x.expires_at limit 100)`,
);

export type DrawnRow = {
  lot_id: string;
  drawn: number;
  lapses_at: number | null;
  available_at: number;
};

/** What a claim drew from each lot, in the order of drawing. */
export const drawnForClaim = reading<[claimId: string], DrawnRow>(
  "lots a claim drew from",
  `select j.key as n, u.lot_id, -u.amount as drawn, t.lapses_at, t.available_at
   from json_each(?1) j join claim c on c.id = j.value->>0
   join entry e on e.journal_id = c.journal_id
   join lot_use u on u.account_id = e.account_id and u.seq = e.seq
   join lot t on t.id = u.lot_id
   order by j.key, t.lapses_at is null, t.lapses_at, t.available_at, t.id`,
);

export const insertClaim = inserting<ClaimRow>("claim", ranks.cause, [
  "id",
  "code",
  "gift_id",
  "brand_id",
  "store_id",
  "member_id",
  "account_id",
  "scan_id",
  "points",
  "money_fen",
  "quantity",
  "priced",
  "way",
  "took",
  "journal_id",
  "claimed_at",
  "expires_at",
  "terminal_id",
  "staff_id",
]);

export const insertClaimEnd = inserting<{
  claim_id: string;
  state: ClaimEndState;
  at: number;
  store_id: string | null;
  terminal_id: string | null;
  staff_id: string | null;
  journal_id: string | null;
}>("claim_end", ranks.causeLine, [
  "claim_id",
  "state",
  "at",
  "store_id",
  "terminal_id",
  "staff_id",
  "journal_id",
]);

/** The money that went with the points, once. */
export const insertPayment = inserting<{
  claim_id: string;
  money_fen: number;
  tender: string;
  brand_id: string;
  store_id: string;
  terminal_id: string | null;
  staff_id: string | null;
  at: number;
}>("claim_payment", ranks.causeLine, [
  "claim_id",
  "money_fen",
  "tender",
  "brand_id",
  "store_id",
  "terminal_id",
  "staff_id",
  "at",
]);
