/** Paying with points in the random histories, and rules that look at what was before. @module */
import type { EarningRule } from "../../shared/points/earning-rules.ts";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import type { TestChain, TestMember } from "../test-chain.ts";

export const leastFen = 1000;
export const offset: ProgrammeRules["offset"] = {
  points: 100,
  fen: 100,
  others: [],
  minSaleFen: leastFen,
  maxSharePercent: 50,
  maxPoints: null,
  maxPointsPerDay: null,
  stepPoints: 1,
  excludedCategoryIds: [],
  window: null,
};

/** Limits, a bonus once a day, one for the first purchase and a factor: what a sale earns hangs on
 *  what was before it. */
export const dayMost = 150;
export const manyRules: Partial<ProgrammeRules> = {
  caps: { perSale: 120, perDay: dayMost, perMember: 2000 },
  rules: [
    rule("daily", {}, { kind: "bonus", points: 5, once: "day" }),
    rule("first", { firstPurchase: true }, { kind: "bonus", points: 20, once: "unit" }),
    rule("weekend", { weekdays: [6, 7] }, { kind: "multiplier", percent: 200 }),
    rule("poor", { balanceAtMost: 50 }, { kind: "multiplier", percent: 150 }),
  ],
};

function rule(id: string, when: EarningRule["when"], gives: EarningRule["gives"]): EarningRule {
  const caps = { perSale: null, perDay: 60, perMember: null };
  return {
    id,
    nameZh: id,
    nameEn: id,
    on: true,
    when,
    lines: {},
    gives,
    priority: 0,
    groupId: null,
    caps,
  };
}

/** What the e-card's code opens at the till. */
export const spendingScan = async (chain: TestChain, member: TestMember) => {
  const id = chain.desk().id("scan");
  await chain.house.db.execute(
    `insert into scan (id, member_id, account_id, brand_id, store_id, api_key_id, via, rights,
       opened_at, expires_at)
     values (?, ?, ?, 'brd_a', 'sto_a', 'key_sto_a', 'rotating', 'spend', 0, 9e15)`,
    [id, member.memberId, member.loyaltyId],
  );
  return { scanId: id };
};
