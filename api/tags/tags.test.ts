import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  addTag,
  listAudit,
  listTags,
  refreshTag,
  retireTag,
  screenMembers,
  tagMembers,
} from "../../shared/console/endpoints.ts";
import type { MemberSort, Screening } from "../../shared/members/screening.ts";
import { type Office, openOffice, personOf, place } from "../console/test-office.ts";
import { openDesk, programme } from "../desk.ts";
import { findBuyer } from "../sales/sale-ground.ts";
import { type Caller, newKey } from "../test-house.ts";
import { refillTags } from "./fill-tag.ts";

const day = 86_400_000;
let office: Office;
let admin: Caller;
let ids: Record<string, string>;
let accounts: Record<string, string>;

beforeEach(async () => {
  office = await openOffice();
  admin = await office.as(personOf("hq-admin"));
  ids = {};
  accounts = {};
  const people: [string, number, number, string | null][] = [
    ["安然", 300, 0, "1990-05-12"],
    ["白露", 50, 30, "1988-05-01"],
    ["陈晨", 1_200, 90, "1975-11-30"],
    ["丁一", 0, 400, null],
  ];
  for (const [name, points, daysAgo, birthday] of people) {
    const joinedAt = office.clock.now - daysAgo * day;
    const made = await office.member({ name, points, joinedAt, phone: null as never });
    ids[name] = made.memberId;
    accounts[name] = made.accountId;
    await office.house.db.execute("update member set birthday = ? where id = ?", [
      birthday,
      made.memberId,
    ]);
  }
  await buys("安然", 1);
  await buys("陈晨", 40);
});
afterEach(() => office.close());

const buys = async (name: string, daysAgo: number) => {
  const at = office.clock.now - daysAgo * day;
  await office.house.db.execute(
    `insert into sale (id, brand_id, store_id, order_no, member_id, account_id, total_fen,
       occurred_at, recorded_at) values (?, ?, ?, ?, ?, ?, 1000, ?, ?)`,
    [
      `sal_${ids[name]!.slice(4)}${daysAgo}`,
      place.grocer,
      place.riverside,
      `${name}${daysAgo}`,
      ids[name]!,
      accounts[name]!,
      at,
      at,
    ],
  );
};
const nameOf = (id: string): string =>
  Object.entries(ids).find(([, each]) => each === id)?.[0] ?? id;
const onDay = (daysAgo: number): string =>
  new Date(office.clock.now - daysAgo * day + 8 * 3_600_000).toISOString().slice(0, 10);

const screen = async (
  filter: Screening,
  sort: { key: MemberSort; descending: boolean } = { key: "joined", descending: true },
  as = admin,
) => {
  const names: string[] = [];
  let after: string | undefined;
  let total: number | null = null;
  do {
    const page = await office.ask(screenMembers, {
      body: { brandId: place.grocer, filter, sort, limit: 2, ...(after ? { after } : {}) },
    }, as);
    total ??= page.total;
    names.push(...page.members.map((m) => nameOf(m.id)));
    after = page.nextAfter ?? undefined;
  } while (after);
  expect(total).toBe(names.length);
  return names.join("");
};

describe("screening", () => {
  test("sorts by any column, both ways, page by page", async () => {
    const all = (key: MemberSort, descending: boolean) => screen({}, { key, descending });
    expect(await all("joined", true)).toBe("安然白露陈晨丁一");
    expect(await all("joined", false)).toBe("丁一陈晨白露安然");
    expect(await all("points", true)).toBe("陈晨安然白露丁一");
    expect(await all("name", false)).toBe("丁一安然白露陈晨");
    expect((await all("bought", true)).slice(0, 4)).toBe("安然陈晨");
  });

  test.each<[string, () => Screening, string]>([
    ["points from to, both included", () => ({ pointsMin: 50, pointsMax: 300 }), "安然白露"],
    ["birthday month", () => ({ birthdayMonths: [5] }), "安然白露"],
    ["several months", () => ({ birthdayMonths: [5, 11] }), "安然白露陈晨"],
    ["joined from", () => ({ joinedFrom: onDay(30) }), "安然白露"],
    ["joined to", () => ({ joinedTo: onDay(31) }), "陈晨丁一"],
    ["bought lately", () => ({ boughtFrom: onDay(1) }), "安然"],
    ["last bought before", () => ({ boughtTo: onDay(2) }), "陈晨"],
    ["not bought since", () => ({ notBoughtSince: onDay(30) }), "白露陈晨丁一"],
    ["store joined", () => ({ storeIds: [place.station] }), ""],
    ["tier", () => ({ tierIds: ["tie_grocer"] }), "安然白露陈晨丁一"],
    ["another tier", () => ({ tierIds: ["tie_baker"] }), ""],
    ["state", () => ({ state: "frozen" }), ""],
    ["all at once", () => ({ pointsMin: 1, birthdayMonths: [5], joinedTo: onDay(1) }), "白露"],
  ])("by %s", async (_, filter, found) => {
    expect(await screen(filter())).toBe(found);
  });

  test("by category", async () => {
    await office.house.db.execute(
      "insert into member_category (id, brand_id, name_zh, name_en, created_at) values ('mct_staff', ?, '员工', 'Staff', 0)",
      [place.grocer],
    );
    await office.house.db.execute(
      "insert into member_in_category values (?, 'mct_staff', 0, null)",
      [ids["陈晨"]!],
    );
    expect(await screen({ categoryIds: ["mct_staff"] })).toBe("陈晨");
  });

  test("another brand's members are not there, a made-up cursor starts anew", async () => {
    const finance = await office.as(personOf("hq-finance"));
    await expect(office.ask(screenMembers, {
      body: { brandId: place.baker, filter: {} },
    }, finance)).rejects.toMatchObject({ code: "not-found" });
    const page = await office.ask(screenMembers, {
      body: { brandId: place.grocer, filter: {}, after: "x'; drop table member" },
    }, finance);
    expect(page.members).toHaveLength(4);
  });
});

