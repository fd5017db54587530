-- The gift mall: shelves, more kinds of gift, prices by tier and for a time, bundles, quotas, and
-- gifts that are sent home. A gift keeps its row; what the old CHECK on its kind cannot say stands
-- in finer_kind, beside the old kind that it comes nearest to.
create table gift_shelf (
  id text primary key, brand_id text not null references brand(id), name_zh text not null, name_en text not null,
  kind text not null check (kind in ('shelf','menu')), sort integer not null,
  state text not null default 'listed' check (state in ('listed','hidden')), unique (brand_id, name_zh)
) strict;
--> statement-breakpoint
create index gift_shelf_of on gift_shelf (brand_id, sort);
--> statement-breakpoint
alter table gift add column finer_kind text check (finer_kind in ('event','bundle','coupon','stored-value','cash'));
--> statement-breakpoint
alter table gift add column shelf_id text references gift_shelf(id);
--> statement-breakpoint
-- The goods it is made of, where it helps slow stock to go.
alter table gift add column product_id text references product(id);
--> statement-breakpoint
alter table gift add column promoted integer not null default 0 check (promoted in (0, 1));
--> statement-breakpoint
-- Paid at the counter on top of the points.
alter table gift add column money_fen integer not null default 0 check (money_fen between 0 and 1000000000000);
--> statement-breakpoint
-- How many of it one claim is: two drinks.
alter table gift add column quantity integer not null default 1 check (quantity between 1 and 1000);
--> statement-breakpoint
-- [[level, points, money_fen], …]: from this tier level on the gift costs this.
alter table gift add column tier_prices text not null default '[]';
--> statement-breakpoint
alter table gift add column flash_points integer check (flash_points between 1 and 1000000000000);
--> statement-breakpoint
alter table gift add column flash_money_fen integer not null default 0 check (flash_money_fen between 0 and 1000000000000);
--> statement-breakpoint
alter table gift add column flash_from integer;
--> statement-breakpoint
alter table gift add column flash_until integer check (flash_points is null or flash_until > flash_from);
--> statement-breakpoint
-- How many may go at the flash price; null: as many as there are.
alter table gift add column flash_pieces integer check (flash_pieces >= 1);
--> statement-breakpoint
alter table gift add column member_day_max integer check (member_day_max >= 1);
--> statement-breakpoint
alter table gift add column day_max integer check (day_max >= 1);
--> statement-breakpoint
alter table gift add column by_pick_up integer not null default 1 check (by_pick_up in (0, 1));
--> statement-breakpoint
alter table gift add column by_delivery integer not null default 0 check (by_delivery in (0, 1));
--> statement-breakpoint
alter table gift add column event_at integer;
--> statement-breakpoint
alter table gift add column venue_zh text not null default '';
--> statement-breakpoint
alter table gift add column venue_en text not null default '';
--> statement-breakpoint
alter table gift add column places integer check (places >= 1);
--> statement-breakpoint
-- What a stored-value or cash gift will pay out, and the coupon that a coupon gift will be.
alter table gift add column payout_fen integer check (payout_fen >= 1);
--> statement-breakpoint
alter table gift add column coupon_code text;
--> statement-breakpoint
-- What a bundle is made of. Its stock is that of its parts.
create table gift_part (
  gift_id text not null references gift(id), part_id text not null references gift(id),
  pieces integer not null check (pieces between 1 and 100), primary key (gift_id, part_id),
  check (gift_id <> part_id)
) strict, without rowid;
--> statement-breakpoint
create index gift_part_in on gift_part (part_id);
--> statement-breakpoint
-- What may be had only so often by everybody together: places of an event ('places'), pieces of a
-- flash sale ('flash:<from>'), claims of a day ('day:<YYYY-MM-DD>').
create table gift_quota (
  gift_id text not null references gift(id), quota text not null, taken integer not null, most integer not null,
  primary key (gift_id, quota), check (taken between 0 and most)
) strict, without rowid;
--> statement-breakpoint
create table quota_use (
  gift_id text not null references gift(id), quota text not null, cause text not null check (cause in ('claim','release')),
  cause_id text not null, amount integer not null check (amount <> 0), most integer, at integer not null,
  primary key (gift_id, quota, cause, cause_id)
) strict, without rowid;
--> statement-breakpoint
-- A quota only moves through a row here, and never past its most: the CHECK refuses the second
-- taker of the last place.
create trigger quota_use_posts after insert on quota_use begin
  insert into gift_quota (gift_id, quota, taken, most) values (new.gift_id, new.quota, 0, coalesce(new.most, 0))
    on conflict (gift_id, quota) do update set most = coalesce(new.most, most);
  update gift_quota set taken = taken + new.amount where gift_id = new.gift_id and quota = new.quota;
