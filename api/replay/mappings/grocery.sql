-- The second opinion's own reading of a grocery chain's files: see docs/replay.md.
create view sold as
select
  l.basket_id as sale,
  l.household_id as member,
  l.transaction_timestamp as at,
  cast(round(l.sales_value * 100) as integer) as cents,
  p.department = 'GROCERY' and p.product_category = 'SOFT DRINKS' as excluded,
  0 as returned
from sale_lines l
join products p on p.product_id = l.product_id
where cast(l.quantity as real) > 0 and l.sales_value not like '%e%';
