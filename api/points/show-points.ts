/** What an account looks like: the summary, its lots, its history, and one entry opened. @module */
import type * as z from "zod/mini";
import type {
  Explanation,
  HistoryPage,
  HistoryRow,
  LotView,
  PointsSummary,
} from "../../shared/members/member.ts";
import { dayOf } from "../../shared/business-day.ts";
import { Problem } from "../../shared/problems.ts";
import { spanStarts } from "../../shared/tiers/policy.ts";
import { type Tier, tierFor, tierProgress } from "../../shared/tiers/tier.ts";
import type { Desk } from "../desk.ts";
import { type Standing, standingIn } from "../tiers/tier-rows.ts";
import { judgedSale, missedAt } from "./missed.ts";
import { type TierRow, tiersOf } from "./queries.ts";
import {
  entriesBefore,
  explainedEntries,
  explainedLines,
  explainedLots,
  glanceOf,
  type GlanceRow,
  type LotSums,
  lotSumsIn,
  lotViewsOf,
} from "./views.ts";

export const soonMs = 30 * 86_400_000;

export const tierOf = (row: TierRow): Tier => ({
  id: row.id,
  brandId: row.brand_id,
  level: row.level,
  name: { zh: row.name_zh, en: row.name_en },
  colour: row.colour,
  threshold: row.threshold,
  pricePoints: row.price_points,
});

const badge = (tier: Tier) => ({
  id: tier.id,
  level: tier.level,
  nameZh: tier.name.zh,
  nameEn: tier.name.en,
  colour: tier.colour,
});

export const summarise = (
  row: Omit<GlanceRow, "tiers" | "standing" | "lots"> & LotSums & { standing: Standing },
  tiers: Tier[],
): PointsSummary => {
  const held = tiers.find((t) => t.id === row.tier_id) ?? tierFor(tiers, 0) ?? null;
  if (!held) throw new Error(`Cannot show points: brand ${row.brand_id} has no tier`);
  return {
    spendable: row.spendable,
    pending: row.pending,
    debt: row.debt,
    carryMicro: row.carry,
    lapsingSoon: row.soon,
    lapsesNextAt: row.next_at,
    tier: progressOf(tiers, held, row.standing),
  };
};

const progressOf = (tiers: Tier[], held: Tier, s: Standing): PointsSummary["tier"] => {
  const { next, missing, ratio } = tierProgress(tiers, held, s.counted);
  const money = s.basis === "spending";
  return {
    current: badge(held),
    next: next ? badge(next) : null,
    basis: s.basis,
    qualifyingFen: money ? s.counted : 0,
    missingFen: money ? missing : 0,
    qualifyingPoints: money ? 0 : s.counted,
    missingPoints: money ? 0 : missing,
    nextPricePoints: next?.pricePoints ?? null,
    reviewOn: s.reviewOn,
    graceUntil: s.graceUntil,
    keepMissing: s.reviewOn === null ? 0 : Math.max(0, held.threshold - s.counted),
    ratio,
  };
};

type TierTuple = [string, number, string, string, string, number, number | null];
const parsedTiers = new Map<string, Tier[]>();

/** The same text is the same tiers, so parsing it again is all that is saved here. */
const tiersIn = (text: string, brandId: string): Tier[] => {
  let tiers = parsedTiers.get(text);
  if (!tiers) {
    tiers = (JSON.parse(text) as TierTuple[]).map((
      [id, level, zh, en, colour, threshold, pricePoints],
    ) => ({
      id,
      brandId,
      level,
      name: { zh, en },
      colour,
      threshold,
      pricePoints,
    }));
    if (parsedTiers.size > 100) parsedTiers.clear();
    parsedTiers.set(text, tiers);
  }
  return tiers;
};

/** Points at a glance, for any handle (see loyaltyOf), in one statement.
 *  @throws Problem not-found */
export const summaryOf = async (desk: Desk, handle: string): Promise<PointsSummary> => {
  const { monthsFrom, yearFrom } = spanStarts(dayOf(desk.now));
  const [row] = await desk.db.readSeen(
    glanceOf,
    [handle, desk.now, desk.now + soonMs, monthsFrom, yearFrom],
    desk.seen,
  );
  if (!row) throw new Problem("not-found");
  return summarise(
    { ...row, ...lotSumsIn(row), standing: standingIn(row.standing) },
    tiersIn(row.tiers, row.brand_id),
  );
};

