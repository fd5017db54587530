/** Each kind of rule through the booking: what is known of the member is read, judged, kept with the
 *  sale, and a return is judged on it again. */
import { afterEach, describe, expect, test } from "vitest";
import type { EarningRule } from "../../shared/points/earning-rules.ts";
import type { Reason } from "../../shared/points/reason.ts";
import { MICRO_PER_POINT } from "../../shared/points/limits.ts";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import { openTestChain, type TestChain, type TestMember } from "../test-chain.ts";
import { newKey, openTestHouse } from "../test-house.ts";
import { verifyLedger } from "../points/verify.ts";
import { explain } from "../points/show-points.ts";
import { quoteSale } from "./quote-sale.ts";
import { recordSale } from "./record-sale.ts";
import { returnSale } from "./return-sale.ts";

let chain: TestChain;
let orders = 0;
const open = async (rules: Partial<ProgrammeRules>) =>
  chain = await openTestChain(await openTestHouse(), rules);
afterEach(async () => {
  expect((await verifyLedger(chain.house.db, chain.clock.now)).findings).toEqual([]);
  await chain.close();
});

const rule = (id: string, part: Partial<EarningRule>): EarningRule => ({
  id,
  nameZh: id,
  nameEn: id,
  on: true,
  when: {},
  lines: {},
  gives: { kind: "multiplier", percent: 200 },
  priority: 0,
  groupId: null,
  caps: null,
  ...part,
});
const sale = (who: TestMember, fen: number, more: Record<string, unknown> = {}) => ({
  orderNo: `R${++orders}`,
  member: { card: who.card },
  lines: [{ name: "时令水果", quantityMilli: 1000, amountFen: fen }],
  totalFen: fen,
  ...more,
});
const sell = (who: TestMember, fen: number, more: Record<string, unknown> = {}, store = "sto_a") =>
  recordSale(chain.desk(store), newKey(), sale(who, fen, more));
const earned = async (who: TestMember, fen: number, more = {}, store = "sto_a") =>
  (await sell(who, fen, more, store)).points!.earned;
const giveBack = (saleId: string, quantityMilli?: number) =>
  returnSale(
    chain.desk(),
    newKey(),
    saleId,
    quantityMilli === undefined ? {} : { lines: [{ n: 1, quantityMilli }] },
  );
const run = (sql: string) => chain.house.db.execute(sql);
const missed = (reasons: unknown[]) =>
  (reasons as Reason[]).flatMap((r) =>
    r.code === "rule-missed" ? [`${r.ruleId}:${r.condition}`] : []
  );
const tally = async (who: TestMember, key: string) => {
  const rows = await chain.house.db.execute(
    "select day, micro from earning_tally where account_id = ? and key = ?",
    [who.loyaltyId, key],
  );
  return Object.fromEntries(rows.map((r) => [String(r.day), Number(r.micro) / MICRO_PER_POINT]));
};

