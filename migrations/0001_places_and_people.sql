-- Brands, stores, staff, terminals, keys and sessions: where things happen and who is asking.
create table brand (
  id text primary key, name_zh text not null, name_en text not null, colour text not null,
  created_at integer not null
) strict;
--> statement-breakpoint
create unique index brand_name on brand (name_zh);
--> statement-breakpoint
create table store (
  id text primary key, brand_id text not null references brand(id), code text not null,
  name_zh text not null, name_en text not null, city text not null, address text not null,
  phone text not null default '', state text not null default 'open' check (state in ('open','closed')),
  created_at integer not null, unique (brand_id, code)
) strict;
--> statement-breakpoint
create table staff (
  id text primary key, login text not null unique, name text not null,
  pin_hash text, pin_set_at integer, password_hash text, totp_cipher text,
  totp_step integer not null default 0,
  state text not null default 'active' check (state in ('active','disabled')),
  created_at integer not null
) strict;
--> statement-breakpoint
-- A grant is one role at one place; null brand means every brand, null store every store of it.
create table staff_grant (
  staff_id text not null references staff(id), role text not null, brand_id text references brand(id),
  store_id text references store(id), granted_by text, granted_at integer not null
) strict;
--> statement-breakpoint
create unique index staff_grant_of on staff_grant (staff_id, role, coalesce(brand_id, ''), coalesce(store_id, ''));
--> statement-breakpoint
create index staff_grant_at on staff_grant (store_id);
--> statement-breakpoint
create table staff_passkey (
  id text primary key, staff_id text not null references staff(id), public_key text not null,
  counter integer not null, transports text not null default '', label text not null,
  created_at integer not null, last_used_at integer
) strict;
--> statement-breakpoint
-- What a passkey signs: offered once, for five minutes, used once.
create table passkey_challenge (
  id text primary key, purpose text not null check (purpose in ('sign-in','add')), staff_id text,
  challenge text not null, expires_at integer not null, used_at integer
) strict, without rowid;
--> statement-breakpoint
create index passkey_challenge_end on passkey_challenge (expires_at);
--> statement-breakpoint
create trigger passkey_challenge_used_once before update of used_at on passkey_challenge when old.used_at is not null
begin select raise(abort, 'collision: passkey challenge'); end;
--> statement-breakpoint
-- A TOTP code counts once: the step only moves forward.
create trigger staff_totp_step_grows before update of totp_step on staff when new.totp_step <= old.totp_step
begin select raise(abort, 'collision: totp step'); end;
--> statement-breakpoint
create table terminal (
  id text primary key, store_id text not null references store(id), brand_id text not null references brand(id),
  kind text not null check (kind in ('kiosk','counter')), label text not null,
  public_key text not null, salt text not null, key_id text not null,
  state text not null default 'active' check (state in ('active','revoked')),
  approved_by text, approved_at integer not null, last_seen_at integer, revoked_at integer
) strict;
--> statement-breakpoint
create index terminal_at on terminal (store_id, state);
--> statement-breakpoint
create table pairing (
  id text primary key, code text not null, secret_hash text not null, kind text not null,
  label text not null, public_key text not null, expires_at integer not null,
  terminal_id text references terminal(id), created_at integer not null
) strict;
--> statement-breakpoint
create unique index pairing_code on pairing (code) where terminal_id is null;
--> statement-breakpoint
create index pairing_end on pairing (expires_at);
--> statement-breakpoint
create trigger pairing_approved_once before update of terminal_id on pairing when old.terminal_id is not null
begin select raise(abort, 'collision: pairing'); end;
--> statement-breakpoint
create table api_key (
  id text primary key, secret_hash text not null unique, label text not null,
  role text not null check (role in ('pos','integration')), brand_id text references brand(id),
  store_id text references store(id), state text not null default 'active',
  created_by text, created_at integer not null, last_used_at integer, revoked_at integer
) strict;
--> statement-breakpoint
create table session (
  token_hash text primary key, kind text not null check (kind in ('member','counter','console')),
  subject_id text not null, device_id text, terminal_id text, created_at integer not null,
  seen_at integer not null, expires_at integer not null, strong_at integer
) strict, without rowid;
--> statement-breakpoint
create index session_of on session (subject_id);
--> statement-breakpoint
create index session_end on session (expires_at);
--> statement-breakpoint
-- Counters of every limit (tries, requests): one row per key, a window that starts anew. The row
-- knows how many it allows, so that the database itself refuses one too many.
create table attempt (
  key text primary key, count integer not null, most integer not null, at integer not null,
  window_ends_at integer not null, lock_ms integer not null default 0, locked_until integer
) strict, without rowid;
--> statement-breakpoint
create index attempt_end on attempt (window_ends_at);
--> statement-breakpoint
create trigger attempt_too_many before update on attempt when new.count > new.most
begin select raise(abort, 'collision: attempt'); end;
--> statement-breakpoint
create table audit_log (
  id text primary key, at integer not null, actor_role text not null, actor_id text,
  terminal_id text, brand_id text, store_id text, action text not null, subject text not null,
  before_json text, after_json text, request_id text not null
) strict;
--> statement-breakpoint
create index audit_log_at on audit_log (at);
--> statement-breakpoint
create index audit_log_of on audit_log (subject, at);
--> statement-breakpoint
create trigger audit_log_no_update before update on audit_log begin select raise(abort, 'append-only: audit_log'); end;
--> statement-breakpoint
create trigger audit_log_no_delete before delete on audit_log begin select raise(abort, 'append-only: audit_log'); end;
--> statement-breakpoint
create trigger audit_log_no_replace before insert on audit_log when exists (select 1 from audit_log where id = new.id) begin select raise(abort, 'append-only: audit_log'); end;
--> statement-breakpoint
-- What the server keeps for itself: VAPID keys, card keys (encrypted), the demo's seed, switches.
create table keepsake (name text primary key, value text not null, kept_at integer not null) strict, without rowid;
