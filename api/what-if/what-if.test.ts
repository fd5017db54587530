/** A year of a seeded chain through a draft, against arithmetic that knows nothing of the product's
 *  evaluator: whole fen, whole points, one formula per side. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { KeptRules } from "../../shared/programme/source.ts";
import { baseRules, type Office, openOffice, personOf, place } from "../console/test-office.ts";
import { type Caller, monday } from "../test-house.ts";
import { brandId, dayMs, draftRules, gold, kept, run, seed } from "./test-chain-year.ts";
import { putSales, type SeedSale } from "./test-sales.ts";

let office: Office;
let marketing: Caller;
beforeEach(async () => {
  office = await openOffice();
  marketing = await office.as(personOf("hq-marketing"));
});
afterEach(() => office.close());

const dayIn = (at: number): Date => new Date(at + 8 * 3_600_000);
const isWednesday = (at: number): boolean => dayIn(at).getUTCDay() === 3;

/** What the draft gives for lines: 1 point for 2 yuan of what is not spirits, from 30 yuan on, half as
 *  much again for gold, double on Wednesdays, rounded down. */
const byDraft = (sale: SeedSale, keptFen: (n: number) => number): number => {
  let fen = 0;
  sale.lines.forEach((line, i) => {
    if (!line.path.includes("cat_spirits")) fen += keptFen(i + 1);
  });
  if (fen < 3_000) return 0;
  const times = (sale.tierId === gold ? 3 : 2) * (isWednesday(sale.at) ? 2 : 1);
  return Math.floor(fen * times / 400);
};

const keptOf = (sale: SeedSale, until: number) => (n: number): number =>
  sale.lines[n - 1]!.amountFen -
  (sale.returned ?? []).filter((r) => r.n === n && r.at < until)
    .reduce((sum, r) => sum + r.amountFen, 0);

/** What 1 point per yuan with kept fractions gives each sale, returns taken off where they fell. */
const byBase = (sales: readonly SeedSale[], until: number): Map<SeedSale, number> => {
  const points = new Map<SeedSale, number>();
  const events = sales.flatMap((sale) => [
    { sale, at: sale.at, fen: sale.lines.reduce((sum, l) => sum + l.amountFen, 0) },
    ...(sale.returned ?? []).filter((r) => r.at < until)
      .map((r) => ({ sale, at: r.at, fen: -r.amountFen })),
  ]).sort((a, b) => a.at - b.at);
  const soFar = new Map<string, number>();
  for (const { sale, fen } of events) {
    const before = soFar.get(sale.memberId) ?? 0;
    soFar.set(sale.memberId, before + fen);
    const change = Math.floor((before + fen) / 100) - Math.floor(before / 100);
    points.set(sale, (points.get(sale) ?? 0) + change);
  }
  return points;
};

const grouped = <K>(
  sales: readonly SeedSale[],
  key: (s: SeedSale) => K,
  value: (s: SeedSale) => number,
) => {
  const sums = new Map<K, number>();
  for (const sale of sales) sums.set(key(sale), (sums.get(key(sale)) ?? 0) + value(sale));
  return sums;
};