/** @param brand see brandOf */
export const tiersOfBrand = async (desk: Desk, brand: string): Promise<Tier[]> =>
  (await desk.db.readSeen(tiersOf, [brand], desk.seen)).map(tierOf);

/** Every open lot that has not lapsed, first to lapse first. */
export const lotsOf = async (desk: Desk, handle: string): Promise<LotView[]> => {
  const rows = await desk.db.readSeen(lotViewsOf, [handle, desk.now], desk.seen);
  return rows.map((r) => ({
    id: r.id,
    original: r.original,
    remaining: r.remaining,
    availableAt: r.available_at,
    lapsesAt: r.lapses_at,
    earnedAt: r.earned_at,
    kind: r.kind,
    storeNameZh: r.store_zh,
    storeNameEn: r.store_en,
  }));
};

/** A journal may hold more than its own kind: what pays off a debt, what lapses as it comes back. */
const kindOf = (r: { amount: number; contra: string; kind: string }): string => {
  if (r.amount < 0 && r.contra.startsWith("repaid@")) return "debt-repaid";
  return r.amount < 0 && r.contra.startsWith("lapsed@") ? "lapse" : r.kind;
};

/** Entries of the points account, newest first.
 *  @param before entries older than this seq; undefined: from the newest on */
export const historyOf = async (
  desk: Desk,
  handle: string,
  { before, limit = 30 }: { before?: number; limit?: number } = {},
): Promise<z.infer<typeof HistoryPage>> => {
  const rows = await desk.db.readSeen(
    entriesBefore,
    [handle, before ?? Number.MAX_SAFE_INTEGER, limit + 1],
    desk.seen,
  );
  const page: HistoryRow[] = rows.slice(0, limit).map((r) => ({
    journalId: r.journal_id,
    seq: r.seq,
    kind: kindOf(r),
    amount: r.amount,
    balanceAfter: r.balance_after,
    at: r.occurred_at,
    storeNameZh: r.store_zh,
    storeNameEn: r.store_en,
    title: r.title,
    ...(r.title_en ? { titleEn: r.title_en } : {}),
  }));
  return { rows: page, nextBefore: rows.length > limit ? page.at(-1)!.seq : null };
};

/** One journal of this account opened: lines, rule, arithmetic, lots.
 *  @throws Problem not-found if the journal does not touch the account */
export const explain = async (
  desk: Desk,
  handle: string,
  journalId: string,
): Promise<Explanation> => {
  const [entries, lines, lots, [judged]] = await Promise.all([
    desk.db.readSeen(explainedEntries, [handle, journalId], desk.seen),
    desk.db.readSeen(explainedLines, [journalId], desk.seen),
    desk.db.readSeen(explainedLots, [handle, journalId], desk.seen),
    desk.db.readSeen(judgedSale, [journalId], desk.seen),
  ]);
  const first = entries[0];
  if (!first) throw new Problem("not-found");
  const kept = JSON.parse(first.explanation) as {
    reasons?: Record<string, unknown>[];
    orderNo?: string;
  };
  return {
    journalId,
    kind: first.kind,
    at: first.occurred_at,
    storeNameZh: first.store_zh,
    storeNameEn: first.store_en,
    amount: entries.filter((e) => e.unit === "points").reduce((sum, e) => sum + e.amount, 0),
    orderNo: lines[0]?.order_no ?? kept.orderNo ?? null,
    rulesVersion: first.rules_version,
    rulesEffectiveFrom: first.rules_from,
    lines: lines.map((l) => ({
      n: l.line_n,
      name: l.name,
      quantityMilli: l.quantity_milli,
      amountFen: l.amount_fen,
      returnedFen: l.returned_fen,
    })),
    reasons: kept.reasons ?? [],
    missed: missedAt(judged),
    lots: lots.map((l) => ({
      lotId: l.lot_id,
      amount: l.amount,
      lapsesAt: l.lapses_at,
      earnedAt: l.earned_at,
    })),
    reverses: first.reverses,
    hash: entries.at(-1)!.hash,
  };
};
