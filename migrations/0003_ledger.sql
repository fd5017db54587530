-- The ledger. Rows are only ever added; the balance, the lot's remainder and the account's head
-- are kept by triggers from those rows, so they cannot say anything else.
create table account (
  id text primary key, loyalty_id text not null references loyalty_account(id), brand_id text not null,
  unit text not null check (unit in ('points','qualifying','points-debt','principal','bonus')),
  balance integer not null default 0 check (balance between 0 and 1000000000000),
  seq integer not null default 0, head text not null default '',
  carry integer not null default 0 check (carry between 0 and 999999), moved_at integer not null default 0
) strict, without rowid;
--> statement-breakpoint
create index account_of on account (loyalty_id);
--> statement-breakpoint
create table journal (
  id text primary key, kind text not null, cause_kind text not null, cause_id text not null,
  brand_id text not null, store_id text, terminal_id text, staff_id text, actor text not null,
  occurred_at integer not null, recorded_at integer not null,
  reverses text references journal(id), explanation text not null, digest text not null
) strict;
--> statement-breakpoint
create unique index journal_cause on journal (cause_kind, cause_id);
--> statement-breakpoint
create index journal_reverses on journal (reverses) where reverses is not null;
--> statement-breakpoint
create index journal_recorded on journal (recorded_at);
--> statement-breakpoint
-- contra names the programme's side of this entry (issued@store, redeemed@store, lapsed@brand …):
-- each entry carries its own other half, so the books balance by construction.
create table entry (
  account_id text not null references account(id), seq integer not null,
  journal_id text not null references journal(id), unit text not null,
  amount integer not null check (abs(amount) <= 1000000000000), contra text not null,
  balance_after integer not null check (balance_after between 0 and 1000000000000),
  carry_after integer not null default 0, at integer not null,
  prev_hash text not null, hash text not null,
  primary key (account_id, seq)
) strict, without rowid;
--> statement-breakpoint
create index entry_journal on entry (journal_id);
--> statement-breakpoint
create table lot (
  id text primary key, account_id text not null references account(id),
  journal_id text not null references journal(id),
  original integer not null check (original between 1 and 1000000000000),
  remaining integer not null check (remaining >= 0 and remaining <= original),
  available_at integer not null, lapses_at integer,
  issued_store_id text, issued_brand_id text not null, rules_id text, created_seq integer not null
) strict;
--> statement-breakpoint
create index lot_open on lot (account_id, lapses_at, available_at, remaining) where remaining > 0;
--> statement-breakpoint
create index lot_lapsing on lot (lapses_at) where remaining > 0 and lapses_at is not null;
--> statement-breakpoint
create index lot_journal on lot (journal_id);
--> statement-breakpoint
-- amount < 0 draws from the lot, > 0 gives back to it.
create table lot_use (
  lot_id text not null references lot(id), account_id text not null, seq integer not null,
  amount integer not null check (amount <> 0 and abs(amount) <= 1000000000000),
  primary key (account_id, seq, lot_id),
  foreign key (account_id, seq) references entry(account_id, seq)
) strict, without rowid;
--> statement-breakpoint
create index lot_use_of on lot_use (lot_id);
--> statement-breakpoint
create table seal (
  day text primary key, previous_day text, heads integer not null, root text not null,
  prev_root text not null, sealed_at integer not null
) strict, without rowid;
--> statement-breakpoint
create table seal_head (
  day text not null references seal(day), account_id text not null, seq integer not null, hash text not null,
  primary key (day, account_id)
) strict, without rowid;
--> statement-breakpoint
-- The answer of every command, written in the same batch as its effect.
create table command (
  key text primary key, input_hash text not null, status integer not null, answer text not null,
  recorded_at integer not null
) strict, without rowid;
--> statement-breakpoint
create index command_recorded on command (recorded_at);
--> statement-breakpoint
create trigger entry_follows before insert on entry
when not exists (select 1 from account a where a.id = new.account_id and a.seq = new.seq - 1
  and a.head = new.prev_hash and a.balance = new.balance_after - new.amount)
