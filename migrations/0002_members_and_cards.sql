-- Members, their loyalty accounts, phones and cards. Phone and ID number are stored encrypted;
-- they are found through a keyed blind index, never by their value.
create table member (
  id text primary key, brand_id text not null references brand(id), name text not null,
  name_search text not null default '', sex text, birthday text, birthday_calendar text not null default 'solar',
  phone_cipher text, phone_index text, phone_tail text, phone_verified_at integer,
  id_number_cipher text, id_number_index text,
  language text not null default 'zh-CN', terms_agreed_at integer, joined_at integer not null,
  joined_store_id text references store(id), source text not null,
  state text not null default 'active' check (state in ('active','frozen','closed')),
  pin_hash text, pin_set_at integer, tags text not null default '[]', note text not null default '',
  external_ref text, revision integer not null default 1
) strict;
--> statement-breakpoint
create unique index member_phone on member (brand_id, phone_index) where phone_index is not null;
--> statement-breakpoint
create unique index member_external on member (brand_id, external_ref) where external_ref is not null;
--> statement-breakpoint
create index member_tail on member (brand_id, phone_tail);
--> statement-breakpoint
create index member_name on member (brand_id, name_search);
--> statement-breakpoint
create index member_joined on member (brand_id, joined_at);
--> statement-breakpoint
create index member_joined_at on member (joined_store_id, joined_at) where joined_store_id is not null;
--> statement-breakpoint
create table loyalty_account (
  id text primary key, brand_id text not null references brand(id),
  member_id text not null references member(id), tier_id text, tier_since integer,
  opened_at integer not null
) strict;
--> statement-breakpoint
create unique index loyalty_account_of on loyalty_account (member_id);
--> statement-breakpoint
create index loyalty_account_tier on loyalty_account (tier_id, member_id);
--> statement-breakpoint
create table member_device (
  id text primary key, member_id text not null references member(id), label text not null,
  created_at integer not null, seen_at integer not null,
  state text not null default 'active' check (state in ('active','revoked'))
) strict;
--> statement-breakpoint
create index member_device_of on member_device (member_id, state);
--> statement-breakpoint
create trigger member_device_max before insert on member_device
when (select count(*) from member_device where member_id = new.member_id and state = 'active') >= 3
begin select raise(abort, 'collision: devices'); end;
--> statement-breakpoint
-- A card is a medium: plastic (16 digits) or the e-card of one phone (handle, device public key).
-- last_counter makes each rotating code single-use: it only ever grows. key_cipher is the key agreed
-- with the phone, sealed under the root secret: agreeing on it anew takes 0.8 ms of each scan.
create table card (
  id text primary key, account_id text not null references loyalty_account(id),
  member_id text not null references member(id), brand_id text not null references brand(id),
  medium text not null check (medium in ('plastic','ecard')),
  number text unique, handle text unique, device_id text references member_device(id),
  public_key text, salt text, key_id text, key_cipher text, last_counter integer not null default 0,
  bad_total integer not null default 0,
  state text not null default 'active' check (state in ('active','frozen','lost','replaced','returned','expired')),
  issued_at integer not null, issued_store_id text, ended_at integer
) strict;
--> statement-breakpoint
create unique index card_of_device on card (device_id) where device_id is not null and state in ('active','frozen');
--> statement-breakpoint
create index card_of on card (member_id, state);
--> statement-breakpoint
-- One-time codes and what they are for; hashed, five tries, five minutes.
create table one_time_code (
  id text primary key, purpose text not null, brand_id text not null, phone_index text not null,
  phone_cipher text not null, subject_id text, code_hash text not null,
  tries_left integer not null check (tries_left >= 0),
  created_at integer not null, expires_at integer not null, used_at integer
) strict;
--> statement-breakpoint
create index one_time_code_end on one_time_code (expires_at);
--> statement-breakpoint
-- A scan: one recognised member in front of one terminal or till, for three minutes, used once.
create table scan (
  id text primary key, card_id text references card(id), member_id text not null references member(id),
  account_id text not null references loyalty_account(id), brand_id text not null, store_id text not null,
  terminal_id text, staff_id text, api_key_id text,
  via text not null check (via in ('rotating','stale','static','phone')),
  rights text not null check (rights in ('earn','spend')),
  opened_at integer not null, expires_at integer not null, used_by text
) strict;
--> statement-breakpoint
create index scan_end on scan (expires_at);
--> statement-breakpoint
-- Guards that hold inside a group of commands: what must move forward, moves forward once.
create trigger card_counter_grows before update of last_counter on card when new.last_counter <= old.last_counter
begin select raise(abort, 'collision: card code'); end;
--> statement-breakpoint
create trigger scan_used_once before update of used_by on scan when old.used_by is not null
begin select raise(abort, 'collision: scan'); end;
--> statement-breakpoint
create trigger one_time_code_used_once before update of used_at on one_time_code when old.used_at is not null
begin select raise(abort, 'collision: one-time code'); end;
