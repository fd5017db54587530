-- The second opinion's own reading of a giftware seller's invoices: see docs/replay.md.
-- Days are written 12/1/2010 10:03; the first line of an article says what it is.
create view article as
select StockCode, Description from invoices
where rowid in (select min(rowid) from invoices group by StockCode);

create view sold as
select
  l.InvoiceNo as sale,
  l.CustomerID as member,
  substr(l.InvoiceDate, instr(l.InvoiceDate, ' ') - 4, 4)
    || printf('-%02d', cast(l.InvoiceDate as integer))
    || printf('-%02d', cast(substr(l.InvoiceDate, instr(l.InvoiceDate, '/') + 1) as integer))
    || substr('0' || substr(l.InvoiceDate, instr(l.InvoiceDate, ' ') + 1), -5) as at,
  cast(round(l.UnitPrice * l.Quantity * 100) as integer) as cents,
  a.Description like '%CHRISTMAS%' or a.Description like '%EASTER%' as excluded,
  0 as returned
from invoices l
join article a on a.StockCode = l.StockCode
where l.CustomerID not in ('', 'NA') and cast(l.Quantity as real) > 0
  and l.InvoiceNo not like 'C%' -- credit notes would need the sale they belong to
  and l.StockCode not in
    ('POST', 'DOT', 'C2', 'M', 'D', 'BANK CHARGES', 'AMAZONFEE', 'CRUK', 'S', 'B');