begin select raise(abort, 'collision: entry'); end;
--> statement-breakpoint
create trigger entry_posts after insert on entry begin
  update account set balance = new.balance_after, seq = new.seq, head = new.hash,
    carry = new.carry_after, moved_at = new.at where id = new.account_id;
end;
--> statement-breakpoint
create trigger lot_use_in_bounds before insert on lot_use
when (select remaining + new.amount not between 0 and original from lot where id = new.lot_id and account_id = new.account_id) is not 0
begin select raise(abort, 'collision: lot_use'); end;
--> statement-breakpoint
create trigger lot_use_posts after insert on lot_use begin
  update lot set remaining = remaining + new.amount where id = new.lot_id;
end;
--> statement-breakpoint
create trigger lot_starts_whole before insert on lot when new.remaining <> new.original
begin select raise(abort, 'collision: lot'); end;
--> statement-breakpoint
-- A lot is never edited but for its remainder, and that only by a use.
create trigger lot_fixed before update of id, account_id, journal_id, original, available_at, lapses_at, issued_store_id, issued_brand_id, rules_id, created_seq on lot
begin select raise(abort, 'append-only: lot'); end;
--> statement-breakpoint
create trigger lot_no_delete before delete on lot begin select raise(abort, 'append-only: lot'); end;
--> statement-breakpoint
create trigger lot_no_replace before insert on lot when exists (select 1 from lot where id = new.id) begin select raise(abort, 'append-only: lot'); end;
--> statement-breakpoint
create trigger account_no_delete before delete on account begin select raise(abort, 'append-only: account'); end;
--> statement-breakpoint
create trigger account_no_replace before insert on account when exists (select 1 from account where id = new.id) begin select raise(abort, 'append-only: account'); end;
--> statement-breakpoint
create trigger account_fixed before update of id, loyalty_id, brand_id, unit on account begin select raise(abort, 'append-only: account'); end;
--> statement-breakpoint
create trigger journal_no_update before update on journal begin select raise(abort, 'append-only: journal'); end;
--> statement-breakpoint
create trigger journal_no_delete before delete on journal begin select raise(abort, 'append-only: journal'); end;
--> statement-breakpoint
create trigger journal_no_replace before insert on journal when exists (select 1 from journal where id = new.id) begin select raise(abort, 'append-only: journal'); end;
--> statement-breakpoint
create trigger entry_no_update before update on entry begin select raise(abort, 'append-only: entry'); end;
--> statement-breakpoint
create trigger entry_no_delete before delete on entry begin select raise(abort, 'append-only: entry'); end;
--> statement-breakpoint
create trigger lot_use_no_update before update on lot_use begin select raise(abort, 'append-only: lot_use'); end;
--> statement-breakpoint
create trigger lot_use_no_delete before delete on lot_use begin select raise(abort, 'append-only: lot_use'); end;
--> statement-breakpoint
create trigger lot_use_no_replace before insert on lot_use when exists (select 1 from lot_use where account_id = new.account_id and seq = new.seq and lot_id = new.lot_id) begin select raise(abort, 'append-only: lot_use'); end;
--> statement-breakpoint
create trigger seal_no_update before update on seal begin select raise(abort, 'append-only: seal'); end;
--> statement-breakpoint
create trigger seal_no_delete before delete on seal begin select raise(abort, 'append-only: seal'); end;
--> statement-breakpoint
create trigger seal_no_replace before insert on seal when exists (select 1 from seal where day = new.day) begin select raise(abort, 'append-only: seal'); end;
--> statement-breakpoint
create trigger seal_head_no_update before update on seal_head begin select raise(abort, 'append-only: seal_head'); end;
--> statement-breakpoint
create trigger seal_head_no_delete before delete on seal_head begin select raise(abort, 'append-only: seal_head'); end;
--> statement-breakpoint
create trigger command_no_update before update on command begin select raise(abort, 'append-only: command'); end;
--> statement-breakpoint
-- One row that every write batch lifts when read replicas exist: readers wait for the level they saw.
create table tide (id integer primary key check (id = 1), level integer not null) strict;
--> statement-breakpoint
insert into tide values (1, 0);
