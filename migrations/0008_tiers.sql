-- Tiers: what they count and when they are looked at again, what they give, who holds one since
-- when, and the categories of members.
create table tier_policy (
  brand_id text primary key references brand(id),
  basis text not null check (basis in ('spending','points')),
  span text not null check (span in ('months','year','lifetime')),
  review text not null, grace_days integer not null check (grace_days between 0 and 366),
  revision integer not null, changed_at integer not null, changed_by text
) strict, without rowid;
--> statement-breakpoint
create trigger tier_policy_revision_counts before update on tier_policy when new.revision <> old.revision + 1
begin select raise(abort, 'collision: tier policy'); end;
--> statement-breakpoint
-- What a tier asks and gives beyond its name: no row means nothing special.
create table tier_terms (
  tier_id text primary key references tier(id),
  threshold_points integer not null check (threshold_points between 0 and 1000000000000),
  price_points integer check (price_points between 1 and 1000000000000),
  price_months integer not null default 12 check (price_months between 1 and 120),
  discounts text not null default '[]', birthday text, free_delivery integer not null default 0
) strict, without rowid;
--> statement-breakpoint
create trigger tier_is_held before delete on tier
when exists (select 1 from loyalty_account where tier_id = old.id)
begin select raise(abort, 'collision: tier is held'); end;
--> statement-breakpoint
-- What each day counts towards a tier, kept by a trigger from the ledger's own entries: the sum of a
-- window is then a short range of one key. A return counts on the day of the sale it reverses.
create table qualifying_day (
  loyalty_id text not null references loyalty_account(id), day text not null,
  fen integer not null, points integer not null, primary key (loyalty_id, day)
) strict, without rowid;
--> statement-breakpoint
insert into qualifying_day (loyalty_id, day, fen, points)
  select a.loyalty_id, date(coalesce(y.occurred_at, x.occurred_at) / 1000 + 28800, 'unixepoch') as day,
    sum(case e.unit when 'qualifying' then e.amount else 0 end),
    sum(case e.unit when 'points' then e.amount when 'points-debt' then -e.amount else 0 end)
  from entry e join account a on a.id = e.account_id join journal x on x.id = e.journal_id
  left join journal y on y.id = x.reverses
  where x.kind in ('accrual', 'return') and (e.unit = 'qualifying'
    or (e.unit = 'points' and substr(e.contra, 1, 7) in ('issued@', 'clawbac'))
    or (e.unit = 'points-debt' and substr(e.contra, 1, 5) = 'owed@'))
  group by a.loyalty_id, day;
--> statement-breakpoint
create trigger entry_counts after insert on entry
when new.unit = 'qualifying'
  or (new.unit = 'points' and substr(new.contra, 1, 7) in ('issued@', 'clawbac'))
  or (new.unit = 'points-debt' and substr(new.contra, 1, 5) = 'owed@')
begin
  insert into qualifying_day (loyalty_id, day, fen, points)
  select a.loyalty_id, date(coalesce(y.occurred_at, x.occurred_at) / 1000 + 28800, 'unixepoch'),
    case new.unit when 'qualifying' then new.amount else 0 end,
    case new.unit when 'points' then new.amount when 'points-debt' then -new.amount else 0 end
  from account a join journal x on x.id = new.journal_id left join journal y on y.id = x.reverses
  where a.id = new.account_id and x.kind in ('accrual', 'return')
  on conflict (loyalty_id, day) do update set fen = fen + excluded.fen, points = points + excluded.points;
end;
--> statement-breakpoint
-- Who holds a tier above the entry tier, until when at least, and whether grace is running.
create table tier_hold (
  loyalty_id text primary key references loyalty_account(id), brand_id text not null,
  tier_id text not null references tier(id), review_on text, grace_until text,
  how text not null check (how in ('reached','bought','kept','lowered','entered')), since integer not null
) strict, without rowid;
--> statement-breakpoint
create index tier_hold_review on tier_hold (coalesce(grace_until, review_on), loyalty_id) where review_on is not null;
--> statement-breakpoint
-- Each change of a member's tier and each review, once.
create table tier_change (
  id text primary key, loyalty_id text not null references loyalty_account(id), brand_id text not null,
  from_tier text, to_tier text not null,
  how text not null check (how in ('reached','bought','kept','grace','lowered')),
  counted integer not null, review_on text, cause_id text not null, at integer not null,
  unique (loyalty_id, how, cause_id)
) strict;
--> statement-breakpoint
create trigger tier_change_no_update before update on tier_change begin select raise(abort, 'append-only: tier_change'); end;
--> statement-breakpoint
create trigger tier_change_no_delete before delete on tier_change begin select raise(abort, 'append-only: tier_change'); end;
--> statement-breakpoint
create trigger tier_change_no_replace before insert on tier_change when exists (select 1 from tier_change where id = new.id) begin select raise(abort, 'append-only: tier_change'); end;
--> statement-breakpoint
-- A tier bought with points.
create table tier_purchase (
  id text primary key, loyalty_id text not null references loyalty_account(id), brand_id text not null,
  store_id text, from_tier text, to_tier text not null, points integer not null check (points > 0),
  held_until text not null, journal_id text not null references journal(id), at integer not null
) strict;
--> statement-breakpoint
create index tier_purchase_of on tier_purchase (loyalty_id, at);
--> statement-breakpoint
create trigger tier_purchase_no_update before update on tier_purchase begin select raise(abort, 'append-only: tier_purchase'); end;
--> statement-breakpoint
create trigger tier_purchase_no_delete before delete on tier_purchase begin select raise(abort, 'append-only: tier_purchase'); end;
--> statement-breakpoint
-- Member categories (staff, group buyers, senior …) with a discount of their own.
create table member_category (
  id text primary key, brand_id text not null references brand(id), name_zh text not null, name_en text not null,
  discounts text not null default '[]', state text not null default 'open' check (state in ('open','closed')),
  revision integer not null default 1, created_at integer not null, unique (brand_id, name_zh)
) strict;
--> statement-breakpoint
create trigger member_category_revision_counts before update on member_category when new.revision <> old.revision + 1
begin select raise(abort, 'collision: member category revision'); end;
--> statement-breakpoint
create table member_in_category (
  member_id text primary key references member(id), category_id text not null references member_category(id),
  since integer not null, staff_id text
) strict, without rowid;
--> statement-breakpoint
create index member_in_category_of on member_in_category (category_id);
--> statement-breakpoint
-- What a sale line was before the member's discount, and whose discount it was.
create table sale_line_discount (
  sale_id text not null references sale(id), n integer not null,
  list_fen integer not null check (list_fen between 0 and 1000000000000),
  off_percent integer not null check (off_percent between 1 and 100),
  source text not null check (source in ('tier','category')), source_id text not null,
  primary key (sale_id, n)
) strict, without rowid;
--> statement-breakpoint
create trigger sale_line_discount_no_update before update on sale_line_discount begin select raise(abort, 'append-only: sale_line_discount'); end;
--> statement-breakpoint
create trigger sale_line_discount_no_delete before delete on sale_line_discount begin select raise(abort, 'append-only: sale_line_discount'); end;
