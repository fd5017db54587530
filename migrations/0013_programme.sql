-- The programme before it is in force: drafts, cases that guard it, replays of past sales; and what is
-- done afterwards in the members' favour. A version names who approved it and which one it repeats.
alter table earning_rules add column approval_id text references approval(id);
--> statement-breakpoint
alter table earning_rules add column repeats integer;
--> statement-breakpoint
create unique index earning_rules_approved on earning_rules (approval_id) where approval_id is not null;
--> statement-breakpoint
-- A version that was published for later and is not to come after all; one that has begun stays.
create table rules_withdrawn (
  rules_id text primary key references earning_rules(id), reason text not null,
  withdrawn_by text, approval_id text references approval(id), at integer not null
) strict, without rowid;
--> statement-breakpoint
create trigger rules_withdrawn_before_start before insert on rules_withdrawn
when (select effective_from from earning_rules where id = new.rules_id) <= new.at
begin select raise(abort, 'collision: rules withdrawn'); end;
--> statement-breakpoint
create trigger rules_withdrawn_no_update before update on rules_withdrawn begin select raise(abort, 'append-only: rules_withdrawn'); end;
--> statement-breakpoint
create trigger rules_withdrawn_no_delete before delete on rules_withdrawn begin select raise(abort, 'append-only: rules_withdrawn'); end;
--> statement-breakpoint
create table rules_draft (
  id text primary key, brand_id text not null references brand(id), name text not null, body text not null,
  based_on integer not null, revision integer not null default 1,
  state text not null default 'open' check (state in ('open','published','removed')),
  changed_by text, changed_at integer not null, created_at integer not null
) strict;
--> statement-breakpoint
create index rules_draft_open on rules_draft (brand_id, changed_at) where state = 'open';
--> statement-breakpoint
create trigger rules_draft_revision_counts before update on rules_draft
when new.revision <> old.revision + 1 or old.state <> 'open'
begin select raise(abort, 'collision: rules draft'); end;
--> statement-breakpoint
-- A trial with what it is to give: no version is published that gives otherwise.
create table rules_case (
  id text primary key, brand_id text not null references brand(id), name text not null,
  trial text not null, expected text not null, revision integer not null default 1,
  state text not null default 'kept' check (state in ('kept','removed')),
  changed_by text, changed_at integer not null, created_at integer not null
) strict;
--> statement-breakpoint
create unique index rules_case_name on rules_case (brand_id, name) where state = 'kept';
--> statement-breakpoint
create trigger rules_case_revision_counts before update on rules_case
when new.revision <> old.revision + 1 or old.state <> 'kept'
begin select raise(abort, 'collision: rules case'); end;
--> statement-breakpoint
-- A replay of past sales through a draft or a version, with the rules as they were when it was asked
-- for; `heard_at` is the last sign of life of the process that runs it. One at a time for a brand.
create table what_if_run (
  id text primary key, brand_id text not null references brand(id),
  draft_name text, draft_revision integer, version integer, body text not null,
  from_on text not null, to_on text not null,
  state text not null default 'running' check (state in ('running','done','cancelled','interrupted','failed')),
  accounts integer not null default 0, accounts_done integer not null default 0,
  sales_done integer not null default 0, outcome text,
  asked_by text not null, asked_at integer not null, heard_at integer not null, ended_at integer
) strict;
--> statement-breakpoint
create index what_if_run_of on what_if_run (brand_id, id);
--> statement-breakpoint
create unique index what_if_run_one on what_if_run (brand_id) where state = 'running';
--> statement-breakpoint
create trigger what_if_run_ends_once before update on what_if_run when old.state <> 'running'
begin select raise(abort, 'collision: what-if'); end;
--> statement-breakpoint
create index loyalty_account_brand on loyalty_account (brand_id, id);
--> statement-breakpoint
-- Points already earned keep their policy, unless somebody asked, and a second person approved, that
-- the open lots of a version be good for more days.
create table validity_extension (
  id text primary key, brand_id text not null references brand(id), rules_id text not null references earning_rules(id),
  days integer not null check (days between 1 and 3660), reason text not null, asked_by text not null,
  approval_id text not null unique references approval(id), approved_by text not null, at integer not null
) strict;
--> statement-breakpoint
create index validity_extension_of on validity_extension (brand_id, id);
--> statement-breakpoint
-- All its accounts have been looked at.
create table validity_extension_end (
  extension_id text primary key references validity_extension(id), at integer not null
) strict, without rowid;
--> statement-breakpoint
-- A lot is never edited: what was left of it moved into a new one that lapses later, never earlier.
create table lot_extension (
  lot_id text primary key references lot(id), from_lot_id text not null references lot(id),
  extension_id text not null references validity_extension(id), points integer not null check (points > 0)
) strict, without rowid;
--> statement-breakpoint
create index lot_extension_from on lot_extension (from_lot_id);
--> statement-breakpoint
create index lot_extension_of on lot_extension (extension_id);
--> statement-breakpoint
create trigger lot_extension_later before insert on lot_extension
when (select lapses_at from lot where id = new.lot_id) <= (select lapses_at from lot where id = new.from_lot_id)
begin select raise(abort, 'collision: lot extension'); end;
--> statement-breakpoint
create trigger validity_extension_no_update before update on validity_extension begin select raise(abort, 'append-only: validity_extension'); end;
--> statement-breakpoint
create trigger validity_extension_no_delete before delete on validity_extension begin select raise(abort, 'append-only: validity_extension'); end;
--> statement-breakpoint
create trigger lot_extension_no_update before update on lot_extension begin select raise(abort, 'append-only: lot_extension'); end;
--> statement-breakpoint
create trigger lot_extension_no_delete before delete on lot_extension begin select raise(abort, 'append-only: lot_extension'); end;
