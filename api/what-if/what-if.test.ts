/** A year of a seeded chain through a draft, against arithmetic that knows nothing of the product's
 *  evaluator: whole fen, whole points, one formula per side. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  cancelWhatIf,
  followWhatIf,
  listWhatIfs,
  publishRules,
  saveDraft,
  showWhatIf,
  startWhatIf,
} from "../../shared/console/endpoints.ts";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import type { KeptRules } from "../../shared/programme/source.ts";
import { baseRules, type Office, openOffice, personOf, place } from "../console/test-office.ts";
import { type Caller, monday, newKey } from "../test-house.ts";
import { endOfRun } from "./run-what-if.ts";
import { putSales, type SeedSale } from "./test-sales.ts";

let office: Office;
let marketing: Caller;
beforeEach(async () => {
  office = await openOffice();
  marketing = await office.as(personOf("hq-marketing"));
});
afterEach(() => office.close());

const brandId = place.grocer;
const dayMs = 86_400_000;
const gold = "tie_gold";
const draftRules: ProgrammeRules = {
  ...baseRules,
  fenPerPoint: 200,
  minSaleFen: 3_000,
  tierFactorPercent: { [gold]: 150 },
  excludedCategoryIds: ["cat_spirits"],
  carryRemainder: false,
  validity: { kind: "year-end", years: 0 },
  rules: [{
    id: "wednesday",
    nameZh: "周三双倍",
    nameEn: "Double Wednesday",
    on: true,
    when: { weekdays: [3] },
    lines: {},
    gives: { kind: "multiplier", percent: 200 },
    priority: 0,
    groupId: null,
    caps: null,
  }],
};

/** The same numbers in every run. */
const dice = (seed: number) => () => (seed = (seed * 48_271) % 2_147_483_647);

type Member = { memberId: string; accountId: string; balance: number; debt: number };

const seed = async (): Promise<{ members: Member[]; sales: SeedSale[] }> => {
  const { db } = office.house;
  await db.batch([
    {
      sql: "insert into tier values (?, ?, 1, '金卡', 'Gold', '#d9a93a', 800000)",
      args: [gold, brandId],
    },
    ...["fresh", "spirits"].map((code) => ({
      sql: "insert into category (id, brand_id, code, name_zh, name_en) values (?, ?, ?, ?, ?)",
      args: [`cat_${code}`, brandId, code, code, code],
    })),
    {
      sql: "insert into category (id, brand_id, parent_id, code, name_zh) values (?, ?, ?, ?, ?)",
      args: ["cat_fruit", brandId, "cat_fresh", "fruit", "水果"],
    },
  ]);
  const next = dice(7);
  const members: Member[] = [];
  for (let i = 0; i < 24; i++) {
    const made = await office.member({ name: `李${"甲乙丙丁"[i % 4]}` });
    members.push({
      ...made,
      balance: (next() % 300) * (i % 3),
      debt: i % 8 === 7 ? next() % 90 : 0,
    });
  }
  for (const { accountId, balance, debt } of members) {
    await db.execute("update account set balance = ? where id = ?", [
      balance,
      `${accountId}.points`,
    ]);
    await db.execute("update account set balance = ? where id = ?", [
      debt,
      `${accountId}.points-debt`,
    ]);
  }
  const paths = [["cat_fruit", "cat_fresh"], ["cat_spirits"], []];
  const sales: SeedSale[] = [];
  for (let i = 0; i < 600; i++) {
    const member = members[next() % 20]!;
    const at = monday - 360 * dayMs + Math.floor(i * 358 / 600 * dayMs) + next() % 3_600_000;
    const lines = Array.from({ length: 1 + next() % 3 }, () => ({
      path: paths[next() % 3]!,
      quantityMilli: 1_000 * (1 + next() % 3),
      amountFen: 1 + next() % 9_000,
    }));
    const sale: SeedSale = {
      memberId: member.memberId,
      accountId: member.accountId,
      brandId,
      storeId: next() % 2 ? place.riverside : place.station,
      rulesId: "rul_grocer",
      tierId: next() % 3 ? "tie_grocer" : gold,
      at,
      lines,
    };
    if (next() % 6 === 0) {
      const first = lines[0]!;
      const whole = next() % 2 === 0;
      const amountFen = whole ? first.amountFen : Math.floor(first.amountFen / 3);
      const quantityMilli = whole ? first.quantityMilli : 500;
      sale.returned = [{ at: at + (1 + next() % 20) * dayMs, n: 1, quantityMilli, amountFen }];
    }
    sales.push(sale);
  }
  await putSales(office.house, sales);
  return { members, sales };
};

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

