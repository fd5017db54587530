-- Commands lie in the order in which they came, with an index of their keys. By key, which is
-- random, each of them wrote three pages of the database (its leaf, what its answer runs over into,
-- and half of a split), a fifth of all that a sale wrote.
create table command_in_order (
  key text not null unique, input_hash text not null, status integer not null, answer text not null,
  recorded_at integer not null
) strict;
--> statement-breakpoint
insert into command_in_order (key, input_hash, status, answer, recorded_at)
select key, input_hash, status, answer, recorded_at from command order by recorded_at, key;
--> statement-breakpoint
drop table command;
--> statement-breakpoint
alter table command_in_order rename to command;
--> statement-breakpoint
create index command_recorded on command (recorded_at);
--> statement-breakpoint
create trigger command_no_update before update on command begin select raise(abort, 'append-only: command'); end;
