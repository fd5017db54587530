import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkDigits } from "../../shared/cards/check-digits.ts";
import { signInConsole } from "../../shared/console/endpoints.ts";
import { hasStock } from "../../shared/gifts/kinds.ts";
import { isWeakPin } from "../../shared/members/pin.ts";
import { listGoods } from "../../shared/goods/endpoints.ts";
import { ProgrammeRules } from "../../shared/programme/rules.ts";
import { verifyLedger } from "../points/verify.ts";
import { openTestHouse, type TestHouse } from "../test-house.ts";
import { type DemoSheet, demoSheet, demoTotp } from "./demo-sheet.ts";
import { eanDigit } from "./goods.ts";
import { hexinCategories, hexinProducts } from "./goods-hexin.ts";
import { muchenCategories, muchenProducts } from "./goods-muchen.ts";
import { giftsOf } from "./lay-out.ts";
import { demoMember, staff } from "./people.ts";
import { hexin, muchen, stores } from "./places.ts";
import { planYear } from "./plan.ts";
import { rules } from "./programme.ts";
import { seedDemo } from "./seed-demo.ts";

/** Of the people; the rest of the chain is whole. */
const share = 0.03;
let whole: TestHouse;
let sheet: DemoSheet | null;
const said: string[] = [];
beforeAll(async () => {
  whole = await openTestHouse({ DEMO: "1" });
  sheet = await seedDemo(whole.house, { say: (line) => said.push(line), share });
});
afterAll(() => whole.close());

/** What the chain looks like, whatever its ids are. */
const portrait = async ({ house }: TestHouse) => {
  const rows = (sql: string) => house.db.execute(sql);
  return {
    sales: await rows("select order_no, total_fen, points from sale order by order_no"),
    accounts: await rows(
      `select m.name, a.unit, a.balance, a.seq, a.carry, l.tier_id from account a
       join loyalty_account l on l.id = a.loyalty_id join member m on m.id = l.member_id
       order by m.joined_at, m.name, a.unit`,
    ),
    claims: await rows(
      `select c.gift_id, c.claimed_at, e.state, e.at from claim c
       left join claim_end e on e.claim_id = c.id order by c.claimed_at, c.gift_id`,
    ),
    stock: await rows("select * from gift_stock order by gift_id, store_id"),
  };
};

describe("seedDemo()", () => {
  test("makes a chain whose books are in order, once", async () => {
    expect(said.at(-1)).toBe("100 %");
    expect((await verifyLedger(whole.house.db, whole.clock.now)).findings).toEqual([]);
    const first = await portrait(whole);
    expect(first.sales.length).toBeGreaterThan(200);
    expect(first.claims.filter((c) => c.state === null).length).toBeGreaterThan(0);
    const [owing] = await whole.house.db.execute(
      "select count(*) as n from account where unit = 'points-debt' and balance > 0",
    );
    expect(owing!.n).toBeGreaterThan(0);
    expect(await seedDemo(whole.house, { share })).toEqual(sheet);
    expect(await portrait(whole)).toEqual(first);
  });

  test("what the sheet says opens the doors", async () => {
    const { login } = sheet!.console[0]!;
    const body = { login, password: sheet!.password, totp: demoTotp(whole.clock.now) };
    const me = await whole.ask(signInConsole, { body }, { client: "console" });
    expect(me).toMatchObject({ login, role: "hq-admin", brandIds: null });
    const authorization = `Bearer ${sheet!.posKeys[0]!.secret}`;
    const goods = await whole.ask(listGoods, {}, { client: "pos", headers: { authorization } });
    expect(goods.products.length).toBe(hexinProducts.length);
    for (const member of sheet!.members) {
      expect(member.cardNumber).toMatch(/^91\d{14}$/);
      expect(checkDigits(member.cardNumber.slice(0, 14))).toBe(member.cardNumber.slice(14));
    }
  });

  test("an interrupted seed ends as an uninterrupted one does", async () => {
    // Looked at first: on a test server the next house takes this one's place.
    const uninterrupted = await portrait(whole);
    const broken = await openTestHouse({ DEMO: "1" });
    let chunks = 0;
    const stopAfterFive = () => {
      if (++chunks === 5) throw new Error("the power went out");
    };
    await expect(seedDemo(broken.house, { say: stopAfterFive, share })).rejects.toThrow("power");
    expect(await demoSheet(broken.house)).toBeNull();
    broken.clock.now += 86_400_000;
    await seedDemo(broken.house, { share });
    expect(await portrait(broken)).toEqual(uninterrupted);
    expect((await verifyLedger(broken.house.db, broken.clock.now)).findings).toEqual([]);
    await broken.close();
  });

  test("leaves a database alone that is somebody's", async () => {
    const { house, close } = await openTestHouse();
    await house.db.execute("insert into brand values ('brd_own', '自家', 'Own', '#123456', 0)");
    expect(await seedDemo(house, { share })).toBeNull();
    expect(await house.db.execute("select id from brand")).toEqual([{ id: "brd_own" }]);
    await close();
  });
});

