/** One forgery for each way in which an invariant can be broken, as SQL. @module */
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

const points = (f: Found) => `${f.loyaltyId}.points`;
const ofAccount = (set: string) => (f: Found) => [
  `update account set ${set} where id = '${points(f)}'`,
];
const ofOther = (set: string) => (f: Found) => [
  `update account set ${set} where id = '${f.otherId}.points'`,
];
const ofLot = (set: string) => (f: Found) => [`update lot set ${set} where id = '${f.lot}'`];
const ofJournal = (set: string) => (f: Found) => [
  `update journal set ${set} where id = '${f.drew}'`,
];

type Forgery = (f: Found) => string[];

/** Invariant → forgeries that it must find, each on its own. */
export const forgeries: Record<string, Forgery[]> = {
  "balance is the sum of its entries": [
    ofAccount("balance = balance + 1"),
    ofAccount("seq = seq + 1"),
    ofOther("balance = 1"),
    ofOther("seq = 1"),
  ],
  "balance_after follows entry by entry": [
    (f) => [`update entry set balance_after = 1 where account_id = '${points(f)}' and seq = 2`],
  ],
  "head and kept fraction are the last entry's": [ofAccount("head = 'x'"), ofAccount("carry = 1")],
  "points balance is what is left in the lots": [
    ofAccount("balance = balance + 1"),
    (f) => [`delete from lot where account_id = '${points(f)}'`],
  ],
  "what left a lot is the sum of its uses": [
    ofLot("remaining = remaining - 1"),
    ofLot("original = original + 1"),
    () => ["delete from lot_use"],
    (f) => [use(f, f.lot, -71), ...ofLot("remaining = -1")(f)],
    (f) => [use(f, f.lot, 31), ...ofLot("remaining = 101")(f)],
  ],
  "a points entry is its lots and uses": [
    (f) => [`update entry set amount = amount + 1 where account_id = '${points(f)}' and seq = 1`],
    (f) => [`delete from lot where id = '${f.free}'`],
    () => ["delete from lot_use"],
  ],
  "lots and uses are in their own account": [
    (f) => [`update lot_use set account_id = '${f.otherId}.points'`],
    ofLot("created_seq = 9"),
    (f) => ofLot(`journal_id = '${f.drew}'`)(f),
    (f) => ofLot(`account_id = '${f.otherId}.points'`)(f),
  ],
  "nothing is spent before it is available or after it lapsed": [
    (f) => ofLot(`available_at = ${f.at + 1}`)(f),
    (f) => ofLot(`lapses_at = ${f.at}`)(f),
    (f) => [...ofJournal("kind = 'transfer-out'")(f), ...ofLot("lapses_at = 1")(f)],
    (f) => [...ofJournal("kind = 'tier-purchase'")(f), ...ofLot("lapses_at = 1")(f)],
  ],
  "a lot lapses only when it is due, and once": [
    ofJournal("kind = 'lapse'"),
    (f) => [...ofJournal("kind = 'lapse'")(f), ...ofLot("lapses_at = null")(f)],
    (f) => [...ofJournal("kind = 'lapse'")(f), ...ofLot(`lapses_at = ${f.at + 1}`)(f)],
  ],
  "no points are spendable while any are owed": [
    (f) => [
      `update account set balance = 1 where id = '${f.loyaltyId}.points-debt'`,
      "update lot set lapses_at = null",
    ],
    (f) => [
      `update account set balance = 1 where id = '${f.loyaltyId}.points-debt'`,
      `update lot set lapses_at = ${f.at + 1}`,
    ],
  ],
  "a cause is booked once": [
    () => ["drop index journal_cause", "update journal set cause_kind = 'sale', cause_id = 'x'"],
  ],
  "what a redemption drew comes back at most once": [
    (f) => [
      journal("jnl_x", "release", { reverses: f.drew }),
      entry(f, "jnl_x", 31, "redeemed@sto_a"),
      use(f, f.lot, 31),
    ],
  ],
  "returns never exceed the sale": [
    () => [line({ returned_milli: 1 })],
    () => [line({ returned_fen: 1 })],
    () => [line({ returned_milli: 1000, returned_fen: 101 }), back(1000, 101)],
    () => [line({ returned_milli: 1001, returned_fen: 100 }), back(1001, 100)],
  ],
  "a sale is its lines": [() => [sale()], () => [sale(), line({ amount_fen: 99 })]],
  "a member's sale has its journal and points": [
    (f) => [sale({ member_id: f.memberId }), line()],
    (f) => [sale({ member_id: f.memberId, journal_id: f.gave, points: 100 }), line()],
    (f) => [
      `update journal set cause_id = 'sal_x' where id = '${f.gave}'`,
      sale({ member_id: f.memberId, journal_id: f.gave, points: 99 }),
      line(),
    ],
  ],
  "a claim is paid once and ends once": [
    (f) => [claim(f, 31)],
    (f) => [claim(f, 30), ended("cancelled", null)],
    (f) => [claim(f, 30), ended("lapsed", null)],
    (f) => [claim(f, 30), ended("handed-over", f.gave)],
  ],
  "points that paid for a sale are what its lines say, and come back at most once": [
    () => [sale({ offset_points: 1 }), line()],
    (
      f,
    ) => [
      ...ofJournal("kind = 'offset', cause_id = 'sal_x'")(f),
      sale({ offset_journal_id: f.drew }),
      line(),
    ],
    () => [sale({ offset_fen: 1 }), line()],
    () => [sale({ offset_fen: 101 }), line({ amount_fen: 101, offset_fen: 101 })],
    (
      f,
    ) => [
      ...ofJournal("cause_id = 'sal_x'")(f),
      sale({ offset_points: 30, offset_journal_id: f.drew }),
      line(),
    ],
    (
      f,
    ) => [
      ...ofJournal("kind = 'offset'")(f),
      sale({ offset_points: 30, offset_journal_id: f.drew }),
      line(),
    ],
    (f) => [
      ...ofJournal("kind = 'offset', cause_id = 'sal_x'")(f),
      sale({ offset_points: 29, offset_journal_id: f.drew }),
      line(),
    ],
    () => [line({ offset_fen: 101 })],
    () => [returned({ offset_points: 1 })],
    (f) => [
      journal("jnl_x", "offset-back"),
      entry(f, "jnl_x", 5, "redeemed@sto_a"),
      returned({ offset_points: 4, offset_journal_id: "jnl_x" }),
    ],
    (f) => [returned({ offset_journal_id: f.gave })],
    (f) => [
      ...ofJournal("kind = 'offset'")(f),
      journal("jnl_x", "offset-back", { reverses: f.drew }),
      entry(f, "jnl_x", 31, "redeemed@sto_a"),
      use(f, f.lot, 31),
    ],
  ],
  "a sale whose lines are all returned gave back all that paid": [
    () => [
      sale({ offset_points: 5, offset_fen: 5 }),
      line({ returned_fen: 100 }),
      returned({ offset_points: 4, offset_fen: 5 }),
    ],
    () => [
      sale({ offset_points: 5, offset_fen: 5 }),
      line({ returned_fen: 100 }),
      returned({ offset_points: 5, offset_fen: 4 }),
    ],
  ],
  "a tally is the sum of what was given": [
    (f) => [tally("2026-06-15", 1, f)],
    (f) => [given("2026-06-15", 1, f)],
    (f) => [given("2026-06-15", 1, f), tally("2026-06-15", 2, f)],
    (f) => [
      given("2026-06-15", 1, f),
      given("2026-06-16", 1, f),
      tally("2026-06-15", 1, f),
      tally("2026-06-16", 1, f),
      tally("", 1, f),
    ],
  ],
  "stock is the sum of its moves": [
    () => [insert("gift_stock", { gift_id: "gft_x", store_id: "sto_a", remaining: 1 })],
  ],
  "a scan is used by one sale": [
    () => [
      sale({ scan_id: "scn_x" }),
      line(),
      sale({ id: "sal_y", scan_id: "scn_x" }),
      line({ sale_id: "sal_y" }),
    ],
  ],
  "brands agree": [
    ofAccount("brand_id = 'brd_b'"),
    (f) => [`update member set brand_id = 'brd_b' where id = '${f.memberId}'`],
    ofJournal("brand_id = 'brd_b'"),
  ],
  "what counts towards a tier is what was booked": [
    (f) => [
      insert("qualifying_day", { loyalty_id: f.loyaltyId, day: "2026-06-15", fen: 1, points: 0 }),
    ],
    (f) => [`update account set balance = 1 where id = '${f.loyaltyId}.qualifying'`],
  ],
  "a tier that was bought was paid": [
    (f) => [
      insert("tier_purchase", {
        id: "tip_x",
        loyalty_id: f.loyaltyId,
        brand_id: "brd_a",
        to_tier: "tie_b",
        points: 31,
        held_until: "2027-06-15",
        journal_id: f.drew,
        at: 0,
      }),
    ],
  ],
  "points sent are on their way, taken once, or back once": [
    (f) => [transfer(f, 30)],
    (f) => [...passed(f), "update transfer set points = 31"],
    (f) => [...passed(f), "update entry set amount = 29 where seq = 99"],
    (f) => [...passed(f).slice(0, 2)],
  ],
  "what passes on keeps its dates": [
    (f) => passed(f, { lapses_at: "lapses_at + 1" }),
    (f) => passed(f, { lapses_at: "null" }),
    (f) => passed(f, { available_at: "available_at + 1" }),
    (f) => passed(f, { original: 29 }),
  ],
  "a store's points are the sum of their moves, and moves are booked": [
    () => [budget(1)],
    () => [budget(4), move(5, null)],
    (f) => [budget(30), move(30, f.drew)],
  ],
};