const kept = (body: ProgrammeRules, name = "七月方案") =>
  office.ask(
    saveDraft,
    { body: { brandId, name, body, basedOnVersion: 1 }, key: newKey() },
    marketing,
  );

const run = async (source: KeptRules, from = "2025-06-01", to = "2026-06-15", as = marketing) => {
  const { runId } = await office.ask(
    startWhatIf,
    { body: { brandId, source, from, to }, key: newKey() },
    as,
  );
  await endOfRun(office.house, runId);
  return office.ask(showWhatIf, { params: { run: runId } }, marketing);
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
    const { members, sales } = await seed();
    const { draftId } = await kept(draftRules);
    const { run: head, outcome } = await run({ kind: "draft", draftId });
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
    const { sales } = await seed();
    const { draftId } = await kept({ ...draftRules, minSaleFen: 0, rules: [] });
    const { outcome } = await run({ kind: "draft", draftId });
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
    await seed();
    const { draftId } = await kept(baseRules);
    const sources: KeptRules[] = [{ kind: "version", rulesId: "rul_grocer" }, {
      kind: "draft",
      draftId,
    }];
    for (const source of sources) {
      const { outcome } = await run(source);
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
    const { draftId } = await kept({ ...baseRules, caps, rules: [rule] });
    const all = await run({ kind: "draft", draftId }, "2026-01-01", "2026-06-15");
    // First ever: doubled, but 150 a day; then 100; on one day 100 and 50; 100.
    expect(all.outcome!.draft.net).toBe(150 + 100 + 50 + 100);
    const later = await run({ kind: "draft", draftId }, "2026-06-01", "2026-06-15");
    expect(later.outcome!.draft.net).toBe(100 + 50 + 100);
    expect(later.outcome!.inForce.net).toBe(300);
  });
});

describe("a run", () => {
  const version: KeptRules = { kind: "version", rulesId: "rul_grocer" };
  const start = (from = "2025-06-01", to = "2026-06-15", as = marketing, source = version) =>
    office.ask(startWhatIf, { body: { brandId, source, from, to }, key: newKey() }, as);

  test("is one at a time, is cancelled, and stays cancelled", async () => {
    await seed();
    const { runId } = await start();
    await expect(start()).rejects.toMatchObject({ code: "what-if-running", fields: { runId } });
    await office.ask(cancelWhatIf, { params: { run: runId } }, marketing);
    await endOfRun(office.house, runId);
    expect(await office.ask(showWhatIf, { params: { run: runId } }, marketing)).toMatchObject({
      run: { state: "cancelled" },
      outcome: null,
    });
    await office.ask(cancelWhatIf, { params: { run: runId } }, marketing);
    await endOfRun(office.house, (await start()).runId);
  });

  test("of a process that is gone was interrupted, and another may start", async () => {
    const { house } = office;
    await house.db.execute(
      "insert into what_if_run (id, brand_id, body, from_on, to_on, asked_by, asked_at, heard_at) values ('wif_gone', ?, '{}', '2026-06-01', '2026-06-14', 'x', 0, 0)",
      [brandId],
    );
    expect(await office.ask(followWhatIf, { params: { run: "wif_gone" } }, marketing))
      .toMatchObject({ state: "interrupted" });
    await endOfRun(office.house, (await start()).runId);
    const { runs } = await office.ask(listWhatIfs, { query: { brandId } }, marketing);
    expect(runs.find((each) => each.id === "wif_gone")).toMatchObject({
      state: "interrupted",
      endedAt: office.clock.now,
    });
  });

  test("keeps the draft as it was when it was asked for", async () => {
    await seed();
    const { draftId } = await kept(draftRules);
    const before = await run({ kind: "draft", draftId });
    await office.ask(publishRules, {
      body: { brandId, basedOnVersion: 1, effectiveFrom: null, body: draftRules },
      key: newKey(),
    }, marketing);
    const after = await office.ask(showWhatIf, { params: { run: before.run.id } }, marketing);
    expect(after.outcome).toEqual(before.outcome);
  });

  test.each([["2026-06-10", "2026-06-09"], ["2026-06-10", "2026-06-16"], [
    "2020-01-01",
    "2026-06-15",
  ]])("is not from %s to %s", async (from, to) => {
    await expect(start(from, to)).rejects.toMatchObject({ code: "period-invalid" });
  });

  test("is not for who answers for some stores only, nor for another brand", async () => {
    for (const role of ["store-manager", "regional"] as const) {
      await expect(start("2026-06-01", "2026-06-14", await office.as(personOf(role)))).rejects
        .toMatchObject({ code: "not-allowed" });
    }
    const baker: KeptRules = { kind: "version", rulesId: "rul_baker" };
    await expect(start("2026-06-01", "2026-06-14", marketing, baker)).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
