/** Past sales for tests and measurements, put into the tables as a migration would. @module */
import { blankGround, type EarningGround } from "../../shared/points/when.ts";
import type { House } from "../desk.ts";

export type SeedLine = { path: string[]; quantityMilli: number; amountFen: number };
export type SeedSale = {
  memberId: string;
  accountId: string;
  brandId: string;
  storeId: string;
  rulesId: string;
  tierId: string | null;
  at: number;
  /** When it was booked, if later. */
  bookedAt?: number;
  ground?: Partial<EarningGround>;
  lines: SeedLine[];
  /** Line number, quantity and amount of what came back, and when. */
  returned?: { at: number; n: number; quantityMilli: number; amountFen: number }[];
};

const sum = (lines: readonly { amountFen: number }[]): number =>
  lines.reduce((total, line) => total + line.amountFen, 0);

/** @returns the ids, in the order given */
export const putSales = async (
  { db }: Pick<House, "db">,
  sales: readonly SeedSale[],
): Promise<string[]> => {
  const ids = sales.map((_, i) => `sal_seed${String(i).padStart(8, "0")}`);
  for (let from = 0; from < sales.length; from += 2_000) {
    const part = sales.slice(from, from + 2_000).map((sale, i) => ({
      ...sale,
      id: ids[from + i]!,
    }));
    const rows = (of: unknown[]) => [JSON.stringify(of)];
    await db.batch([
      {
        sql: `insert into sale (id, brand_id, store_id, order_no, member_id, account_id, total_fen,
            occurred_at, recorded_at, rules_id, tier_id, ground)
          select j.value->>0, j.value->>1, j.value->>2, j.value->>0, j.value->>3, j.value->>4,
            j.value->>5, j.value->>6, j.value->>7, j.value->>8, j.value->>9, j.value->>10 from json_each(?1) j`,
        args: rows(part.map((s) => [
          s.id,
          s.brandId,
          s.storeId,
          s.memberId,
          s.accountId,
          sum(s.lines),
          s.at,
          s.bookedAt ?? s.at,
          s.rulesId,
          s.tierId,
          s.ground ? JSON.stringify({ ...blankGround, ...s.ground }) : null,
        ])),
      },
      {
        sql:
          `insert into sale_line (sale_id, n, category_path, name, quantity_milli, unit_fen, amount_fen)
          select j.value->>0, j.value->>1, j.value->>2, '', j.value->>3, 0, j.value->>4
          from json_each(?1) j`,
        args: rows(part.flatMap((s) =>
          s.lines.map((l, i) => [
            s.id,
            i + 1,
            JSON.stringify(l.path),
            l.quantityMilli,
            l.amountFen,
          ])
        )),
      },
      ...putReturns(part),
    ]);
  }
  return ids;
};

const putReturns = (part: readonly (SeedSale & { id: string })[]) => {
  const returns = part.flatMap((s) =>
    (s.returned ?? []).map((r, i) => ({
      ...r,
      id: `ret_${s.id.slice(4)}_${i}`,
      sale: s,
      no: i + 1,
    }))
  );
  return [
    {
      sql:
        `insert into sale_return (id, sale_id, store_id, n, refund_fen, points_taken, points_owed,
          occurred_at, recorded_at)
        select j.value->>0, j.value->>1, j.value->>2, j.value->>3, j.value->>4, 0, 0, j.value->>5,
          j.value->>5 from json_each(?1) j`,
      args: [
        JSON.stringify(
          returns.map((r) => [r.id, r.sale.id, r.sale.storeId, r.no, r.amountFen, r.at]),
        ),
      ],
    },
    {
      sql: `insert into sale_return_line (return_id, sale_id, n, quantity_milli, amount_fen)
        select j.value->>0, j.value->>1, j.value->>2, j.value->>3, j.value->>4 from json_each(?1) j`,
      args: [
        JSON.stringify(returns.map((r) => [r.id, r.sale.id, r.n, r.quantityMilli, r.amountFen])),
      ],
    },
  ];
};
