/** Statements of a page of sales: heads, lines and returns are read in one go. @module */
import { reading } from "../db/statement.ts";
import {
  lineColumns,
  returnColumns,
  type ReturnFoundRow,
  saleHead,
  type SaleHeadRow,
  type SoldLineRow,
} from "./queries.ts";

/** Whose sales are looked for: the member of this scan, or everybody's. */
export type SalesWanted = [
  storeId: string,
  orderNo: string | null,
  scanId: string | null,
  before: number,
];

/** Up to 51: one more than a page can be (SQL takes no limit from a row). */
const pageOfSales = `json_each(?1) j join sale s on s.id in (
     select x.id from sale x where x.store_id = j.value->>0 and x.occurred_at < j.value->>3
       and (j.value->>1 is null or x.order_no = j.value->>1)
       and (j.value->>2 is null
         or x.member_id = (select c.member_id from scan c where c.id = j.value->>2))
     order by x.occurred_at desc limit 51)`;

export const salesBefore = reading<SalesWanted, SaleHeadRow>(
  "sales of a store",
  `select j.key as n, ${saleHead} ${pageOfSales}
   join store t on t.id = s.store_id left join member m on m.id = s.member_id
   order by j.key, s.occurred_at desc`,
);

/** Lines of all sales of the page, so that it is read in one go. */
export const linesBefore = reading<SalesWanted, SoldLineRow>(
  "lines of a store's sales",
  `select j.key as n, ${lineColumns}
   from ${pageOfSales} join sale_line l on l.sale_id = s.id order by j.key, l.sale_id, l.n`,
);

export const returnsBefore = reading<SalesWanted, ReturnFoundRow>(
  "returns of a store's sales",
  `select j.key as n, ${returnColumns}
   from ${pageOfSales} join sale_return r on r.sale_id = s.id order by j.key, r.sale_id, r.n`,
);
