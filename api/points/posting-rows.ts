/** The rows of a posting: its journal, entries, lots and uses, chained and hashed. @module */
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { digestOf, hashOf } from "./hashes.ts";
import type { Head, Holdings, MovedHead } from "./holdings.ts";
import type { Cause } from "./posting.ts";
import {
  type EntryRow,
  insertEntry,
  insertJournal,
  insertLot,
  insertLotUse,
  type JournalRow,
  type LotRow,
} from "./queries.ts";

export type Step = {
  head: Head;
  amount: number;
  contra: string;
  carryAfter: number;
  lots: Omit<LotRow, "account_id" | "journal_id" | "created_seq">[];
  uses: { lot_id: string; amount: number }[];
};

/** Each step is one entry of its head; several of one head follow one another. */
export const rowsOf = (
  desk: Desk,
  holdings: Holdings,
  cause: Cause,
  journalId: string,
  steps: readonly Step[],
): { writes: Write[]; heads: Map<string, MovedHead> } => {
  const journal: Omit<JournalRow, "digest"> = {
    id: journalId,
    kind: cause.kind,
    cause_kind: cause.cause.kind,
    cause_id: cause.cause.id,
    brand_id: holdings.brandId,
    store_id: cause.storeId,
    terminal_id: desk.actor.terminalId ?? null,
    staff_id: desk.actor.staffId ?? null,
    actor: `${desk.actor.role}:${desk.actor.id}`,
    occurred_at: cause.occurredAt,
    recorded_at: desk.now,
    reverses: cause.reverses ?? null,
    explanation: JSON.stringify(cause.explanation),
  };
  const digest = digestOf(journal);
  const writes: Write[] = [insertJournal.row({ ...journal, digest })];
  const heads = new Map<string, MovedHead>();
  for (const made of steps) {
    const { accountId, unit } = made.head;
    const last = heads.get(accountId) ?? made.head;
    const entry: Omit<EntryRow, "hash"> = {
      account_id: accountId,
      seq: last.seq + 1,
      journal_id: journalId,
      unit,
      amount: made.amount,
      contra: made.contra,
      balance_after: last.balance + made.amount,
      carry_after: made.carryAfter,
      at: desk.now,
      prev_hash: last.hash,
    };
    const hash = hashOf(entry, digest, made.lots, made.uses);
    writes.push(insertEntry.row({ ...entry, hash }));
    const { seq } = entry;
    for (const lot of made.lots) {
      writes.push(
        insertLot.row({ ...lot, account_id: accountId, journal_id: journalId, created_seq: seq }),
      );
    }
    for (const use of made.uses) {
      writes.push(insertLotUse.row({ ...use, account_id: accountId, seq }));
    }
    heads.set(accountId, { seq, balance: entry.balance_after, hash });
  }
  return { writes, heads };
};
