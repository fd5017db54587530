-- Points that members pass on: to a friend, from a store's own budget, and back to a store.
create table transfer_policy (
  brand_id text primary key references brand(id), enabled integer not null check (enabled in (0, 1)),
  least integer not null check (least between 1 and 1000000000),
  per_gift integer not null check (per_gift between 1 and 1000000000),
  per_day integer not null check (per_day between 1 and 1000000000),
  per_month integer not null check (per_month between 1 and 1000000000),
  accept_days integer not null check (accept_days between 1 and 60),
  revision integer not null, changed_at integer not null, changed_by text
) strict, without rowid;
--> statement-breakpoint
create trigger transfer_policy_revision_counts before update on transfer_policy when new.revision <> old.revision + 1
begin select raise(abort, 'collision: transfer policy'); end;
--> statement-breakpoint
-- A gift of points on its way. It is for whoever has the phone (found by its blind index, whether a
-- member has it or not) or for whoever is told the code: nothing is looked up when it is sent.
create table transfer (
  id text primary key, brand_id text not null references brand(id),
  from_account text not null references loyalty_account(id), from_member text not null references member(id),
  phone_index text, phone_tail text, code_index text unique, code_cipher text,
  points integer not null check (points > 0), note text not null default '',
  journal_id text not null references journal(id), sent_at integer not null, expires_at integer not null,
  check ((phone_index is null) <> (code_index is null))
) strict;
--> statement-breakpoint
create index transfer_from on transfer (from_account, sent_at);
--> statement-breakpoint
-- How it ended, once: the primary key is what makes the second acceptance fail.
create table transfer_end (
  transfer_id text primary key references transfer(id),
  state text not null check (state in ('accepted','declined','cancelled','lapsed')),
  to_account text references loyalty_account(id), journal_id text not null references journal(id), at integer not null,
  check ((state = 'accepted') = (to_account is not null))
) strict, without rowid;
--> statement-breakpoint
create index transfer_end_to on transfer_end (to_account, at) where to_account is not null;
--> statement-breakpoint
-- What is still on its way, kept by triggers: what a phone and the sweep look at stays small.
create table open_transfer (
  transfer_id text primary key references transfer(id), brand_id text not null, phone_index text, expires_at integer not null
) strict, without rowid;
--> statement-breakpoint
create index open_transfer_for on open_transfer (brand_id, phone_index) where phone_index is not null;
--> statement-breakpoint
create index open_transfer_end on open_transfer (expires_at);
--> statement-breakpoint
create trigger transfer_opens after insert on transfer begin
  insert into open_transfer values (new.id, new.brand_id, new.phone_index, new.expires_at);
end;
--> statement-breakpoint
create trigger transfer_closes after insert on transfer_end begin
  delete from open_transfer where transfer_id = new.transfer_id;
end;
--> statement-breakpoint
create trigger transfer_no_update before update on transfer begin select raise(abort, 'append-only: transfer'); end;
--> statement-breakpoint
create trigger transfer_no_delete before delete on transfer begin select raise(abort, 'append-only: transfer'); end;
--> statement-breakpoint
create trigger transfer_no_replace before insert on transfer when exists (select 1 from transfer where id = new.id) begin select raise(abort, 'append-only: transfer'); end;
--> statement-breakpoint
create trigger transfer_end_no_update before update on transfer_end begin select raise(abort, 'append-only: transfer_end'); end;
--> statement-breakpoint
create trigger transfer_end_no_delete before delete on transfer_end begin select raise(abort, 'append-only: transfer_end'); end;
--> statement-breakpoint
create trigger transfer_end_no_replace before insert on transfer_end when exists (select 1 from transfer_end where transfer_id = new.transfer_id) begin select raise(abort, 'collision: transfer_end'); end;
--> statement-breakpoint
-- A store's own points: head office sets them, top-ups take from them, members may give some back.
create table store_budget (
  store_id text primary key references store(id), brand_id text not null,
  remaining integer not null check (remaining between 0 and 1000000000000)
) strict, without rowid;
--> statement-breakpoint
create table store_budget_move (
  id text primary key, store_id text not null references store(id), brand_id text not null,
  kind text not null check (kind in ('set','top-up','give-back')),
  points integer not null check (points <> 0), account_id text references loyalty_account(id),
  journal_id text references journal(id), reason text not null default '', staff_id text, at integer not null, day_most integer,
  check ((kind = 'set') = (journal_id is null))
) strict;
--> statement-breakpoint
create index store_budget_move_of on store_budget_move (store_id, at);
--> statement-breakpoint
create index store_budget_move_by on store_budget_move (staff_id, kind, at);
--> statement-breakpoint
-- What one person moves alone on a day of the stores (UTC+8); the row knows how much the day allows.
create trigger store_budget_day_limit before insert on store_budget_move
when new.day_most is not null and abs(new.points) + coalesce((select sum(abs(m.points)) from store_budget_move m
  where m.staff_id = new.staff_id and m.kind = new.kind
    and m.at >= (new.at + 28800000) / 86400000 * 86400000 - 28800000), 0) > new.day_most
begin select raise(abort, 'collision: budget day'); end;
--> statement-breakpoint
create trigger store_budget_moves after insert on store_budget_move begin
  insert into store_budget (store_id, brand_id, remaining) values (new.store_id, new.brand_id, 0) on conflict do nothing;
  update store_budget set remaining = remaining + new.points where store_id = new.store_id;
end;
--> statement-breakpoint
create trigger store_budget_move_no_update before update on store_budget_move begin select raise(abort, 'append-only: store_budget_move'); end;
--> statement-breakpoint
create trigger store_budget_move_no_delete before delete on store_budget_move begin select raise(abort, 'append-only: store_budget_move'); end;
--> statement-breakpoint
create trigger store_budget_move_no_replace before insert on store_budget_move when exists (select 1 from store_budget_move where id = new.id) begin select raise(abort, 'append-only: store_budget_move'); end;