describe("a year through a draft", () => {
  test("comes to what plain arithmetic says: in all, by store, tier, month and member", async () => {
    const { members, sales } = await seed(office);
    const { draftId } = await kept(office, marketing, draftRules);
    const { run: head, outcome } = await run(office, marketing, { kind: "draft", draftId });
    expect(head).toMatchObject({ state: "done", draftName: "七月方案", draftRevision: 1 });
    const until = monday + dayMs;
    const base = byBase(sales, until);
    const draft = new Map(sales.map((s) => [s, byDraft(s, keptOf(s, until))]));
    const total = (of: Map<SeedSale, number>, part = sales) =>
      part.reduce((sum, sale) => sum + of.get(sale)!, 0);
    expect(outcome).toMatchObject({
      sales: 600,
      members: new Set(sales.map((s) => s.memberId)).size,
    });
    expect(outcome!.returns).toBeGreaterThan(50);
    expect(outcome!.inForce).toMatchObject({ net: total(base), netFen: total(base) });
    expect(outcome!.draft).toMatchObject({ net: total(draft), netFen: total(draft) });
    // What lapses at the end of 2025 is not open in June 2026.
    const thisYear = sales.filter((s) => dayIn(s.at).getUTCFullYear() === 2026);
    expect(outcome!.inForce.open).toBe(total(base));
    expect(outcome!.draft.open).toBe(total(draft, thisYear));

    const keys = {
      byStore: (s: SeedSale) => s.storeId,
      byTier: (s: SeedSale) => s.tierId,
      byMonth: (s: SeedSale) => dayIn(s.at).toISOString().slice(0, 7),
    };
    for (const [name, key] of Object.entries(keys)) {
      const rows = outcome![name as keyof typeof keys];
      const own = {
        inForce: grouped(sales, key, (s) => base.get(s)!),
        draft: grouped(sales, key, (s) => draft.get(s)!),
      };
      expect(rows.length, name).toBe(own.draft.size);
      for (const row of rows) {
        expect([name, row.id, row.inForce, row.draft])
          .toEqual([name, row.id, own.inForce.get(row.id!), own.draft.get(row.id!)]);
      }
    }

    const of = (memberId: string) => sales.filter((s) => s.memberId === memberId);
    const changes = members.map(({ memberId }) => ({
      memberId,
      inForce: total(base, of(memberId)),
      draft: total(draft, of(memberId)),
    }));
    for (const told of [...outcome!.gain, ...outcome!.loss]) {
      const { nameMasked, ...points } = told;
      expect(nameMasked).toBe("李*");
      expect(points).toEqual(changes.find((each) => each.memberId === told.memberId));
    }
    expect(outcome!.losing).toBe(changes.filter((each) => each.draft < each.inForce).length);
    expect(outcome!.gaining).toBe(changes.filter((each) => each.draft > each.inForce).length);

    let [liability, debt] = [0, 0];
    for (const { memberId, balance, debt: owed } of members) {
      const mine = of(memberId);
      const moved = total(draft, mine.filter((s) => thisYear.includes(s))) - total(base, mine);
      const [was, is] = [balance - owed, balance - owed + moved];
      liability += Math.max(0, is) - Math.max(0, was);
      debt += Math.max(0, -is) - Math.max(0, -was);
    }
    expect(outcome!.liability.points).toBe(liability);
    expect(outcome!.debt).toBe(debt);
    expect(debt).toBeGreaterThan(0);
  });

  test("categories add up to the whole, each within a point of its lines", async () => {
    const { sales } = await seed(office);
    const { draftId } = await kept(office, marketing, { ...draftRules, minSaleFen: 0, rules: [] });
    const { outcome } = await run(office, marketing, { kind: "draft", draftId });
    const sum = (side: "inForce" | "draft") =>
      outcome!.byCategory.reduce((all, row) => all + row[side], 0);
    expect(sum("draft")).toBe(outcome!.draft.net);
    expect(sum("inForce")).toBe(outcome!.inForce.net);
    const fruit = sales.reduce((all, sale) => {
      const fen = sale.lines.reduce(
        (of, line, i) =>
          of + (line.path.includes("cat_fresh") ? keptOf(sale, monday + dayMs)(i + 1) : 0),
        0,
      );
      return all + fen * (sale.tierId === gold ? 1.5 : 1) / 200;
    }, 0);
    const fresh = outcome!.byCategory.find((row) => row.id === "cat_fresh")!;
    expect(Math.abs(fresh.draft - fruit)).toBeLessThan(1);
    expect(outcome!.byCategory.find((row) => row.id === "cat_spirits")!.draft).toBe(0);
  });

  test("of the rules in force themselves differs nowhere", async () => {
    await seed(office);
    const { draftId } = await kept(office, marketing, baseRules);
    const sources: KeptRules[] = [{ kind: "version", rulesId: "rul_grocer" }, {
      kind: "draft",
      draftId,
    }];
    for (const source of sources) {
      const { outcome } = await run(office, marketing, source);
      expect(outcome!.inForce.net).toBeGreaterThan(1_000);
      expect(outcome!.draft).toEqual(outcome!.inForce);
      expect(outcome).toMatchObject({
        liability: { points: 0, fen: 0 },
        debt: 0,
        gain: [],
        loss: [],
        gaining: 0,
        losing: 0,
      });
      const rows = (["byStore", "byTier", "byCategory", "byMonth"] as const)
        .flatMap((name) => outcome![name]);
      expect(rows.length).toBeGreaterThan(15);
      expect(rows.filter((row) => row.draft !== row.inForce)).toEqual([]);
    }
  });

  test("counts first purchases and daily limits from what was before the period", async () => {
    const { memberId, accountId } = await office.member({ name: "王五" });
    const at = (day: number, hour: number) => monday + day * dayMs + hour * 3_600_000;
    const sale = (when: number): SeedSale => ({
      memberId,
      accountId,
      brandId,
      storeId: place.riverside,
      rulesId: "rul_grocer",
      tierId: null,
      at: when,
      lines: [{ path: [], quantityMilli: 1_000, amountFen: 10_000 }],
    });
    await putSales(office.house, [
      sale(at(-60, 0)),
      sale(at(-9, 0)),
      sale(at(-9, 2)),
      sale(at(-8, 0)),
    ]);
    const rule = { ...draftRules.rules![0]!, when: { firstPurchase: true as const } };
    const caps = { perSale: null, perDay: 150, perMember: null };
    const { draftId } = await kept(office, marketing, { ...baseRules, caps, rules: [rule] });
    const all = await run(
      office,
      marketing,
      { kind: "draft", draftId },
      "2026-01-01",
      "2026-06-15",
    );
    // First ever: doubled, but 150 a day; then 100; on one day 100 and 50; 100.
    expect(all.outcome!.draft.net).toBe(150 + 100 + 50 + 100);
    const later = await run(
      office,
      marketing,
      { kind: "draft", draftId },
      "2026-06-01",
      "2026-06-15",
    );
    expect(later.outcome!.draft.net).toBe(100 + 50 + 100);
    expect(later.outcome!.inForce.net).toBe(300);
  });
});