describe("the demo's data", () => {
  test("the same seed and instant make the same plan, another seed another", () => {
    const now = Date.UTC(2026, 5, 15, 2);
    const facts = (seed: string) =>
      JSON.stringify(planYear(seed, now, 0.1).map((l) => [l.shopper, l.visits]));
    expect(facts("one")).toBe(facts("one"));
    expect(facts("one")).not.toBe(facts("two"));
  });

  test("receipt numbers are unique and every visit lies in the past", () => {
    const now = Date.UTC(2026, 5, 15, 2);
    const visits = planYear("one", now).flatMap((l) => l.visits);
    expect(visits.length).toBeGreaterThan(7_000);
    expect(new Set(visits.map((v) => v.orderNo)).size).toBe(visits.length);
    expect(visits.every((v) => v.at < now && v.totalFen > 0)).toBe(true);
  });

  test("products have valid barcodes and known categories of three levels", () => {
    for (
      const [categories, products] of [
        [hexinCategories, hexinProducts],
        [muchenCategories, muchenProducts],
      ] as const
    ) {
      const parents = new Map(categories.map(([code, parent]) => [code, parent]));
      expect(new Set(products.map((p) => p.sku)).size).toBe(products.length);
      for (const product of products) {
        expect(parents.has(product.categoryCode)).toBe(true);
        if (product.barcode === null) continue;
        expect(product.barcode).toHaveLength(13);
        expect(eanDigit(product.barcode.slice(0, 12))).toBe(product.barcode[12]);
      }
      const depth = (code: string | null): number =>
        code === null ? 0 : 1 + depth(parents.get(code) ?? null);
      expect(Math.max(...products.map((p) => depth(p.categoryCode)))).toBe(3);
    }
    // An EAN from a real package, to hold the check digit against the standard.
    expect(eanDigit("400638133393")).toBe("1");
  });

  test("staff fill every role, with PINs that the counter would accept", () => {
    expect(new Set(staff.map((s) => s.role)).size).toBe(7);
    expect(new Set(staff.map((s) => s.login)).size).toBe(staff.length);
    const pins = staff.flatMap((s) => s.pin ?? []);
    expect(new Set(pins).size).toBe(pins.length);
    for (const pin of [...pins, demoMember.pin]) {
      expect(isWeakPin(pin, demoMember.birthday.on)).toBe(false);
    }
    for (const store of stores) {
      expect(staff.some((s) => s.storeId === store.id && s.role === "store-manager")).toBe(true);
    }
  });

  test("rules are rules, and every gift's shelf list fits its brand", () => {
    for (const { body } of rules) expect(ProgrammeRules.safeParse(body).success).toBe(true);
    for (const brandId of [hexin, muchen]) {
      const count = stores.filter((s) => s.brandId === brandId).length;
      for (const gift of giftsOf(brandId)) {
        expect(gift.left).toHaveLength(hasStock(gift.kind ?? "goods") ? count : 0);
      }
    }
  });
});
