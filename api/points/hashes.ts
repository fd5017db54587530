/** What the chain is made of. Arrays, not objects: the order is part of the definition, and
 *  verify.ts recomputes exactly this from the rows. @module */
import { createHash } from "node:crypto";
import type { EntryRow, JournalRow, LotRow, LotUseRow } from "./queries.ts";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("base64url");

/** Digest of a journal: all of the row but the digest itself. */
export const digestOf = (j: Omit<JournalRow, "digest">): string =>
  sha256(JSON.stringify([
    j.id,
    j.kind,
    j.cause_kind,
    j.cause_id,
    j.brand_id,
    j.store_id,
    j.terminal_id,
    j.staff_id,
    j.actor,
    j.occurred_at,
    j.recorded_at,
    j.reverses,
    j.explanation,
  ]));

const byLot = <T extends { id: string }>(a: T, b: T) => a.id < b.id ? -1 : 1;
const byLotId = <T extends { lot_id: string }>(a: T, b: T) => a.lot_id < b.lot_id ? -1 : 1;

/** Hash of an entry: the one before it, its journal's digest, the entry, the lots it created and the
 *  uses it made of lots. */
export const hashOf = (
  entry: Omit<EntryRow, "hash">,
  journalDigest: string,
  lots: readonly Omit<LotRow, "remaining" | "account_id" | "journal_id" | "created_seq">[],
  uses: readonly Pick<LotUseRow, "lot_id" | "amount">[],
): string =>
  sha256(JSON.stringify([
    entry.prev_hash,
    journalDigest,
    entry.account_id,
    entry.seq,
    entry.journal_id,
    entry.unit,
    entry.amount,
    entry.contra,
    entry.balance_after,
    entry.carry_after,
    entry.at,
    [...lots].sort(byLot).map((l) => [
      l.id,
      l.original,
      l.available_at,
      l.lapses_at,
      l.issued_store_id,
      l.issued_brand_id,
      l.rules_id,
    ]),
    [...uses].sort(byLotId).map((u) => [u.lot_id, u.amount]),
  ]));
