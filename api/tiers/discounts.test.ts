/** Member discounts in a quote and at the booking. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { Problem } from "../../shared/problems.ts";
import { quoteSale } from "../sales/quote-sale.ts";
import { recordSale } from "../sales/record-sale.ts";
import { openTestChain, type TestChain, type TestMember } from "../test-chain.ts";
import { newKey, openTestHouse } from "../test-house.ts";

let chain: TestChain;
let member: TestMember;
let n = 0;

beforeEach(async () => {
  chain = await openTestChain(await openTestHouse());
  member = await chain.enrol("邵雨桐");
  await chain.house.db.batch([
    `insert into tier_terms (tier_id, threshold_points, discounts) values ('tie_a', 0,
      '[{"on":"all","offPercent":5},{"on":"category","categoryId":"cat_tobacco","offPercent":0}]')`,
    `insert into member_category (id, brand_id, name_zh, name_en, discounts, created_at)
      values ('mct_senior', 'brd_a', '老年', 'Senior', '[{"on":"category","categoryId":"cat_food","offPercent":10}]', 0)`,
    `insert into member_in_category values ('${member.memberId}', 'mct_senior', 0, null)`,
  ].map((sql) => ({ sql })));
});
afterEach(() => chain.close());

type Line = Parameters<typeof recordSale>[2]["lines"][number];
const sell = (line: Line, whose: TestMember | null = member) =>
  recordSale(chain.desk(), newKey(), {
    orderNo: `D${n++}`,
    member: whose && { card: whose.card },
    lines: [line],
    totalFen: line.amountFen,
  });
// 五常大米, 69.90
const rice = (amountFen: number, offPercent: number, listFen = 6_990): Line => ({
  sku: "6901",
  quantityMilli: 1000,
  amountFen,
  discount: { listFen, offPercent },
});

test("a quote says what comes off each line, and why", async () => {
  const quote = await quoteSale(chain.desk(), {
    member: { card: member.card },
    lines: [
      { sku: "6901", quantityMilli: 1000, amountFen: 6_990 },
      { sku: "6902", quantityMilli: 1000, amountFen: 1_800 },
      { name: "时令水果", quantityMilli: 1000, amountFen: 1_000 },
    ],
  });
  expect(quote.discounts).toEqual([
    {
      n: 1,
      offPercent: 10,
      discountFen: 699,
      amountFen: 6_291,
      source: "category",
      nameZh: "老年",
      nameEn: "Senior",
    },
    {
      n: 3,
      offPercent: 5,
      discountFen: 50,
      amountFen: 950,
      source: "tier",
      nameZh: "普通会员",
      nameEn: "Member",
    },
  ]);
});

test("the booking takes what the member may have and notes it", async () => {
  const receipt = await sell(rice(6_291, 10));
  expect(receipt.totalFen).toBe(6_291);
  const rows = await chain.house.db.execute("select * from sale_line_discount");
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    list_fen: 6_990,
    off_percent: 10,
    source: "category",
    source_id: "mct_senior",
  });
});

test.each([
  ["a fen too little", rice(6_290, 10)],
  ["a percent too much", rice(6_221, 11)],
  ["a list price made up", rice(6_291, 10, 60_000)],
  ["tobacco, which is taken out", {
    sku: "6902",
    quantityMilli: 1000,
    amountFen: 1_710,
    discount: { listFen: 1_800, offPercent: 5 },
  }],
])("refused: %s", async (what, line) => {
  if (what === "a list price made up") {
    // The list price that holds is our own: the amount is right, the story does not matter.
    expect((await sell(line)).totalFen).toBe(6_291);
    return;
  }
  const refused = await sell(line).catch((e) => e);
  expect(refused).toBeInstanceOf(Problem);
  expect(refused.code).toBe("discount-refused");
});

test("nobody's sale has no member's discount, and a stranger has not this one", async () => {
  expect((await sell(rice(6_291, 10), null).catch((e) => e)).code).toBe("discount-refused");
  const other = await chain.enrol("韩一鸣");
  const refused = await sell(rice(6_291, 10), other).catch((e) => e);
  expect(refused.fields).toEqual({ n: 1, offPercent: 5, expectedFen: 6_640 });
});

test("a till that names no discount sets its own prices", async () => {
  const sold = await sell({ sku: "6901", quantityMilli: 1000, amountFen: 3_000 });
  expect(sold.totalFen).toBe(3_000);
});
