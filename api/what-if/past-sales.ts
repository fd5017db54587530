/** Rows of past sales as the replay takes them. @module */
import type { EarningLine } from "../../shared/points/earning-line.ts";
import type { EarningGround } from "../../shared/points/when.ts";
import type { PastSale, Start } from "../../shared/programme/replay.ts";
import type { PastSaleRow, StartRow } from "./queries.ts";

type LineTuple = [
  n: number,
  productId: string | null,
  path: string[],
  quantityMilli: number,
  amountFen: number,
  offsetFen: number,
  giftCard: 0 | 1,
];
type ReturnTuple = [
  no: number,
  at: number,
  n: number,
  quantityMilli: number,
  amountFen: number,
];

const lineOf = (
  [n, productId, categoryIds, quantityMilli, amountFen, offsetFen, giftCard]: LineTuple,
): EarningLine => ({
  n,
  productId,
  categoryIds,
  quantityMilli,
  amountFen,
  ...(offsetFen ? { offsetFen } : {}),
  ...(giftCard ? { giftCard: true } : {}),
});

const returnsIn = (text: string | null): PastSale["returns"] => {
  if (text === null) return [];
  const byNo = new Map<
    number,
    { at: number; lines: PastSale["returns"][number]["lines"][number][] }
  >();
  for (const [no, at, n, quantityMilli, amountFen] of JSON.parse(text) as ReturnTuple[]) {
    const found = byNo.get(no) ?? { at, lines: [] };
    found.lines.push({ n, quantityMilli, amountFen });
    byNo.set(no, found);
  }
  return [...byNo].sort(([a], [b]) => a - b).map(([, each]) => each);
};

export const pastSaleOf = (row: PastSaleRow): PastSale => ({
  at: row.at,
  bookedAt: row.booked_at,
  kept: row.ground === null ? null : JSON.parse(row.ground) as EarningGround,
  storeId: row.store_id,
  tierId: row.tier_id,
  rulesId: row.rules_id,
  lines: (JSON.parse(row.lines) as LineTuple[]).map(lineOf),
  returns: returnsIn(row.returns),
});

export const startOf = (row: StartRow): Start => ({
  carryMicro: row.carry ?? 0,
  tags: [
    ...JSON.parse(row.own_tags) as string[],
    ...(JSON.parse(row.tags) as [string, string][]).flat(),
  ],
  memberCategoryId: row.category_id,
  birthday: row.birthday === null ? null : { on: row.birthday, calendar: row.birthday_calendar },
  bought: row.bought === 1,
  balance: row.balance_then ?? 0,
  given: Object.fromEntries(JSON.parse(row.given) as [string, number][]),
});
