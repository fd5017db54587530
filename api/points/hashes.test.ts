/** What the chain is made of. The hashes stand in every house that runs: these are of rows written by
 *  hand, and may never become others. */
import { describe, expect, test } from "vitest";
import { digestOf, hashOf } from "./hashes.ts";
import type { EntryRow, JournalRow, LotRow, LotUseRow } from "./queries.ts";
import { rootOf } from "./seal-day.ts";

const journal: Omit<JournalRow, "digest"> = {
  id: "jnl_1",
  kind: "accrual",
  cause_kind: "sale",
  cause_id: "sal_1",
  brand_id: "brd_a",
  store_id: "sto_a",
  terminal_id: "trm_a",
  staff_id: "stf_a",
  actor: "cashier:stf_a",
  occurred_at: 1_781_488_800_000,
  recorded_at: 1_781_488_800_001,
  reverses: "jnl_0",
  explanation: '{"reasons":[]}',
};
const entry: Omit<EntryRow, "hash"> = {
  account_id: "acc_1.points",
  seq: 3,
  journal_id: "jnl_1",
  unit: "points",
  amount: 30,
  contra: "issued@sto_a",
  balance_after: 130,
  carry_after: 250_000,
  at: 1_781_488_800_001,
  prev_hash: "before",
};
type Part = Omit<LotRow, "remaining" | "account_id" | "journal_id" | "created_seq">;
const lot = (id: string, more: Partial<Part> = {}): Part => ({
  id,
  original: 15,
  available_at: 1_781_488_800_001,
  lapses_at: 1_813_075_200_000,
  issued_store_id: "sto_a",
  issued_brand_id: "brd_a",
  rules_id: "rul_a",
  ...more,
});
type Use = Pick<LotUseRow, "lot_id" | "amount">;
const lots = [lot("lot_a"), lot("lot_b", { lapses_at: null }), lot("lot_c", { original: 1 })];
const uses: Use[] = [
  { lot_id: "lot_x", amount: -2 },
  { lot_id: "lot_y", amount: 2 },
  { lot_id: "lot_z", amount: -5 },
];

const others = <T extends object>(row: T): [keyof T, T][] =>
  (Object.keys(row) as (keyof T)[]).map((name) => {
    const value = row[name];
    return [name, { ...row, [name]: typeof value === "number" ? value + 1 : `${value}x` }];
  });

describe("the digest of a journal", () => {
  test("is this one for this journal", () => {
    expect(digestOf(journal)).toBe("QqaNHqeqVemn2GYJJdWOP3vqle723CeVtZwwWeRSoiM");
  });

  test.each(others(journal))("is another with another %s", (_, other) => {
    expect(digestOf(other)).not.toBe(digestOf(journal));
  });
});

describe("the hash of an entry", () => {
  const hash = hashOf(entry, "digest", lots, uses);

  test("is this one for this entry", () => {
    expect(hash).toBe("Z1c5t7MVQbBy27xR-xNzgA-cG6qN9t0swICbA5A4RNo");
    expect(hashOf(entry, "digest", [], [])).toBe("HXJQPdFsi6bQ-mwslbT8pANi1UnPajQ8YrRZwF72mzg");
  });

  test("is another with another journal", () => {
    expect(hashOf(entry, "other", lots, uses)).not.toBe(hash);
  });

  test.each(others(entry))("is another with another %s", (_, other) => {
    expect(hashOf(other, "digest", lots, uses)).not.toBe(hash);
  });

  test.each(others(lots[0]!))("is another where a lot has another %s", (_, other) => {
    expect(hashOf(entry, "digest", [other, ...lots.slice(1)], uses)).not.toBe(hash);
  });

  test.each(others(uses[0]!))("is another where a use has another %s", (_, other) => {
    expect(hashOf(entry, "digest", lots, [other, ...uses.slice(1)])).not.toBe(hash);
  });

  test("does not hang on the order in which lots and uses are read", () => {
    const [a, b, c] = lots as [Part, Part, Part];
    const [x, y, z] = uses as [Use, Use, Use];
    for (const order of [[a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a]]) {
      expect(hashOf(entry, "digest", order, uses)).toBe(hash);
    }
    for (const order of [[x, z, y], [y, x, z], [y, z, x], [z, x, y], [z, y, x]]) {
      expect(hashOf(entry, "digest", lots, order)).toBe(hash);
    }
  });
});

test("the root of a seal is made of the root before it, the day and every head", () => {
  const heads = [{ account_id: "acc_1.points", seq: 3, hash: "a" }];
  const root = rootOf("before", "2026-06-15", heads);
  expect(root).toBe("EhYnhgQWttc2-vmNmLxNMDnLH6syR-4LNfgefA3e2fg");
  expect(rootOf("", "2026-06-15", heads)).not.toBe(root);
  expect(rootOf("before", "2026-06-16", heads)).not.toBe(root);
  expect(rootOf("before", "2026-06-15", [])).not.toBe(root);
  for (const [, other] of others(heads[0]!)) {
    expect(rootOf("before", "2026-06-15", [other])).not.toBe(root);
  }
});
