-- What a sale was judged on, what its rules gave, and points that pay for a part of it.
alter table sale add column ground text;
--> statement-breakpoint
alter table sale add column offset_points integer not null default 0 check (offset_points between 0 and 1000000000000);
--> statement-breakpoint
alter table sale add column offset_fen integer not null default 0 check (offset_fen between 0 and 1000000000000);
--> statement-breakpoint
alter table sale add column offset_journal_id text references journal(id);
--> statement-breakpoint
-- The part of the line that was paid with points; gift cards are told apart for good.
alter table sale_line add column offset_fen integer not null default 0 check (offset_fen between 0 and 1000000000000);
--> statement-breakpoint
alter table sale_line add column gift_card integer not null default 0 check (gift_card in (0, 1));
--> statement-breakpoint
alter table sale_return add column points_granted integer not null default 0;
--> statement-breakpoint
alter table sale_return add column offset_points integer not null default 0;
--> statement-breakpoint
alter table sale_return add column offset_fen integer not null default 0;
--> statement-breakpoint
alter table sale_return add column offset_journal_id text references journal(id);
--> statement-breakpoint
alter table product add column kind text not null default 'goods' check (kind in ('goods','service','gift-card'));
--> statement-breakpoint
-- What a sale (or, mostly below 0, a return of it) adds to what a rule has given a member, in
-- micro-points: a fact. `key` is a rule, a rule and a product, a group of rules, '*' for all
-- together, or '-offset' for points that paid; `day` is the store's day of the sale.
create table earning_given (
  account_id text not null references loyalty_account(id), day text not null, key text not null,
  cause_id text not null, micro integer not null check (micro <> 0),
  primary key (account_id, day, key, cause_id)
) strict, without rowid;
--> statement-breakpoint
-- The sums that limits are judged by, of a day and of ever (day ''): kept by the trigger alone. Two
-- sales of one account cannot both count on the same sum, because each moves the account on.
create table earning_tally (
  account_id text not null references loyalty_account(id), day text not null, key text not null,
  micro integer not null, primary key (account_id, day, key)
) strict, without rowid;
--> statement-breakpoint
create trigger earning_given_posts after insert on earning_given begin
  insert into earning_tally (account_id, day, key, micro)
  values (new.account_id, new.day, new.key, new.micro), (new.account_id, '', new.key, new.micro)
  on conflict (account_id, day, key) do update set micro = micro + excluded.micro;
end;
--> statement-breakpoint
create trigger earning_given_no_update before update on earning_given begin select raise(abort, 'append-only: earning_given'); end;
--> statement-breakpoint
create trigger earning_given_no_delete before delete on earning_given begin select raise(abort, 'append-only: earning_given'); end;