end;
--> statement-breakpoint
create trigger quota_use_no_update before update on quota_use begin select raise(abort, 'append-only: quota_use'); end;
--> statement-breakpoint
create trigger quota_use_no_delete before delete on quota_use begin select raise(abort, 'append-only: quota_use'); end;
--> statement-breakpoint
alter table claim add column way text not null default 'pick-up' check (way in ('pick-up','delivery'));
--> statement-breakpoint
alter table claim add column money_fen integer not null default 0 check (money_fen between 0 and 1000000000000);
--> statement-breakpoint
alter table claim add column quantity integer not null default 1;
--> statement-breakpoint
-- Which price it was: base, tier or flash.
alter table claim add column priced text not null default 'base' check (priced in ('base','tier','flash'));
--> statement-breakpoint
-- {"stock": [[gift, pieces], …], "quotas": [name, …]}: what goes back when the claim does; null: one piece of
-- the gift itself, as all claims were before.
alter table claim add column took text;
--> statement-breakpoint
-- The money of points plus money, taken when the gift is handed over.
create table claim_payment (
  claim_id text primary key references claim(id), money_fen integer not null check (money_fen > 0),
  tender text not null check (tender in ('cash','card','mobile')), brand_id text not null, store_id text not null,
  terminal_id text, staff_id text, at integer not null
) strict, without rowid;
--> statement-breakpoint
create index claim_payment_at on claim_payment (store_id, at);
--> statement-breakpoint
create trigger claim_payment_no_update before update on claim_payment begin select raise(abort, 'append-only: claim_payment'); end;
--> statement-breakpoint
create trigger claim_payment_no_delete before delete on claim_payment begin select raise(abort, 'append-only: claim_payment'); end;
--> statement-breakpoint
-- What is sent home never lapses: it waits for the house, not for the member.
drop trigger claim_opens;
--> statement-breakpoint
create trigger claim_opens after insert on claim when new.way = 'pick-up' begin
  insert into open_claim values (new.id, new.expires_at);
end;
--> statement-breakpoint
-- A gift on its way to an address. Who it goes to is encrypted; state and its time are kept by the
-- trigger below from the steps.
create table gift_order (
  claim_id text primary key references claim(id), number text not null unique, brand_id text not null,
  store_id text not null references store(id), member_id text not null references member(id),
  name_cipher text not null, phone_cipher text not null, region text not null, street_cipher text not null,
  state text not null check (state in ('placed','packed','shipped','received','cancelled','returned')),
  state_at integer not null, placed_at integer not null, carrier text, tracking text
) strict, without rowid;
--> statement-breakpoint
create index gift_order_state on gift_order (brand_id, state, placed_at);
--> statement-breakpoint
create index gift_order_store on gift_order (store_id, state, placed_at);
--> statement-breakpoint
create index gift_order_member on gift_order (member_id, placed_at);
--> statement-breakpoint
create table gift_order_step (
  claim_id text not null references gift_order(claim_id),
  state text not null check (state in ('placed','packed','shipped','received','cancelled','returned')), at integer not null,
  actor text not null, staff_id text, carrier text, tracking text, note text not null default '',
  primary key (claim_id, state)
) strict, without rowid;
--> statement-breakpoint
-- placed → packed → shipped → received; cancelled only before it has left the house, returned from its way.
create trigger gift_order_step_follows before insert on gift_order_step
when new.state <> 'placed' and not exists (select 1 from gift_order o where o.claim_id = new.claim_id and (
  (new.state = 'packed' and o.state = 'placed') or (new.state = 'shipped' and o.state in ('placed','packed'))
  or (new.state in ('received','returned') and o.state = 'shipped') or (new.state = 'cancelled' and o.state in ('placed','packed'))))
begin select raise(abort, 'collision: gift order'); end;
--> statement-breakpoint
create trigger gift_order_step_posts after insert on gift_order_step begin
  update gift_order set state = new.state, state_at = new.at, carrier = coalesce(new.carrier, carrier),
    tracking = coalesce(new.tracking, tracking) where claim_id = new.claim_id;
end;
--> statement-breakpoint
create trigger gift_order_step_no_update before update on gift_order_step begin select raise(abort, 'append-only: gift_order_step'); end;
--> statement-breakpoint
create trigger gift_order_step_no_delete before delete on gift_order_step begin select raise(abort, 'append-only: gift_order_step'); end;
--> statement-breakpoint
create trigger gift_order_no_delete before delete on gift_order begin select raise(abort, 'append-only: gift_order'); end;
