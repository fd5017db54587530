-- Points that are given: referrals, shares, check-ins, surveys, and how far the year's gifts got.
-- A birthday is found by its month and day, so that a morning's birthdays are an index away.
create index member_birthday on member (brand_id, birthday_calendar, substr(birthday, 6), id)
where birthday is not null;
--> statement-breakpoint
-- When the member last set it; null: at enrolment, or put by the office. A birthday that was moved
-- lately brings nothing.
alter table member add column birthday_set_at integer;
--> statement-breakpoint
-- The code by which a member brings friends.
create table referral_code (
  member_id text primary key references member(id), code text not null unique,
  brand_id text not null references brand(id), created_at integer not null
) strict, without rowid;
--> statement-breakpoint
-- Browsers (a keyed hash of a mark that each keeps) on which a member has shown the code or made a
-- link: whoever joins or opens there is not somebody else.
create table own_browser (
  member_id text not null references member(id), mark text not null, seen_at integer not null,
  primary key (member_id, mark)
) strict, without rowid;
--> statement-breakpoint
-- Who brought whom: said once, as the friend joins.
create table referral (
  friend_id text primary key references member(id), referrer_id text not null references member(id),
  brand_id text not null references brand(id),
  way text not null check (way in ('phone','counter','till')), named_at integer not null,
  check (friend_id <> referrer_id)
) strict, without rowid;
--> statement-breakpoint
create index referral_by on referral (referrer_id, named_at);
--> statement-breakpoint
create index referral_in on referral (brand_id, friend_id);
--> statement-breakpoint
-- How it ended: once, and again (`turn`) after what was paid had been taken back. `month` and `n`
-- number what the referrer was paid in a calendar month.
create table referral_end (
  friend_id text not null references referral(friend_id), turn integer not null check (turn >= 1),
  referrer_id text not null,
  sale_id text not null references sale(id), referrer_points integer not null,
  friend_points integer not null, month text, n integer, at integer not null,
  wait_days integer not null,
  primary key (friend_id, turn), unique (referrer_id, month, n)
) strict, without rowid;
--> statement-breakpoint
-- Paid at once and taken back, because the purchase was returned.
create table referral_back (
  friend_id text not null, turn integer not null, at integer not null,
  primary key (friend_id, turn), foreign key (friend_id, turn) references referral_end(friend_id, turn)
) strict, without rowid;
--> statement-breakpoint
-- Paid without waiting: may still be returned, for as long as this row stands.
create table referral_watch (
  friend_id text primary key, turn integer not null, until integer not null,
  foreign key (friend_id, turn) references referral_end(friend_id, turn)
) strict, without rowid;
--> statement-breakpoint
-- Paid anew only when the turn before was taken back.
create trigger referral_end_in_turn before insert on referral_end
when new.turn <> 1 + (select count(*) from referral_back k where k.friend_id = new.friend_id)
begin select raise(abort, 'collision: referral turn'); end;
--> statement-breakpoint
create table check_in (
  member_id text not null references member(id), day text not null,
  streak integer not null check (streak >= 1), points integer not null, bonus integer not null,
  journal_id text not null references journal(id), at integer not null,
  primary key (member_id, day)
) strict, without rowid;
--> statement-breakpoint
create table share_link (
  code text primary key, member_id text not null references member(id),
  brand_id text not null references brand(id), item_kind text not null check (item_kind in ('gift','card')),
  item_id text not null, created_at integer not null, unique (member_id, item_kind, item_id)
) strict, without rowid;
--> statement-breakpoint
-- A link that somebody else opened: once per link and day, `n` of the member's day.
create table share_open (
  code text not null references share_link(code), day text not null,
  member_id text not null references member(id), n integer not null check (n >= 1),
  points integer not null, journal_id text not null references journal(id), at integer not null,
  primary key (code, day), unique (member_id, day, n)
) strict, without rowid;
--> statement-breakpoint
create table survey (
  id text primary key, brand_id text not null references brand(id),
  title_zh text not null, title_en text not null, intro_zh text not null default '',
  intro_en text not null default '', questions text not null, points integer not null check (points between 0 and 1000000),
  tier_ids text not null default '[]', tags text not null default '[]',
  opens_at integer not null, closes_at integer not null check (closes_at > opens_at),
  state text not null default 'draft' check (state in ('draft','published','closed')),
  revision integer not null default 1, created_by text, created_at integer not null,
  published_at integer
) strict;
--> statement-breakpoint
create index survey_of on survey (brand_id, state, opens_at);
--> statement-breakpoint
create table survey_answer (
  survey_id text not null references survey(id), member_id text not null references member(id),
  n integer not null, answers text not null, points integer not null,
  journal_id text references journal(id), at integer not null,
  primary key (survey_id, member_id)
) strict, without rowid;
--> statement-breakpoint
create unique index survey_answer_n on survey_answer (survey_id, n);
--> statement-breakpoint
-- What was asked cannot change once it may have been answered.
create trigger survey_asked before update of questions, points, brand_id on survey
when old.state <> 'draft' begin select raise(abort, 'append-only: survey'); end;
--> statement-breakpoint
create trigger survey_answer_open before insert on survey_answer
when not exists (select 1 from survey s where s.id = new.survey_id and s.state = 'published'
  and s.opens_at <= new.at and s.closes_at > new.at)
begin select raise(abort, 'collision: survey closed'); end;
--> statement-breakpoint
-- How far a day's gift to everybody got: the last member id that has it.
create table grant_progress (
  brand_id text not null references brand(id), cause text not null, after text not null,
  granted integer not null, at integer not null, primary key (brand_id, cause)
) strict, without rowid;
--> statement-breakpoint
create trigger referral_no_update before update on referral begin select raise(abort, 'append-only: referral'); end;
--> statement-breakpoint
create trigger referral_no_delete before delete on referral begin select raise(abort, 'append-only: referral'); end;
--> statement-breakpoint
create trigger referral_end_no_update before update on referral_end begin select raise(abort, 'append-only: referral_end'); end;
--> statement-breakpoint
create trigger referral_end_no_delete before delete on referral_end begin select raise(abort, 'append-only: referral_end'); end;
--> statement-breakpoint
create trigger referral_back_no_update before update on referral_back begin select raise(abort, 'append-only: referral_back'); end;
--> statement-breakpoint
create trigger referral_back_no_delete before delete on referral_back begin select raise(abort, 'append-only: referral_back'); end;
--> statement-breakpoint
create trigger check_in_no_update before update on check_in begin select raise(abort, 'append-only: check_in'); end;
--> statement-breakpoint
create trigger check_in_no_delete before delete on check_in begin select raise(abort, 'append-only: check_in'); end;
--> statement-breakpoint
create trigger share_open_no_update before update on share_open begin select raise(abort, 'append-only: share_open'); end;
--> statement-breakpoint
create trigger share_open_no_delete before delete on share_open begin select raise(abort, 'append-only: share_open'); end;
--> statement-breakpoint
create trigger survey_answer_no_update before update on survey_answer begin select raise(abort, 'append-only: survey_answer'); end;
--> statement-breakpoint
create trigger survey_answer_no_delete before delete on survey_answer begin select raise(abort, 'append-only: survey_answer'); end;
