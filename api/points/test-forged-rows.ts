/** Rows that a test or a forger writes into a small ledger whose guards have been taken away. @module */

/** What the forger finds: a member's accounts, two lots and what was booked on them. */
export type Found = {
  loyaltyId: string;
  memberId: string;
  /** Somebody whose accounts never moved. */
  otherId: string;
  /** 100 points, of which `drew` took 30; they lapse. */
  lot: string;
  /** 50 points that never lapse. */
  free: string;
  gave: string;
  drew: string;
  /** Instant of `drew` (ms). */
  at: number;
};

type Value = string | number | null;
const literal = (value: Value): string =>
  typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value);
export const insert = (table: string, row: Record<string, Value>): string =>
  `insert into ${table} (${Object.keys(row).join(", ")})
   values (${Object.values(row).map(literal).join(", ")})`;

export const sale = (more: Record<string, Value> = {}) =>
  insert("sale", {
    id: "sal_x",
    brand_id: "brd_a",
    store_id: "sto_a",
    order_no: `${more.id ?? "x"}`,
    total_fen: 100,
    occurred_at: 0,
    recorded_at: 0,
    ...more,
  });
export const line = (more: Record<string, Value> = {}) =>
  insert("sale_line", {
    sale_id: "sal_x",
    n: 1,
    name: "x",
    quantity_milli: 1000,
    unit_fen: 100,
    amount_fen: 100,
    ...more,
  });
export const returned = (more: Record<string, Value> = {}) =>
  insert("sale_return", {
    id: "ret_x",
    sale_id: "sal_x",
    store_id: "sto_a",
    n: 1,
    refund_fen: 100,
    points_taken: 0,
    points_owed: 0,
    occurred_at: 0,
    recorded_at: 0,
    ...more,
  });
export const back = (milli: number, fen: number) =>
  insert("sale_return_line", {
    return_id: "ret_x",
    sale_id: "sal_x",
    n: 1,
    quantity_milli: milli,
    amount_fen: fen,
  });
export const journal = (id: string, kind: string, more: Record<string, Value> = {}) =>
  insert("journal", {
    id,
    kind,
    cause_kind: "forged",
    cause_id: id,
    brand_id: "brd_a",
    actor: "x",
    occurred_at: 0,
    recorded_at: 0,
    explanation: "{}",
    digest: "",
    ...more,
  });
export const entry = (
  f: Found,
  journalId: string,
  amount: number,
  contra: string,
  seq = 99,
): string =>
  insert("entry", {
    account_id: `${f.loyaltyId}.points`,
    seq,
    journal_id: journalId,
    unit: "points",
    amount,
    contra,
    balance_after: 0,
    at: 0,
    prev_hash: "",
    hash: "",
  });
export const use = (f: Found, lot: string, amount: number, seq = 99) =>
  insert("lot_use", { lot_id: lot, account_id: `${f.loyaltyId}.points`, seq, amount });
export const claim = (f: Found, points: number) =>
  insert("claim", {
    id: "clm_x",
    code: "x",
    gift_id: "gft_x",
    brand_id: "brd_a",
    store_id: "sto_a",
    member_id: f.memberId,
    account_id: f.loyaltyId,
    points,
    journal_id: f.drew,
    claimed_at: 0,
    expires_at: 0,
  });
export const ended = (state: string, journalId: string | null) =>
  insert("claim_end", { claim_id: "clm_x", state, at: 0, journal_id: journalId });
export const transfer = (f: Found, points: number) =>
  insert("transfer", {
    id: "trf_x",
    brand_id: "brd_a",
    from_account: f.loyaltyId,
    from_member: f.memberId,
    code_index: "x",
    points,
    journal_id: f.drew,
    sent_at: 0,
    expires_at: 0,
  });
const accepted = (f: Found, journalId: string) =>
  insert("transfer_end", {
    transfer_id: "trf_x",
    state: "accepted",
    to_account: f.otherId,
    journal_id: journalId,
    at: 0,
  });
export const passed = (f: Found, more: Record<string, Value> = {}) => [
  `update entry set contra = 'transferred@brd_a' where journal_id = '${f.drew}'`,
  transfer(f, 30),
  journal("jnl_x", "transfer-in"),
  entry(f, "jnl_x", 30, "transferred@brd_a"),
  accepted(f, "jnl_x"),
  `insert into lot select 'lot_x', account_id, 'jnl_x', ${more.original ?? 30}, ${
    more.original ?? 30
  }, ${more.available_at ?? "available_at"}, ${more.lapses_at ?? "lapses_at"}, issued_store_id,
     issued_brand_id, rules_id, 99 from lot where id = '${f.lot}'`,
];
export const move = (points: number, journalId: string | null) =>
  insert("store_budget_move", {
    id: "mov_x",
    store_id: "sto_a",
    brand_id: "brd_a",
    kind: journalId ? "top-up" : "set",
    points,
    journal_id: journalId,
    at: 0,
  });
export const budget = (remaining: number) =>
  insert("store_budget", { store_id: "sto_a", brand_id: "brd_a", remaining });
export const given = (day: string, micro: number, f: Found) =>
  insert("earning_given", { account_id: f.loyaltyId, day, key: "*", cause_id: "x", micro });
export const tally = (day: string, micro: number, f: Found) =>
  insert("earning_tally", { account_id: f.loyaltyId, day, key: "*", micro });
