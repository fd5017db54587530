/** The same on real sales, when a folder of them is named: SALES_FOLDER=… (see api/replay). */
import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { saveDraft, showWhatIf, startWhatIf } from "../../shared/console/endpoints.ts";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import type { WhatIfOutcome } from "../../shared/programme/what-if.ts";
import { findMapping } from "../replay/mapping.ts";
import { readProducts } from "../replay/read-products.ts";
import { readSales, type ReplaySale } from "../replay/read-sales.ts";
import { baseRules, type Office, openOffice, personOf, place } from "../console/test-office.ts";
import { newKey } from "../test-house.ts";
import { endOfRun } from "./run-what-if.ts";
import { putSales } from "./test-sales.ts";

const folder = process.env.SALES_FOLDER ?? "";
const there = folder !== "" && existsSync(folder);

const brandId = place.grocer;
/** 3 points for 2.00 from 5.00 on, double on Wednesdays, fractions dropped. */
const draft: ProgrammeRules = {
  ...baseRules,
  fenPerPoint: 200,
  pointsPerStep: 3,
  minSaleFen: 500,
  carryRemainder: false,
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

describe.runIf(there)("real sales through a draft", () => {
  let office: Office;
  let sales: ReplaySale[] = [];
  let outcome: WhatIfOutcome;
  const idOf = (member: string) => `mem_real${member.padStart(8, "0")}`;
  beforeAll(async () => {
    office = await openOffice();
    const { mapping } = await findMapping(folder);
    ({ sales } = await readSales(folder, mapping, await readProducts(folder, mapping)));
    sales = sales.filter((sale) => sale.member !== "");
    await enterChain(office, sales);
    const marketing = await office.as(personOf("hq-marketing"));
    const { draftId } = await office.ask(saveDraft, {
      body: { brandId, name: "真实销售", body: draft, basedOnVersion: 1 },
      key: newKey(),
    }, marketing);
    const days = sales.map((s) => s.at).sort((a, b) => a - b);
    const dayText = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
    const { runId } = await office.ask(startWhatIf, {
      body: {
        brandId,
        source: { kind: "draft", draftId },
        from: dayText(days[0]!),
        to: dayText(days.at(-1)!),
      },
      key: newKey(),
    }, marketing);
    await endOfRun(office.house, runId);
    const shown = await office.ask(showWhatIf, { params: { run: runId } }, marketing);
    outcome = shown.outcome!;
    const { sales: count, members, inForce, draft: other, tookMs } = outcome;
    console.log(JSON.stringify({ count, members, inForce: inForce.net, draft: other.net, tookMs }));
  }, 300_000);
  afterAll(() => office.close());

  const cents = (sale: ReplaySale) => sale.lines.reduce((sum, line) => sum + line.amountFen, 0);
  const byDraft = (sale: ReplaySale): number => {
    const fen = cents(sale);
    const wednesday = new Date(sale.at + 8 * 3_600_000).getUTCDay() === 3;
    return fen < 500 ? 0 : Math.floor(fen * 3 * (wednesday ? 2 : 1) / 200);
  };

  test("every household, store and month is what plain arithmetic says", () => {
    const spent = new Map<string, number>();
    const drafted = new Map<string, number>();
    const stores = new Map<string, number>();
    const months = new Map<string, number>();
    const add = (to: Map<string, number>, key: string, n: number) =>
      to.set(key, (to.get(key) ?? 0) + n);
    for (const sale of sales) {
      const points = byDraft(sale);
      add(spent, idOf(sale.member), cents(sale));
      add(drafted, idOf(sale.member), points);
      add(stores, `sto_real${sale.store}`, points);
      add(months, new Date(sale.at + 8 * 3_600_000).toISOString().slice(0, 7), points);
    }
    const base = new Map([...spent].map(([id, fen]) => [id, Math.floor(fen / 100)]));
    const total = (of: Map<string, number>) => [...of.values()].reduce((sum, n) => sum + n, 0);
    expect(outcome.sales).toBe(sales.length);
    expect(outcome.members).toBe(spent.size);
    expect(outcome.inForce.net).toBe(total(base));
    expect(outcome.draft.net).toBe(total(drafted));
    expect(new Map(outcome.byStore.map((row) => [row.id, row.draft]))).toEqual(stores);
    expect(new Map(outcome.byMonth.map((row) => [row.id, row.draft]))).toEqual(months);
    const change = (id: string) => drafted.get(id)! - base.get(id)!;
    const ids = [...base.keys()].sort((a, b) => change(b) - change(a) || (a < b ? -1 : 1));
    expect(outcome.gain.map((m) => [m.memberId, m.inForce, m.draft]))
      .toEqual(
        ids.filter((id) => change(id) > 0).slice(0, 50)
          .map((id) => [id, base.get(id), drafted.get(id)]),
      );
    expect(outcome.gaining).toBe(ids.filter((id) => change(id) > 0).length);
    expect(outcome.losing).toBe(ids.filter((id) => change(id) < 0).length);
  });

  const enterChain = async ({ house: { db } }: Office, of: readonly ReplaySale[]) => {
    const members = [...new Set(of.map((s) => s.member))];
    const stores = [...new Set(of.map((s) => s.store))];
    const rows = (values: unknown[]) => [JSON.stringify(values)];
    await db.batch([
      {
        sql: `insert into store (id, brand_id, code, name_zh, name_en, city, address, created_at)
          select 'sto_real' || j.value, '${brandId}', 'R' || j.value, j.value, j.value, '', '', 0
          from json_each(?1) j`,
        args: rows(stores),
      },
      {
        sql: `insert into member (id, brand_id, name, joined_at, source)
          select j.value, '${brandId}', '住户', 0, 'import' from json_each(?1) j`,
        args: rows(members.map(idOf)),
      },
      {
        sql: `insert into loyalty_account (id, brand_id, member_id, opened_at)
          select 'acc' || substr(j.value, 4), '${brandId}', j.value, 0 from json_each(?1) j`,
        args: rows(members.map(idOf)),
      },
      ...["points", "qualifying", "points-debt"].map((unit) => ({
        sql: `insert into account (id, loyalty_id, brand_id, unit)
          select 'acc' || substr(j.value, 4) || '.${unit}', 'acc' || substr(j.value, 4),
            '${brandId}', '${unit}' from json_each(?1) j`,
        args: rows(members.map(idOf)),
      })),
    ]);
    await putSales(
      { db },
      of.map((s) => ({
        memberId: idOf(s.member),
        accountId: `acc${idOf(s.member).slice(3)}`,
        brandId,
        storeId: `sto_real${s.store}`,
        rulesId: "rul_grocer",
        tierId: null,
        at: s.at,
        lines: s.lines.map((l) => ({ path: [], ...l })),
      })),
    );
  };
});
