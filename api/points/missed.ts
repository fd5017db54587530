/** The rules that did not hold at a sale, judged again from the version and the ground of then.
 *  @module */
import { accrue } from "../../shared/points/accrue.ts";
import type { Reason } from "../../shared/points/reason.ts";
import { blankGround, type EarningGround } from "../../shared/points/when.ts";
import { reading } from "../db/statement.ts";
import { parsedRules } from "./rules.ts";

export type JudgedRow = {
  sale_id: string;
  store_id: string;
  tier_id: string | null;
  occurred_at: number;
  ground: string | null;
  rules_id: string;
  body: string;
  /** [n, product, category path, milli, fen, gift card, offset fen] of each line, JSON. */
  lines: string;
};

/** The sale that a journal gave points for, as it was judged. */
export const judgedSale = reading<[journalId: string], JudgedRow>(
  "sale as it was judged",
  `select j.key as n, s.id as sale_id, s.store_id, s.tier_id, s.occurred_at, s.ground, s.rules_id,
     r.body, (select json_group_array(json_array(l.n, l.product_id, l.category_path,
       l.quantity_milli, l.amount_fen, l.gift_card, l.offset_fen))
       from sale_line l where l.sale_id = s.id) as lines
   from json_each(?1) j join journal x on x.id = j.value->>0 and x.cause_kind = 'sale'
   join sale s on s.id = x.cause_id join earning_rules r on r.id = s.rules_id`,
);

type LineTuple = [number, string | null, string, number, number, 0 | 1, number];

/** Rules that did not hold, each with the first condition that failed. */
export const missedAt = (row: JudgedRow | undefined): Reason[] => {
  if (!row) return [];
  const ground: EarningGround = row.ground === null
    ? { ...blankGround, storeId: row.store_id }
    : JSON.parse(row.ground) as EarningGround;
  return accrue({
    lines: (JSON.parse(row.lines) as LineTuple[]).map((
      [n, productId, path, milli, fen, gift, off],
    ) => ({
      n,
      productId,
      categoryIds: JSON.parse(path) as string[],
      quantityMilli: milli,
      amountFen: fen,
      giftCard: gift === 1,
      offsetFen: off,
    })),
    rules: parsedRules(row),
    ruleVersionId: row.rules_id,
    tierId: row.tier_id,
    carryMicro: 0,
    earnedAt: row.occurred_at,
    ground,
  }).missed;
};
