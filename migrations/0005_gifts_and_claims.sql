-- Gifts, their stock per store, and claims: the ticket that turns points into a gift.
create table gift (
  id text primary key, brand_id text not null references brand(id), code text not null,
  name_zh text not null, name_en text not null, detail_zh text not null default '', detail_en text not null default '',
  picture text not null, kind text not null default 'goods' check (kind in ('goods','service','virtual')),
  points integer not null check (points between 1 and 1000000000000), market_fen integer not null default 0,
  tier_level_min integer not null default 0, per_member_max integer, opens_at integer, closes_at integer,
  claim_days integer not null default 7 check (claim_days between 1 and 365), sort integer not null default 0,
  state text not null default 'listed' check (state in ('listed','hidden')), revision integer not null default 1,
  created_at integer not null, unique (brand_id, code)
) strict;
--> statement-breakpoint
create table gift_stock (
  gift_id text not null references gift(id), store_id text not null references store(id),
  remaining integer not null check (remaining between 0 and 1000000000),
  primary key (gift_id, store_id)
) strict, without rowid;
--> statement-breakpoint
create table claim (
  id text primary key, code text not null unique, gift_id text not null references gift(id),
  brand_id text not null, store_id text not null references store(id), member_id text not null references member(id),
  account_id text not null references loyalty_account(id), scan_id text, points integer not null,
  journal_id text not null references journal(id), claimed_at integer not null, expires_at integer not null,
  terminal_id text, staff_id text
) strict;
--> statement-breakpoint
create index claim_member on claim (member_id, claimed_at);
--> statement-breakpoint
create index claim_gift on claim (gift_id, member_id);
--> statement-breakpoint
-- How a claim ended, once: the primary key is what makes the second write-off fail.
create table claim_end (
  claim_id text primary key references claim(id),
  state text not null check (state in ('handed-over','cancelled','lapsed')), at integer not null,
  store_id text, terminal_id text, staff_id text, journal_id text references journal(id)
) strict, without rowid;
--> statement-breakpoint
-- The claims nobody has ended yet, kept by triggers: what the sweep for unclaimed gifts looks at
-- stays as small as what is waiting, however many claims there have been.
create table open_claim (claim_id text primary key references claim(id), expires_at integer not null) strict, without rowid;
--> statement-breakpoint
create index open_claim_end on open_claim (expires_at);
--> statement-breakpoint
create trigger claim_opens after insert on claim begin
  insert into open_claim values (new.id, new.expires_at);
end;
--> statement-breakpoint
create trigger claim_closes after insert on claim_end begin
  delete from open_claim where claim_id = new.claim_id;
end;
--> statement-breakpoint
create table stock_move (
  gift_id text not null references gift(id), store_id text not null references store(id), cause text not null,
  cause_id text not null, amount integer not null check (amount <> 0), at integer not null,
  primary key (gift_id, store_id, cause, cause_id)
) strict, without rowid;
--> statement-breakpoint
-- Stock only moves through a row here, and never below zero.
create trigger stock_move_posts after insert on stock_move begin
  insert into gift_stock (gift_id, store_id, remaining) values (new.gift_id, new.store_id, 0) on conflict do nothing;
  update gift_stock set remaining = remaining + new.amount where gift_id = new.gift_id and store_id = new.store_id;
end;
--> statement-breakpoint
create trigger stock_move_no_update before update on stock_move begin select raise(abort, 'append-only: stock_move'); end;
--> statement-breakpoint
create trigger stock_move_no_delete before delete on stock_move begin select raise(abort, 'append-only: stock_move'); end;
--> statement-breakpoint
create trigger claim_no_update before update on claim begin select raise(abort, 'append-only: claim'); end;
--> statement-breakpoint
create trigger claim_no_delete before delete on claim begin select raise(abort, 'append-only: claim'); end;
--> statement-breakpoint
create trigger claim_end_no_update before update on claim_end begin select raise(abort, 'append-only: claim_end'); end;
--> statement-breakpoint
create trigger claim_end_no_delete before delete on claim_end begin select raise(abort, 'append-only: claim_end'); end;
--> statement-breakpoint
create trigger claim_no_replace before insert on claim when exists (select 1 from claim where id = new.id) begin select raise(abort, 'append-only: claim'); end;
--> statement-breakpoint
create trigger claim_end_no_replace before insert on claim_end when exists (select 1 from claim_end where claim_id = new.claim_id) begin select raise(abort, 'collision: claim_end'); end;
--> statement-breakpoint
create trigger gift_revision_counts before update on gift when new.revision <> old.revision + 1
begin select raise(abort, 'collision: gift revision'); end;
