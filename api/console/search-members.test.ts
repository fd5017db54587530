import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { composeStaticNumber } from "../../shared/cards/card-code.ts";
import { searchMembers } from "../../shared/console/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import type { Caller } from "../test-house.ts";
import { type Office, openOffice, personOf, place } from "./test-office.ts";

let office: Office;
let manager: Caller;
let admin: Caller;
let ids: Record<"chen" | "chenxi" | "wang" | "baker", string>;
beforeEach(async () => {
  office = await openOffice();
  manager = await office.as(personOf("store-manager"));
  admin = await office.as(personOf("hq-admin"));
  const add = async (name: string, phone: string, brandId = place.grocer, points = 0) => {
    office.clock.now += 1000;
    return (await office.member({ name, phone, brandId, points })).memberId;
  };
  ids = {
    chen: await add("陈小满", "13812348000", place.grocer, 120),
    chenxi: await add("陈溪", "13900008000"),
    wang: await add("Wang Li", "13711112222"),
    baker: await add("陈大麦", "13812348000", place.baker),
  };
});
afterEach(() => office.close());

const search = (text: string, as = manager, more: Partial<BodyOf<typeof searchMembers>> = {}) =>
  office.ask(searchMembers, { body: { text, ...more } }, as);
const found = async (...asked: Parameters<typeof search>) =>
  (await search(...asked)).members.map((m) => m.id);

describe("looking members up", () => {
  test("shows a masked row", async () => {
    expect((await search("138 1234 8000")).members).toEqual([{
      id: ids.chen,
      brandId: place.grocer,
      nameMasked: "陈**",
      phoneMasked: "138****8000",
      tierNameZh: "普通会员",
      tierNameEn: "Member",
      tierColour: "#78716c",
      balance: 120,
      joinedAt: office.clock.now - 3000,
      state: "active",
      externalRef: null,
    }]);
  });

  test("by what another system calls them, exactly, and told in the row", async () => {
    const ref = "update member set external_ref = ? where id = ?";
    await office.house.db.execute(ref, ["1023", ids.wang]);
    await office.house.db.execute(ref, ["K-77b", ids.chenxi]);
    await office.house.db.execute(ref, ["1023", ids.baker]);
    expect(await found("1023")).toEqual([ids.wang]);
    expect((await search("1023")).members[0]!.externalRef).toBe("1023");
    expect((await found("1023", admin)).sort()).toEqual([ids.wang, ids.baker].sort());
    expect(await found("K-77b")).toEqual([ids.chenxi]);
    expect(await found("K-7")).toEqual([]);
  });

  test("by phone, tail and beginning of the name, in the caller's brands only", async () => {
    expect(await found("13812348000", admin)).toEqual([ids.baker, ids.chen]);
    expect(await found("8000")).toEqual([ids.chenxi, ids.chen]);
    expect((await found("8000", admin)).sort()).toEqual([ids.chen, ids.chenxi, ids.baker].sort());
    expect((await found("陈")).sort()).toEqual([ids.chen, ids.chenxi].sort());
    expect(await found("陈大")).toEqual([]);
    expect(await found("陈大", admin)).toEqual([ids.baker]);
    expect(await found("wang")).toEqual([ids.wang]);
    expect(await found("ＷＡＮＧ ")).toEqual([ids.wang]);
    expect(await found("小满")).toEqual([]);
    expect(await found("13812348001")).toEqual([]);
    expect(await found("1381234800")).toEqual([]);
  });

  test("by the number of a printed card, never by the code of an e-card", async () => {
    const number = composeStaticNumber("123456789012");
    const handle = "1234567890";
    await office.house.db.execute(
      `insert into card (id, account_id, member_id, brand_id, medium, number, handle, issued_at)
       select 'crd_1', l.id, l.member_id, l.brand_id, 'plastic', ?, ?, 0
       from loyalty_account l where l.member_id = ?`,
      [number, handle, ids.wang],
    );
    expect(await found(number)).toEqual([ids.wang]);
    expect(await found(`90${handle}00000000000000`)).toEqual([]);
    expect(await found(handle)).toEqual([]);
  });

  test("a brand or tier narrows, another brand's finds nothing", async () => {
    expect(await found("陈", admin, { brandId: place.baker })).toEqual([ids.baker]);
    expect(await found("", admin, { tierId: "tie_baker" })).toEqual([ids.baker]);
    expect(await found("", admin, { tierId: "tie_grocer" })).toEqual([
      ids.wang,
      ids.chenxi,
      ids.chen,
    ]);
    expect(await found("陈", manager, { tierId: "tie_baker" })).toEqual([]);
    expect(await found("", manager, { tierId: "tie_baker" })).toEqual([]);
    expect(await found("", manager, { brandId: place.baker })).toEqual([]);
  });

  test.each([["", {}], ["陈", {}], ["8000", {}], ["", { tierId: "tie_grocer" }]])(
    "pages of one for %j %j show everybody once",
    async (text, more) => {
      const all = await found(text, admin, more);
      const seen: string[] = [];
      let after: string | null | undefined;
      do {
        const page = await search(text, admin, { ...more, limit: 1, ...(after ? { after } : {}) });
        seen.push(...page.members.map((m) => m.id));
        after = page.nextAfter;
      } while (after);
      expect(all.length).toBeGreaterThan(1);
      expect(seen).toEqual(all);
    },
  );

  test("points that lapsed are not in the balance", async () => {
    const { memberId, accountId } = await office.member({ name: "李穗", phone: "13600001111" });
    await office.house.db.execute(
      `insert into journal values ('jrn_old', 'accrual', 'test', 'old', ?, null, null, null, 'x',
         0, 0, null, '{}', '')`,
      [place.grocer],
    );
    await office.house.db.execute(
      `insert into lot values ('lot_old', ?, 'jrn_old', 50, 50, 0, ?, null, ?, null, 1)`,
      [`${accountId}.points`, office.clock.now, place.grocer],
    );
    const { members } = await search("13600001111");
    expect(members).toMatchObject([{ id: memberId, balance: 0 }]);
  });

  test("what people type is never SQL", async () => {
    for (const text of ["陈' or 1=1 --", "%", "_", "\\", "陈%", '"; drop table member; --']) {
      expect(await found(text, admin)).toEqual([]);
    }
    expect(await found("", admin)).toHaveLength(4);
  });

  test("in a brand that was opened after the last search, at once", async () => {
    expect(await found("13855556666", admin)).toEqual([]);
    await office.house.db.batch([
      { sql: "insert into brand values ('brd_floral', '拾花间', 'Floral', '#7a4a68', 0)" },
      {
        sql:
          "insert into tier values ('tie_floral', 'brd_floral', 0, '普通会员', 'Member', '#888', 0)",
      },
    ]);
    const added = { name: "叶知秋", phone: "13855556666", brandId: "brd_floral", points: 0 };
    const { memberId } = await office.member(added);
    expect(await found("13855556666", admin)).toEqual([memberId]);
    expect(await found("叶", admin)).toEqual([memberId]);
    expect(await found("叶", admin, { brandId: place.baker })).toEqual([]);
  });

  test("sixty a minute", async () => {
    const codes = (await Promise.allSettled(Array.from({ length: 62 }, () => search("陈"))))
      .map((s) => s.status === "rejected" ? s.reason.code : "found");
    expect(codes.filter((c) => c === "too-many")).toHaveLength(2);
    office.clock.now += 60_000;
    await expect(search("陈")).resolves.toBeTruthy();
  });
});
