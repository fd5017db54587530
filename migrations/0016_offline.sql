-- What was done without network: codes that were read and judged later, sales that came late, what was
-- refused afterwards and waits for staff, people who asked to join at a kiosk.
create table late_code (
  card_id text not null references card(id), counter integer not null,
  sale_id text not null references sale(id), at integer not null, primary key (card_id, counter)
) strict, without rowid;
--> statement-breakpoint
-- A code that was read without network serves one sale, whichever till brings it first.
create trigger late_code_once before insert on late_code
when exists (select 1 from late_code where card_id = new.card_id and counter = new.counter)
begin select raise(abort, 'collision: late code'); end;
--> statement-breakpoint
-- Who rang up and who sent need not be the same person.
create table late_sale (
  sale_id text primary key references sale(id), sold_by text references staff(id),
  sent_by text, via text not null
) strict, without rowid;
--> statement-breakpoint
-- What a terminal did and the house refused afterwards: a fact that never changes, it only ends.
create table offline_task (
  id text primary key, brand_id text not null references brand(id), store_id text not null references store(id),
  terminal_id text not null, kind text not null check (kind in ('sale','enrolment','join')),
  label text not null, code text not null, fields text not null, input_cipher text not null,
  made_at integer not null, left_by text, left_at integer not null
) strict;
--> statement-breakpoint
create index offline_task_of on offline_task (store_id, left_at);
--> statement-breakpoint
create table offline_task_end (
  task_id text primary key references offline_task(id),
  state text not null check (state in ('booked','dismissed')),
  reason text not null check (length(reason) > 0), result text, ended_by text not null, ended_at integer not null
) strict, without rowid;
--> statement-breakpoint
create trigger offline_task_end_once before insert on offline_task_end
when exists (select 1 from offline_task_end where task_id = new.task_id)
begin select raise(abort, 'collision: offline task'); end;
--> statement-breakpoint
create trigger offline_task_no_update before update on offline_task begin select raise(abort, 'append-only: offline_task'); end;
--> statement-breakpoint
create trigger offline_task_no_delete before delete on offline_task begin select raise(abort, 'append-only: offline_task'); end;
--> statement-breakpoint
create trigger offline_task_end_no_update before update on offline_task_end begin select raise(abort, 'append-only: offline_task_end'); end;
--> statement-breakpoint
create trigger offline_task_end_no_delete before delete on offline_task_end begin select raise(abort, 'append-only: offline_task_end'); end;
--> statement-breakpoint
-- Whoever left a phone number and agreed; nobody is a member before the number is confirmed.
create table join_request (
  id text primary key, brand_id text not null references brand(id), store_id text not null references store(id),
  terminal_id text not null, phone_index text not null, language text not null,
  agreed_at integer not null, recorded_at integer not null, expires_at integer not null
) strict;
--> statement-breakpoint
create index join_request_of on join_request (brand_id, phone_index, expires_at);
--> statement-breakpoint
create index join_request_end on join_request (expires_at);
