-- The office: two-person approvals, roles of a brand's own, general parameters, tags of members.
-- What somebody asked for that a second person decides. A fact: it never changes, it only ends.
create table approval (
  id text primary key, kind text not null, subject text not null,
  brand_id text references brand(id), store_id text references store(id),
  asked text not null, amount integer not null default 0 check (amount between 0 and 1000000000000),
  reason text not null, asked_by text not null references staff(id), asked_role text not null,
  asked_at integer not null, expires_at integer not null
) strict;
--> statement-breakpoint
create index approval_asked on approval (asked_at);
--> statement-breakpoint
create index approval_until on approval (expires_at);
--> statement-breakpoint
create index approval_about on approval (subject, asked_at);
--> statement-breakpoint
-- How it ended, once: the primary key is what makes the second decision fail.
create table approval_end (
  approval_id text primary key references approval(id),
  state text not null check (state in ('approved','refused','withdrawn')),
  reason text not null default '', decided_by text not null references staff(id),
  decided_role text not null, decided_at integer not null, day_most integer
) strict, without rowid;
--> statement-breakpoint
create index approval_end_by on approval_end (decided_by, decided_at);
--> statement-breakpoint
-- What one person approves on a day of the stores (UTC+8); the row knows how much the day allows.
create trigger approval_end_day_limit before insert on approval_end
when new.day_most is not null and (select amount from approval where id = new.approval_id)
  + coalesce((select sum(a.amount) from approval_end e join approval a on a.id = e.approval_id
    where e.decided_by = new.decided_by and e.day_most is not null
      and e.decided_at >= (new.decided_at + 28800000) / 86400000 * 86400000 - 28800000), 0) > new.day_most
begin select raise(abort, 'collision: approval day'); end;
--> statement-breakpoint
-- Nobody decides what they asked for themselves; only the asker takes it back.
create trigger approval_end_by_another before insert on approval_end
when (new.state = 'withdrawn') <> (new.decided_by = (select asked_by from approval where id = new.approval_id))
begin select raise(abort, 'collision: approval decider'); end;
--> statement-breakpoint
create trigger approval_end_in_time before insert on approval_end
when new.decided_at >= (select expires_at from approval where id = new.approval_id)
begin select raise(abort, 'collision: approval expired'); end;
--> statement-breakpoint
create trigger approval_no_update before update on approval begin select raise(abort, 'append-only: approval'); end;
--> statement-breakpoint
create trigger approval_no_delete before delete on approval begin select raise(abort, 'append-only: approval'); end;
--> statement-breakpoint
create trigger approval_no_replace before insert on approval when exists (select 1 from approval where id = new.id) begin select raise(abort, 'append-only: approval'); end;
--> statement-breakpoint
create trigger approval_end_no_update before update on approval_end begin select raise(abort, 'append-only: approval_end'); end;
--> statement-breakpoint
create trigger approval_end_no_delete before delete on approval_end begin select raise(abort, 'append-only: approval_end'); end;
--> statement-breakpoint
create trigger approval_end_no_replace before insert on approval_end when exists (select 1 from approval_end where approval_id = new.approval_id) begin select raise(abort, 'collision: approval_end'); end;
--> statement-breakpoint
-- An adjustment that a second person approved names the approval, once; one that a person makes alone
-- counts for the day of that person, and the row knows how much the day allows.
alter table adjustment add column approval_id text references approval(id);
--> statement-breakpoint
alter table adjustment add column day text;
--> statement-breakpoint
alter table adjustment add column day_most integer;
--> statement-breakpoint
create unique index adjustment_approved on adjustment (approval_id) where approval_id is not null;
--> statement-breakpoint
create index adjustment_alone on adjustment (staff_id, day) where day is not null;
--> statement-breakpoint
create trigger adjustment_day_limit before insert on adjustment
when new.day is not null and abs(new.points) + coalesce((select sum(abs(points)) from adjustment
  where staff_id = new.staff_id and day = new.day), 0) > new.day_most
begin select raise(abort, 'collision: adjustment day'); end;
--> statement-breakpoint
-- A role that a brand's head office puts together: which permissions, up to which limits.
create table own_role (
  id text primary key, brand_id text not null references brand(id),
  name_zh text not null, name_en text not null, permissions text not null, limits text not null,
  state text not null default 'active' check (state in ('active','retired')),
  revision integer not null default 1, created_by text, created_at integer not null,
  unique (brand_id, name_zh)
) strict;
--> statement-breakpoint
create trigger own_role_revision_counts before update on own_role when new.revision <> old.revision + 1
begin select raise(abort, 'collision: own role'); end;
--> statement-breakpoint
create index staff_grant_role on staff_grant (role);
--> statement-breakpoint
-- General parameters: one row per brand, what differs from the house's defaults.
create table parameter_set (
  brand_id text primary key references brand(id), body text not null,
  revision integer not null, changed_by text, changed_at integer not null
) strict, without rowid;
--> statement-breakpoint
create trigger parameter_set_revision_counts before update on parameter_set when new.revision <> old.revision + 1
begin select raise(abort, 'collision: parameters'); end;
--> statement-breakpoint
-- Tags of members: given by hand, or by a screening that was kept (its filter as JSON).
create table tag (
  id text primary key, brand_id text not null references brand(id), name text not null,
  screening text, refreshed_at integer, state text not null default 'active' check (state in ('active','retired')),
  created_by text, created_at integer not null, unique (brand_id, name)
) strict;
--> statement-breakpoint
create table member_tag (
  member_id text not null references member(id), tag_id text not null references tag(id),
  by_id text, at integer not null, primary key (member_id, tag_id)
) strict, without rowid;
--> statement-breakpoint
create index member_tag_of on member_tag (tag_id, member_id);
--> statement-breakpoint
-- The log by person, by action and by place.
create index audit_log_by on audit_log (actor_id, id);
--> statement-breakpoint
create index audit_log_what on audit_log (action, id);
