/** Rows that are right, for invariants that are about more than one small ledger shows, as SQL. @module */
import {
  back,
  budget,
  claim,
  ended,
  entry,
  type Found,
  given,
  insert,
  journal,
  line,
  move,
  passed,
  returned,
  sale,
  tally,
  transfer,
  use,
} from "./test-forged-rows.ts";

const drewFor = (f: Found, set: string) => `update journal set ${set} where id = '${f.drew}'`;
const paidTo = (f: Found, contra: string) =>
  `update entry set contra = '${contra}' where journal_id = '${f.drew}'`;
const stock = (giftId: string, amounts: number[]) => [
  ...amounts.map((amount, i) =>
    insert("stock_move", {
      gift_id: giftId,
      store_id: "sto_a",
      cause: "x",
      cause_id: `${i}`,
      amount,
      at: 0,
    })
  ),
  insert("gift_stock", {
    gift_id: giftId,
    store_id: "sto_a",
    remaining: amounts.reduce((sum, amount) => sum + amount, 0),
  }),
];

/** Invariant → what it must find nothing in, each on its own. */
export const rights: Record<string, ((f: Found) => string[])[]> = {
  "what left a lot is the sum of its uses": [
    (f) => [use(f, f.lot, -70), `update lot set remaining = 0 where id = '${f.lot}'`],
  ],
  "nothing is spent before it is available or after it lapsed": [
    (f) => [`update lot set available_at = ${f.at}, lapses_at = ${f.at + 1}`],
  ],
  "a lot lapses only when it is due, and once": [
    (f) => [drewFor(f, "kind = 'lapse'"), `update lot set lapses_at = ${f.at}`],
  ],
  "no points are spendable while any are owed": [
    (f) => [
      `update account set balance = 1 where id = '${f.loyaltyId}.points-debt'`,
      `update lot set lapses_at = ${f.at}`,
    ],
    (f) => [
      `update account set balance = 1 where id = '${f.loyaltyId}.points-debt'`,
      "update lot set remaining = 0",
    ],
  ],
  "what a redemption drew comes back at most once": [
    (f) => [
      journal("jnl_x", "release", { reverses: f.drew }),
      entry(f, "jnl_x", 30, "redeemed@sto_a"),
      use(f, f.lot, 30),
    ],
  ],
  "returns never exceed the sale": [
    () => [
      line({ returned_milli: 1000, returned_fen: 100 }),
      line({ n: 2 }),
      line({ sale_id: "sal_y" }),
      back(400, 40),
      back(600, 60).replace("ret_x", "ret_y"),
    ],
  ],
  "a sale is its lines": [
    () => [
      sale(),
      line({ amount_fen: 60 }),
      line({ n: 2, amount_fen: 40 }),
      sale({ id: "sal_y", total_fen: 70 }),
      line({ sale_id: "sal_y", amount_fen: 70 }),
    ],
  ],
  "a member's sale has its journal and points": [
    (f) => [
      `update journal set cause_id = 'sal_x' where id = '${f.gave}'`,
      sale({ member_id: f.memberId, journal_id: f.gave, points: 110 }),
      entry(f, f.gave, 10, "issued@sto_a"),
      entry(f, f.gave, -5, "repaid@brd_a", 98),
      sale({ id: "sal_y" }),
    ],
  ],
  "a claim is paid once and ends once": [
    (f) => [claim(f, 30), ended("handed-over", null)],
    (f) => [claim(f, 25), ended("lapsed", f.gave), entry(f, f.drew, 5, "redeemed@sto_a")],
    (f) => [claim(f, 30), entry(f, f.drew, 5, "issued@sto_a")],
  ],
  "points that paid for a sale are what its lines say, and come back at most once": [
    (f) => [
      drewFor(f, "kind = 'offset', cause_id = 'sal_x'"),
      sale({ offset_points: 30, offset_fen: 100, offset_journal_id: f.drew }),
      line({ amount_fen: 60, offset_fen: 60 }),
      line({ n: 2, amount_fen: 40, offset_fen: 40 }),
      journal("jnl_x", "offset-back", { reverses: f.drew }),
      entry(f, "jnl_x", 30, "redeemed@sto_a"),
      entry(f, "jnl_x", 7, "issued@sto_a", 98),
      use(f, f.lot, 30),
      returned({ offset_points: 30, offset_journal_id: "jnl_x" }),
      sale({ id: "sal_y" }),
      line({ sale_id: "sal_y" }),
      returned({ id: "ret_y", sale_id: "sal_y" }),
    ],
  ],
  "a sale whose lines are all returned gave back all that paid": [
    () => [
      sale({ offset_points: 5, offset_fen: 7 }),
      line({ returned_fen: 100 }),
      returned({ offset_points: 2, offset_fen: 3 }),
      returned({ id: "ret_y", n: 2, offset_points: 3, offset_fen: 4 }),
    ],
    () => [
      sale({ offset_points: 5, offset_fen: 5 }),
      line({ returned_fen: 99 }),
      returned({ offset_points: 4, offset_fen: 4 }),
    ],
    () => [sale(), line({ returned_fen: 100 })],
  ],
  "a tally is the sum of what was given": [
    (f) => [
      given("2026-06-15", 1, f),
      given("2026-06-15", 2, f).replace("'x'", "'y'"),
      given("2026-06-16", 4, f),
      tally("2026-06-15", 3, f),
      tally("2026-06-16", 4, f),
      tally("", 7, f),
      ...[given("2026-06-15", 9, f), tally("2026-06-15", 9, f), tally("", 9, f)]
        .map((sql) => sql.replace("'*'", "'rule'")),
    ],
  ],
  "stock is the sum of its moves": [() => [...stock("gft_x", [5, -2]), ...stock("gft_y", [9])]],
  "a scan is used by one sale": [
    () => [sale({ scan_id: "scn_x" }), sale({ id: "sal_y", scan_id: "scn_y" })],
    () => [sale(), sale({ id: "sal_y" })],
  ],
  "what counts towards a tier is what was booked": [
    (f) => [
      ...["2026-06-15", "2026-06-16"].map((day, i) =>
        insert("qualifying_day", { loyalty_id: f.loyaltyId, day, fen: i + 1, points: 0 })
      ),
      `update account set balance = 3 where id = '${f.loyaltyId}.qualifying'`,
    ],
  ],
  "a tier that was bought was paid": [
    (f) => [
      entry(f, f.drew, -5, "redeemed@sto_a"),
      entry(f, f.drew, -9, "lapsed@brd_a", 98),
      insert("tier_purchase", {
        id: "tip_x",
        loyalty_id: f.loyaltyId,
        brand_id: "brd_a",
        to_tier: "tie_b",
        points: 35,
        held_until: "2027-06-15",
        journal_id: f.drew,
        at: 0,
      }),
    ],
  ],
  "points sent are on their way, taken once, or back once": [
    (f) => passed(f),
    (f) => [
      paidTo(f, "transferred@brd_a"),
      transfer(f, 30),
      `insert into open_transfer (transfer_id, brand_id, expires_at) values ('trf_x', 'brd_a', 0)`,
    ],
  ],
  "what passes on keeps its dates": [(f) => passed(f)],
  "a store's points are the sum of their moves, and moves are booked": [
    () => [budget(5), move(7, null), move(-2, null).replace("mov_x", "mov_y")],
    (f) => [paidTo(f, "store-budget@sto_a"), budget(30), move(30, f.drew)],
  ],
};
