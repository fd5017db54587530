/** A small chain for tests of the ledger and the sale, below HTTP: one brand, two stores, a category
 *  that never earns, two tiers, and members made as needed. @module */
import { composeStaticNumber } from "../shared/cards/card-code.ts";
import type { EarningRules } from "../shared/points/earning-rules.ts";
import type { ProgrammeRules } from "../shared/programme/rules.ts";
import { type Actor, type Desk, openDesk } from "./desk.ts";
import { inserting, ranks } from "./db/statement.ts";
import { openAccount } from "./points/holdings.ts";
import type { TestHouse } from "./test-house.ts";

export const plainRules: EarningRules = {
  v: 1,
  fenPerPoint: 100,
  pointsPerStep: 1,
  minSaleFen: 0,
  tierFactorPercent: {},
  excludedCategoryIds: ["cat_tobacco"],
  carryRemainder: true,
  validity: { kind: "months", months: 12 },
  pendingDays: 0,
  signUpPoints: 0,
};

export const insertMember = inserting<{
  id: string;
  brand_id: string;
  name: string;
  joined_at: number;
  source: string;
}>("member", ranks.member, ["id", "brand_id", "name", "joined_at", "source"]);

export const insertPlasticCard = inserting<{
  id: string;
  account_id: string;
  member_id: string;
  brand_id: string;
  medium: string;
  number: string;
  issued_at: number;
}>("card", ranks.card, [
  "id",
  "account_id",
  "member_id",
  "brand_id",
  "medium",
  "number",
  "issued_at",
]);

export type TestMember = { memberId: string; loyaltyId: string; card: string };

export const openTestChain = async (test: TestHouse, rules: Partial<ProgrammeRules> = {}) => {
  const { house, clock } = test;
  const body = JSON.stringify({ ...plainRules, ...rules });
  await house.db.batch([
    "insert into brand values ('brd_a', '和信超市', 'Hexin Market', '#c8402f', 0)",
    "insert into store (id, brand_id, code, name_zh, name_en, city, address, created_at) values ('sto_a', 'brd_a', 'A1', '和信超市人民路店', 'Hexin Renmin Road', '杭州', '人民路 8 号', 0)",
    "insert into store (id, brand_id, code, name_zh, name_en, city, address, created_at) values ('sto_b', 'brd_a', 'B1', '和信超市滨江店', 'Hexin Binjiang', '杭州', '江南大道 3 号', 0)",
    "insert into tier values ('tie_a', 'brd_a', 0, '普通会员', 'Member', '#8a8a8a', 0)",
    "insert into tier values ('tie_b', 'brd_a', 1, '金卡会员', 'Gold', '#c79a3a', 1000000)",
    "insert into category (id, brand_id, code, name_zh) values ('cat_tobacco', 'brd_a', 'tobacco', '烟草')",
    "insert into category (id, brand_id, code, name_zh) values ('cat_food', 'brd_a', 'food', '食品')",
    "insert into product (id, brand_id, category_id, sku, name_zh, price_fen, created_at) values ('prd_rice', 'brd_a', 'cat_food', '6901', '五常大米 5kg', 6990, 0)",
    "insert into product (id, brand_id, category_id, sku, name_zh, price_fen, created_at) values ('prd_smoke', 'brd_a', 'cat_tobacco', '6902', '利群', 1800, 0)",
    `insert into earning_rules (id, brand_id, version, effective_from, body, published_by, published_at) values ('rul_a', 'brd_a', 1, 0, '${body}', null, 0)`,
  ].map((sql) => ({ sql })));

  const actor = (storeId = "sto_a", role: Actor["role"] = "pos"): Actor => ({
    role,
    id: `key_${storeId}`,
    apiKeyId: `key_${storeId}`,
    storeId,
    brandId: "brd_a",
    scope: { brandIds: ["brd_a"], storeIds: [storeId] },
  });
  const desk = (storeId?: string, role?: Actor["role"]): Desk =>
    openDesk(house, actor(storeId, role), { now: clock.now });
  let count = 0;

  return {
    ...test,
    actor,
    desk,
    /** A member with an account and a plastic card. */
    enrol: async (name = "张小满"): Promise<TestMember> => {
      const d = desk();
      const member = { memberId: d.id("member"), loyaltyId: d.id("account") };
      const card = composeStaticNumber(String(100_000_000_000 + count++));
      await house.db.write([
        insertMember.row({
          id: member.memberId,
          brand_id: "brd_a",
          name,
          joined_at: clock.now,
          source: "test",
        }),
        ...openAccount({ ...member, brandId: "brd_a", tierId: "tie_a", openedAt: clock.now }),
        insertPlasticCard.row({
          id: d.id("card"),
          account_id: member.loyaltyId,
          member_id: member.memberId,
          brand_id: "brd_a",
          medium: "plastic",
          number: card,
          issued_at: clock.now,
        }),
      ]);
      return { ...member, card };
    },
  };
};

export type TestChain = Awaited<ReturnType<typeof openTestChain>>;
