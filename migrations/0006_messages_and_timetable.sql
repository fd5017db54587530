-- What leaves the house (web push, SMS, e-mail) and what runs by the clock.
create table push_subscription (
  id text primary key, member_id text not null references member(id), device_id text references member_device(id),
  endpoint text not null unique, p256dh text not null, auth text not null,
  created_at integer not null, last_ok_at integer, failures integer not null default 0
) strict;
--> statement-breakpoint
create index push_subscription_of on push_subscription (member_id);
--> statement-breakpoint
-- Which kinds of message a member wants; no row means the default (all on).
create table notice_choice (
  member_id text not null references member(id), kind text not null, wanted integer not null,
  primary key (member_id, kind)
) strict, without rowid;
--> statement-breakpoint
-- Outbox: written in the same batch as its cause, sent afterwards, kept with its outcome. One
-- process leases a message while it sends; reached lists the subscriptions that have it already.
create table message (
  id text primary key, channel text not null check (channel in ('push','sms','email')),
  kind text not null, member_id text, recipient_cipher text, language text not null,
  fields text not null, topic text, due_at integer not null, expires_at integer not null,
  state text not null default 'waiting' check (state in ('waiting','sent','failed','dropped')),
  tries integer not null default 0, outcome text, created_at integer not null, sent_at integer,
  leased_by text, leased_until integer not null default 0, reached text not null default '[]',
  bulk integer not null default 0 check (bulk in (0, 1))
) strict;
--> statement-breakpoint
-- One lane per channel, so that a slow push service keeps no code waiting; crowds go last.
create index message_due on message (channel, bulk, due_at) where state = 'waiting';
--> statement-breakpoint
create index message_leased on message (leased_by) where leased_by is not null;
--> statement-breakpoint
create index message_created on message (created_at);
--> statement-breakpoint
create index message_member on message (member_id, created_at);
--> statement-breakpoint
create table job (
  name text primary key, leased_by text, leased_until integer not null default 0,
  last_run_at integer, last_outcome text, next_run_at integer not null
) strict, without rowid;
