/** A chain of two stores with a year of sales, and a draft that changes much. @module */
import { saveDraft, showWhatIf, startWhatIf } from "../../shared/console/endpoints.ts";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import type { KeptRules } from "../../shared/programme/source.ts";
import { baseRules, type Office, place } from "../console/test-office.ts";
import { type Caller, monday, newKey } from "../test-house.ts";
import { endOfRun } from "./run-what-if.ts";
import { putSales, type SeedSale } from "./test-sales.ts";

export const brandId = place.grocer;
export const dayMs = 86_400_000;
export const gold = "tie_gold";
export const draftRules: ProgrammeRules = {
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

export type Member = { memberId: string; accountId: string; balance: number; debt: number };

export const seed = async (office: Office): Promise<{ members: Member[]; sales: SeedSale[] }> => {
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

export const kept = (office: Office, as: Caller, body: ProgrammeRules, name = "七月方案") =>
  office.ask(
    saveDraft,
    { body: { brandId, name, body, basedOnVersion: 1 }, key: newKey() },
    as,
  );

/** Starts a replay and waits for its end. */
export const run = async (
  office: Office,
  as: Caller,
  source: KeptRules,
  from = "2025-06-01",
  to = "2026-06-15",
) => {
  const { runId } = await office.ask(
    startWhatIf,
    { body: { brandId, source, from, to }, key: newKey() },
    as,
  );
  await endOfRun(office.house, runId);
  return office.ask(showWhatIf, { params: { run: runId } }, as);
};