describe("tags", () => {
  const add = async (name: string, screening: Screening | null = null) =>
    (await office.ask(addTag, {
      body: { brandId: place.grocer, name, screening },
      key: newKey(),
    }, admin)).tagId;
  const tag = (tagId: string, give: boolean, who: Record<string, unknown>, as = admin) =>
    office.ask(tagMembers, { body: { tagId, give, who } as never }, as);

  test("are given to some, to all that a screening finds, and taken away", async () => {
    const tagId = await add("高价值");
    const some = { memberIds: [ids["安然"]!, ids["白露"]!] };
    expect(await tag(tagId, true, some)).toEqual({ changed: 2 });
    expect(await tag(tagId, true, some)).toEqual({ changed: 0 });
    expect(await tag(tagId, true, { screening: { pointsMin: 100 } })).toEqual({ changed: 1 });
    expect(await screen({ tagIds: [tagId] })).toBe("安然白露陈晨");
    expect(await tag(tagId, false, { memberIds: [ids["白露"]!] })).toEqual({ changed: 1 });
    expect(await screen({ tagIds: [tagId] })).toBe("安然陈晨");
    expect((await office.ask(listTags, {}, admin)).tags).toMatchObject([{ members: 2 }]);
    const { rows } = await office.ask(listAudit, { query: {} }, admin);
    expect(rows.map((r) => r.action).filter((a) => a.startsWith("tag."))).toHaveLength(4);
  });

  test("reach the rules: a buyer's ground names them", async () => {
    const tagId = await add("高价值");
    await tag(tagId, true, { memberIds: [ids["安然"]!] });
    const desk = openDesk(office.house, programme);
    const buyer = await findBuyer(desk, accounts["安然"]!, { at: desk.now, lots: false });
    expect(buyer?.ground.tags).toEqual(expect.arrayContaining([tagId, "高价值"]));
  });

  test("that a screening keeps follow it each night, and are not given by hand", async () => {
    const tagId = await add("沉睡会员", { notBoughtSince: onDay(30) });
    expect(await screen({ tagIds: [tagId] })).toBe("白露陈晨丁一");
    await expect(tag(tagId, true, { memberIds: [ids["安然"]!] })).rejects.toMatchObject({
      code: "tag-screened",
    });
    await buys("丁一", 0);
    expect(await refillTags(openDesk(office.house, programme))).toBe(1);
    expect(await screen({ tagIds: [tagId] })).toBe("白露陈晨");
    await buys("白露", 0);
    expect(await office.ask(refreshTag, { params: { tag: tagId } }, admin)).toEqual({
      given: 0,
      taken: 1,
    });
  });

  test("are retired from everybody, and the name is free again", async () => {
    const tagId = await add("临时");
    await tag(tagId, true, { memberIds: [ids["安然"]!] });
    await office.ask(retireTag, { params: { tag: tagId } }, admin);
    expect(await screen({ tagIds: [tagId] })).toBe("");
    await expect(tag(tagId, true, { memberIds: [ids["安然"]!] })).rejects.toMatchObject({
      code: "not-found",
    });
    await add("临时");
    await expect(add("临时")).rejects.toMatchObject({ code: "name-taken" });
  });

  test("of a brand stay in it", async () => {
    const tagId = await add("本店");
    const other = await office.member({ brandId: place.baker, phone: "13900000000" });
    expect(await tag(tagId, true, { memberIds: [other.memberId] })).toEqual({ changed: 0 });
    const auditor = await office.as(personOf("auditor"));
    await expect(tag(tagId, true, { memberIds: [ids["安然"]!] }, auditor)).rejects
      .toMatchObject({ code: "not-allowed" });
  });
});
