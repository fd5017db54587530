/** The doors of the tiers room: who may set, see and buy them. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as office from "../../shared/console/tier-doors.ts";
import { listAudit } from "../../shared/console/endpoints.ts";
import { type Office, openOffice, personOf, place } from "../console/test-office.ts";
import { kindColumns, plainTerms } from "../gifts/gift-row.ts";
import { insertGift } from "../gifts/queries.ts";
import { newKey } from "../test-house.ts";

let house: Office;
beforeEach(async () => {
  house = await openOffice();
  await house.house.db.batch([
    "insert into category (id, brand_id, code, name_zh, name_en) values ('cat_fresh', 'brd_grocer', 'F', '生鲜', 'Fresh')",
    "insert into category (id, brand_id, code, name_zh) values ('cat_bread', 'brd_baker', 'B', '面包')",
  ].map((sql) => ({ sql })));
});
afterEach(() => house.close());

const code = (error: unknown) => (error as { code?: string }).code;

const plain = {
  colour: "#c79a3a",
  pricePoints: null,
  priceMonths: 12,
  discounts: [],
  birthday: null,
  freeDelivery: false,
};
const basic = {
  ...plain,
  id: "tie_grocer",
  nameZh: "普通会员",
  nameEn: "Member",
  thresholdFen: 0,
  thresholdPoints: 0,
};
const gold = {
  ...plain,
  id: null,
  nameZh: "金卡",
  nameEn: "Gold",
  thresholdFen: 500_000,
  thresholdPoints: 5_000,
  pricePoints: 3_000,
  discounts: [{ on: "category" as const, categoryId: "cat_fresh", offPercent: 8 }],
  birthday: { kind: "points" as const, points: 200 },
  freeDelivery: true,
};
const policy = {
  basis: "spending" as const,
  span: "months" as const,
  review: { kind: "months" as const, months: 12 },
  graceDays: 30,
};
const put = async (
  role: string,
  body: Partial<{ brandId: string; revision: number }> = {},
  tiers: object[] = [basic, gold],
) =>
  house.ask(office.putTiers, {
    body: { brandId: place.grocer, revision: 0, settings: { policy, tiers }, ...body } as never,
  }, await house.as(personOf(role as never)));
const show = async (role = "hq-admin", brandId = place.grocer) =>
  house.ask(office.showTiers, { query: { brandId } }, await house.as(personOf(role as never)));

describe("the settings", () => {
  test("set, shown, set again; the log knows both", async () => {
    expect((await show()).policy.span).toBe("lifetime");
    expect(await put("hq-marketing")).toEqual({ revision: 1 });
    const seen = await show("auditor");
    expect(seen.policy).toEqual(policy);
    expect(seen.tiers.map((t) => [t.nameZh, t.level, t.thresholdFen])).toEqual([
      ["普通会员", 0, 0],
      ["金卡", 1, 500_000],
    ]);
    const [kept, top] = seen.tiers;
    expect(top!.discounts).toEqual(gold.discounts);
    // A step in between: levels move, ids stay.
    const { level: _l, members: _m, factorPercent: _f, ...known } = top!;
    const silver = {
      ...gold,
      nameZh: "银卡",
      nameEn: "Silver",
      thresholdFen: 100,
      thresholdPoints: 1,
    };
    await put("hq-admin", { revision: 1 }, [basic, silver, known]);
    const after = await show();
    expect(after.tiers.map((t) => t.nameZh)).toEqual(["普通会员", "银卡", "金卡"]);
    expect(after.tiers[2]!.id).toBe(top!.id);
    expect(after.tiers[0]!.id).toBe(kept!.id);
    const log = await house.ask(listAudit, { query: {} }, await house.as(personOf("auditor")));
    expect(log.rows.filter((row) => row.action === "tiers.changed")).toHaveLength(2);
  });

  test.each(["store-manager", "regional", "hq-finance", "auditor"])(
    "not by %s",
    async (role) => expect(code(await put(role).catch((e) => e))).toBe("not-allowed"),
  );

  test("not of another brand, nor with another brand's goods, nor with what is not given", async () => {
    await house.house.db.write(
      ([["gft_roll", place.baker], ["gft_cup", place.grocer], [
        "gft_concert",
        place.grocer,
      ]] as const)
        .map(([id, brand]) =>
          insertGift.row({
            ...plainTerms,
            ...(id === "gft_concert" ? { ...kindColumns("event"), event_at: 1, places: 5 } : {}),
            id,
            brand_id: brand,
            code: id,
            name_zh: id,
            name_en: id,
            detail_zh: "",
            detail_en: "",
            picture: "",
            points: 100,
            market_fen: 0,
            revision: 1,
            created_at: 0,
          })
        ),
    );
    expect(code(await put("hq-marketing", { brandId: place.baker }).catch((e) => e))).toBe(
      "not-found",
    );
    expect(code(await show("auditor", place.baker).catch((e) => e))).toBe("not-found");
    const foreign = {
      ...gold,
      discounts: [{ on: "category", categoryId: "cat_bread", offPercent: 5 }],
    };
    expect(code(await put("hq-admin", {}, [basic, foreign]).catch((e) => e))).toBe("input-invalid");
    for (const giftId of ["gft_roll", "gft_concert"]) {
      const promise = { ...gold, birthday: { kind: "gift", giftId } };
      expect(code(await put("hq-admin", {}, [basic, promise]).catch((e) => e)), giftId)
        .toBe("input-invalid");
    }
    const theirs = { ...gold, id: "tie_baker" };
    expect(code(await put("hq-admin", {}, [basic, theirs]).catch((e) => e))).toBe("input-invalid");
    const cup = { ...gold, birthday: { kind: "gift", giftId: "gft_cup" } };
    expect(await put("hq-admin", {}, [basic, cup])).toEqual({ revision: 1 });
    expect((await show()).gifts.map((gift) => gift.id)).toEqual(["gft_cup"]);
  });

  test.each([
    ["the first asks something", [{ ...basic, thresholdFen: 1 }, gold]],
    ["thresholds do not rise", [basic, { ...gold, thresholdFen: 0 }]],
    ["two of one name", [basic, { ...gold, nameZh: "普通会员" }]],
    ["nothing at all", []],
  ])("not when %s", async (_, tiers) => {
    expect(code(await put("hq-admin", {}, tiers).catch((e) => e))).toBe("input-invalid");
  });

  test("not on top of what somebody else set meanwhile", async () => {
    await put("hq-admin");
    expect(code(await put("hq-marketing").catch((e) => e))).toBe("changed-meanwhile");
  });

  test("a tier that members hold stays", async () => {
    await house.member({ points: 10 });
    const other = { ...basic, id: null };
    const refused = await put("hq-admin", {}, [other, gold]).catch((e) => e);
    expect(code(refused)).toBe("tier-in-use");
  });
});

describe("member categories", () => {
  const add = async (role: string, brandId = place.grocer) =>
    house.ask(office.addMemberCategory, {
      body: {
        brandId,
        nameZh: "员工",
        nameEn: "Staff",
        discounts: [{ on: "all", offPercent: 10 }],
      },
      key: newKey(),
    }, await house.as(personOf(role as never)));

  test("added, given, closed; by whom it may be", async () => {
    const { categoryId } = await add("hq-admin");
    const member = await house.member({ name: "韩梅梅" });
    const give = async (role: string, id: string | null = categoryId, who = member.memberId) =>
      house.ask(office.setMemberCategory, {
        params: { member: who },
        body: { categoryId: id, reason: "凭工牌登记" },
      }, await house.as(personOf(role as never)));
    for (const role of ["hq-finance", "hq-marketing", "auditor"]) {
      expect(code(await give(role).catch((e) => e))).toBe("not-allowed");
    }
    await give("store-manager");
    const tier = await house.ask(
      office.showMemberTier,
      { params: { member: member.memberId } },
      await house.as(personOf("auditor")),
    );
    expect(tier.categoryId).toBe(categoryId);
    const list = async () =>
      (await house.ask(office.listMemberCategories, {}, await house.as(personOf("hq-admin"))))
        .categories;
    expect((await list())[0]).toMatchObject({ members: 1, nameZh: "员工" });
    // Another brand's member does not fit in.
    const baker = await house.member({ brandId: place.baker, name: "郭子涵" });
    expect(code(await give("hq-admin", categoryId, baker.memberId).catch((e) => e))).toBe(
      "not-found",
    );
    const change = (revision: number) => async (role: string) =>
      house.ask(office.changeMemberCategory, {
        params: { category: categoryId },
        body: { revision, nameZh: "员工", nameEn: "Staff", discounts: [], state: "closed" },
      }, await house.as(personOf(role as never)));
    expect(code(await change(1)("store-manager").catch((e) => e))).toBe("not-allowed");
    await change(1)("hq-marketing");
    expect(code(await change(1)("hq-marketing").catch((e) => e))).toBe("changed-meanwhile");
    expect(code(await give("hq-admin").catch((e) => e))).toBe("not-found");
    await give("hq-admin", null);
    expect((await list())[0]).toMatchObject({ members: 0, state: "closed" });
  });

  test("one name once per brand", async () => {
    await add("hq-admin");
    expect(code(await add("hq-admin").catch((e) => e))).toBe("name-taken");
    await add("hq-admin", place.baker);
    expect(code(await add("hq-marketing", place.baker).catch((e) => e))).toBe("not-found");
  });
});