describe("what is known of the member decides", () => {
  test("tags, by hand and by name or id, but not a tag that was retired", async () => {
    await open({ rules: [rule("vip", { when: { tags: ["老客户"] } })] });
    const [plain, own, tagged, late] = [
      await chain.enrol(),
      await chain.enrol(),
      await chain.enrol(),
      await chain.enrol(),
    ];
    await run(`update member set tags = '["老客户"]' where id = '${own.memberId}'`);
    await run(
      "insert into tag (id, brand_id, name, created_at) values ('tag_1', 'brd_a', '老客户', 0)",
    );
    const give = (who: TestMember) =>
      run(`insert into member_tag (member_id, tag_id, at) values ('${who.memberId}', 'tag_1', 0)`);
    await give(tagged);
    await give(late);
    expect([await earned(plain, 1000), await earned(own, 1000), await earned(tagged, 1000)])
      .toEqual([10, 20, 20]);
    await run("update tag set state = 'retired'");
    expect(await earned(late, 1000)).toBe(10);
  });

  test("the member category while it is open, the store, the tier", async () => {
    await open({
      rules: [
        rule("staff", { when: { memberCategoryIds: ["mct_a"] } }),
        rule("shop-b", { when: { storeIds: ["sto_b"] } }),
        rule("gold", { when: { tierIds: ["tie_b"] } }),
      ],
    });
    const li = await chain.enrol();
    expect(await earned(li, 1000)).toBe(10);
    await run(
      "insert into member_category (id, brand_id, name_zh, name_en, created_at) values ('mct_a', 'brd_a', '员工', 'Staff', 0)",
    );
    await run(
      `insert into member_in_category (member_id, category_id, since) values ('${li.memberId}', 'mct_a', 0)`,
    );
    expect(await earned(li, 1000)).toBe(20);
    expect(await earned(li, 1000, {}, "sto_b")).toBe(40);
    await run(`update loyalty_account set tier_id = 'tie_b' where id = '${li.loyaltyId}'`);
    expect(await earned(li, 1000, {}, "sto_b")).toBe(80);
    await run("update member_category set state = 'closed', revision = 2");
    expect(await earned(li, 1000)).toBe(20);
  });

  test("the birthday, of which the sale keeps nothing but the window", async () => {
    await open({ rules: [rule("birthday", { when: { birthday: "month" } })] });
    const li = await chain.enrol();
    await run(`update member set birthday = '1990-06-30' where id = '${li.memberId}'`);
    // Moved to today by the member: for thirty days it brings nothing.
    await run(`update member set birthday_set_at = ${chain.clock.now - 30 * 86_400_000 + 1}`);
    expect(await earned(li, 1000)).toBe(10);
    await run("update member set birthday_set_at = null");
    const receipt = await sell(li, 1000);
    expect(receipt.points?.earned).toBe(20);
    const [row] = await run(`select ground from sale where id = '${receipt.saleId}'`);
    expect(String(row!.ground)).not.toContain("06-30");
    expect(JSON.parse(String(row!.ground)).birthday).toEqual({ within: ["month"] });
    // Judged on the ground of then: the birthday was put right afterwards, the points stay due.
    await run(`update member set birthday = '1990-01-01' where id = '${li.memberId}'`);
    expect((await giveBack(receipt.saleId, 500)).points?.taken).toBe(10);
    expect(await earned(li, 1000)).toBe(10);
  });

  test("the first purchase, until one is kept; a wholly returned one does not count", async () => {
    await open({
      rules: [rule("first", {
        when: { firstPurchase: true },
        gives: { kind: "bonus", points: 50, once: "unit" },
      })],
    });
    const li = await chain.enrol();
    const first = await sell(li, 1000);
    expect(first.points?.earned).toBe(60);
    expect(await earned(li, 1000)).toBe(10);
    const wang = await chain.enrol();
    const back = await sell(wang, 1000);
    expect((await giveBack(back.saleId)).points?.taken).toBe(60);
    expect(await earned(wang, 1000)).toBe(60);
    const chen = await chain.enrol();
    const part = await sell(chen, 1000);
    await giveBack(part.saleId, 500);
    const next = await sell(chen, 1000);
    expect(next.points?.earned).toBe(10);
    expect(missed(next.missed)).toEqual(["first:firstPurchase"]);
  });

  test("a purchase in which nothing counted leaves the first to the next", async () => {
    await open({
      rules: [rule("first", {
        when: { firstPurchase: true },
        gives: { kind: "bonus", points: 50, once: "unit" },
      })],
    });
    const li = await chain.enrol();
    const smoke = { lines: [{ sku: "6902", quantityMilli: 1000, amountFen: 1800 }] };
    expect(await earned(li, 1800, smoke)).toBe(0);
    expect(await earned(li, 1000)).toBe(60);
    expect(await earned(li, 1000)).toBe(10);
  });

  test("the balance before the sale", async () => {
    await open({ rules: [rule("poor", { when: { balanceAtMost: 15 } })] });
    const li = await chain.enrol();
    expect([await earned(li, 1000), await earned(li, 1000), await earned(li, 1000)])
      .toEqual([20, 10, 10]);
  });

  test("the day and the hour of the sale, not of its booking", async () => {
    await open({
      rules: [
        rule("monday", { when: { weekdays: [1] } }),
        rule("morning", {
          when: { hours: [{ from: 0, to: 720 }] },
          gives: { kind: "bonus", points: 5, once: "day" },
        }),
      ],
    });
    const li = await chain.enrol();
    const monday = chain.clock.now;
    chain.clock.now += 26 * 3_600_000;
    expect(await earned(li, 1000)).toBe(10);
    expect(await earned(li, 1000, { occurredAt: monday })).toBe(25);
    expect(await earned(li, 1000, { occurredAt: monday })).toBe(20);
    expect(await tally(li, "morning")).toEqual({ "": 5, "2026-06-15": 5 });
  });

  test("a gift card never earns, whatever the rules say", async () => {
    await open({ rules: [rule("all", {})] });
    await run("update product set kind = 'gift-card' where id = 'prd_rice'");
    const li = await chain.enrol();
    const receipt = await sell(li, 6990, {
      lines: [{ sku: "6901", quantityMilli: 1000, amountFen: 6990 }],
    });
    expect(receipt.points?.earned).toBe(0);
    expect(receipt.reasons).toContainEqual({ code: "line-gift-card", n: 1 });
    // What it was stays with the sale: to make goods of it later changes no return.
    await run("update product set kind = 'goods' where id = 'prd_rice'");
    expect((await giveBack(receipt.saleId)).points).toMatchObject({ taken: 0, granted: 0 });
  });
});

describe("the same answer everywhere", () => {
  test("a quote says what the booking then gives, with reasons and what failed", async () => {
    await open({
      caps: { perSale: 100, perDay: null, perMember: 150 },
      rules: [
        rule("double", { caps: { perSale: null, perDay: 40, perMember: null } }),
        rule("evening", { when: { hours: [{ from: 1080, to: 1320 }] } }),
      ],
    });
    const li = await chain.enrol();
    for (const fen of [3000, 3000, 9000, 9000]) {
      const quote = await quoteSale(chain.desk(), {
        member: { card: li.card },
        lines: [{ name: "时令水果", quantityMilli: 1000, amountFen: fen }],
      });
      const receipt = await sell(li, fen);
      expect(quote).toMatchObject({
        points: receipt.points!.earned,
        reasons: receipt.reasons,
        missed: receipt.missed,
      });
      expect(missed(receipt.missed)).toEqual(["evening:hours"]);
      const why = await explain(chain.desk(), li.loyaltyId, receipt.points!.journalId);
      expect(why.missed).toEqual(receipt.missed);
    }
  });

  test("a brand whose rules ask nothing keeps nothing of the member", async () => {
    await open({});
    const li = await chain.enrol();
    await sell(li, 5000);
    expect((await run("select ground from sale"))[0]!.ground).toBeNull();
    expect(await run("select * from earning_given")).toEqual([]);
  });
});
