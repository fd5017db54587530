-- The programme's rules (versions, never edited), tiers, goods and sales.
create table earning_rules (
  id text primary key, brand_id text not null references brand(id), version integer not null,
  effective_from integer not null, body text not null, published_by text, published_at integer not null,
  unique (brand_id, version)
) strict;
--> statement-breakpoint
create index earning_rules_from on earning_rules (brand_id, effective_from);
--> statement-breakpoint
create trigger earning_rules_no_update before update on earning_rules begin select raise(abort, 'append-only: earning_rules'); end;
--> statement-breakpoint
create trigger earning_rules_no_delete before delete on earning_rules begin select raise(abort, 'append-only: earning_rules'); end;
--> statement-breakpoint
create table tier (
  id text primary key, brand_id text not null references brand(id), level integer not null,
  name_zh text not null, name_en text not null, colour text not null, threshold_fen integer not null,
  unique (brand_id, level)
) strict;
--> statement-breakpoint
create table category (
  id text primary key, brand_id text not null references brand(id), parent_id text references category(id),
  code text not null, name_zh text not null, name_en text not null default '', sort integer not null default 0,
  unique (brand_id, code)
) strict;
--> statement-breakpoint
create table product (
  id text primary key, brand_id text not null references brand(id), category_id text references category(id),
  sku text not null, barcode text, name_zh text not null, name_en text not null default '',
  price_fen integer not null check (price_fen between 0 and 1000000000000), unit_name text not null default '件',
  weighed integer not null default 0, state text not null default 'listed' check (state in ('listed','hidden')),
  created_at integer not null, unique (brand_id, sku)
) strict;
--> statement-breakpoint
create index product_barcode on product (brand_id, barcode) where barcode is not null;
--> statement-breakpoint
create table sale (
  id text primary key, brand_id text not null references brand(id), store_id text not null references store(id),
  order_no text not null, member_id text references member(id), account_id text references loyalty_account(id),
  scan_id text, total_fen integer not null check (total_fen between 1 and 1000000000000),
  terminal_id text, staff_id text, api_key_id text, occurred_at integer not null, recorded_at integer not null,
  journal_id text references journal(id), rules_id text, tier_id text,
  points integer not null default 0, unique (store_id, order_no)
) strict;
--> statement-breakpoint
create index sale_member on sale (member_id, occurred_at);
--> statement-breakpoint
create index sale_store on sale (store_id, occurred_at, total_fen);
--> statement-breakpoint
create table sale_line (
  sale_id text not null references sale(id), n integer not null, product_id text references product(id),
  category_id text, category_path text not null default '[]', name text not null, quantity_milli integer not null check (quantity_milli > 0),
  unit_fen integer not null, amount_fen integer not null check (amount_fen between 0 and 1000000000000),
  returned_milli integer not null default 0, returned_fen integer not null default 0,
  check (returned_milli between 0 and quantity_milli), check (returned_fen between 0 and amount_fen),
  primary key (sale_id, n)
) strict, without rowid;
--> statement-breakpoint
create table sale_return (
  id text primary key, sale_id text not null references sale(id), store_id text not null references store(id),
  n integer not null, refund_fen integer not null, reason text not null default '',
  points_taken integer not null, points_owed integer not null,
  points_forgiven integer not null default 0, journal_id text references journal(id),
  terminal_id text, staff_id text, api_key_id text, occurred_at integer not null, recorded_at integer not null,
  unique (sale_id, n)
) strict;
--> statement-breakpoint
create table sale_return_line (
  return_id text not null references sale_return(id), sale_id text not null, n integer not null,
  quantity_milli integer not null check (quantity_milli > 0), amount_fen integer not null check (amount_fen >= 0),
  primary key (return_id, n), foreign key (sale_id, n) references sale_line(sale_id, n)
) strict, without rowid;
--> statement-breakpoint
create trigger sale_return_line_posts after insert on sale_return_line begin
  update sale_line set returned_milli = returned_milli + new.quantity_milli,
    returned_fen = returned_fen + new.amount_fen where sale_id = new.sale_id and n = new.n;
end;
--> statement-breakpoint
create trigger sale_no_update before update on sale begin select raise(abort, 'append-only: sale'); end;
--> statement-breakpoint
create trigger sale_no_delete before delete on sale begin select raise(abort, 'append-only: sale'); end;
--> statement-breakpoint
create trigger sale_return_no_update before update on sale_return begin select raise(abort, 'append-only: sale_return'); end;
--> statement-breakpoint
create trigger sale_return_no_delete before delete on sale_return begin select raise(abort, 'append-only: sale_return'); end;
--> statement-breakpoint
create table adjustment (
  id text primary key, account_id text not null references loyalty_account(id), member_id text not null references member(id),
  points integer not null check (points <> 0), reason text not null, staff_id text not null,
  journal_id text not null references journal(id), at integer not null
) strict;
