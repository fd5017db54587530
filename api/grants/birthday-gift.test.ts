import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startOfDay } from "../../shared/business-day.ts";
import { brandId, nextStoreId, otherBrandId, storeId } from "../access/test-scene.ts";
import { type GiftRow, kindColumns, plainTerms } from "../gifts/gift-row.ts";
import { lapseClaims } from "../gifts/lapse-claims.ts";
import { insertGift, insertStockMove } from "../gifts/queries.ts";
import { verifyLedger } from "../points/verify.ts";
import { grantBirthdays } from "./grant-birthdays.ts";
import { showWaysToEarn } from "./show-earn.ts";
import { type Givers, openGivers } from "./test-givers.ts";

let scene: Givers;
beforeEach(async () => {
  scene = await openGivers();
});
afterEach(async () => {
  expect((await verifyLedger(scene.db, scene.clock.now)).findings).toEqual([]);
  await scene.close();
});

const hour = 3_600_000;
const at = (day: string) => scene.clock.now = startOfDay(day) + hour;
const birthdays = () => grantBirthdays(scene.clockDesk());

/** So many pieces of the cup more in a store. */
const supply = (pieces: number, store: string = storeId) =>
  scene.db.write([insertStockMove.row({
    gift_id: "gft_cup",
    store_id: store,
    cause: "moved",
    cause_id: `mov_${scene.next()}`,
    amount: pieces,
    at: scene.clock.now,
  })]);

/** The gold tier, which promises the cup: hidden in the mall, dear, for others only, not today. */
const promise = (terms: Partial<GiftRow> = {}) =>
  scene.db.write([insertGift.row({
    ...plainTerms,
    id: "gft_cup",
    brand_id: brandId,
    code: "CUP",
    name_zh: "搪瓷杯",
    name_en: "Enamel mug",
    detail_zh: "",
    detail_en: "",
    picture: "/pictures/enamel-mug.svg",
    points: 5000,
    money_fen: 900,
    tier_level_min: 9,
    state: "hidden",
    market_fen: 2900,
    revision: 1,
    created_at: 0,
    ...terms,
  })]).then(() =>
    scene.db.batch([
      `insert into tier (id, brand_id, level, name_zh, name_en, colour, threshold_fen)
       values ('tie_gold', '${brandId}', 1, '金卡', 'Gold', '#c79a3a', 100000)`,
      `insert into tier_terms (tier_id, threshold_points, birthday)
       values ('tie_gold', 0, '{"kind":"gift","giftId":"gft_cup"}')`,
    ].map((sql) => ({ sql })))
  );

const golden = async (): Promise<string> => {
  const { memberId } = await scene.join(undefined, "陈小满");
  await scene.db.execute("update member set birthday = '1988-07-01' where id = ?", [memberId]);
  await scene.db.execute("update loyalty_account set tier_id = 'tie_gold' where member_id = ?", [
    memberId,
  ]);
  await scene.db.execute(
    `insert into push_subscription (id, member_id, endpoint, p256dh, auth, created_at)
     values (?, ?, ?, 'p', 'a', 0)`,
    [`psh_${memberId}`, memberId, `https://push.example/${memberId}`],
  );
  return memberId;
};
const claims = () =>
  scene.db.execute(
    `select c.member_id, c.store_id, c.points, c.money_fen, e.state from claim c
     left join claim_end e on e.claim_id = c.id order by c.claimed_at`,
  );
const stock = async (store: string = storeId) =>
  Number(
    (await scene.db.execute(
      "select remaining from gift_stock where gift_id = 'gft_cup' and store_id = ?",
      [store],
    ))[0]?.remaining,
  );
const messages = async () =>
  (await scene.db.execute("select kind, fields from message where kind like 'claim-%'"))
    .map((row) => ({ kind: row.kind, ...JSON.parse(String(row.fields)) }));

describe("a birthday gift that the tier promises", () => {
  test("is there on the day, once a year, at the store of joining, for nothing", async () => {
    await promise();
    await supply(2);
    await supply(9, nextStoreId);
    const memberId = await golden();
    at("2026-06-30");
    expect(await birthdays()).toBe(0);
    at("2026-07-01");
    // Moved by the member lately: it waits thirty days.
    const moved = (days: number) =>
      scene.db.execute("update member set birthday_set_at = ?", [
        scene.clock.now - days * 24 * hour,
      ]);
    await moved(29);
    expect(await birthdays()).toBe(0);
    await moved(30);
    expect(await birthdays()).toBe(1);
    expect(await birthdays()).toBe(0);
    const claim = { member_id: memberId, store_id: storeId, points: 0, money_fen: 0, state: null };
    expect(await claims()).toEqual([claim]);
    expect(await stock()).toBe(1);
    // Instead of everybody's points, not on top of them.
    expect(await scene.points(memberId)).toBe(0);
    const [journal] = await scene.db.execute(
      "select kind, explanation from journal where cause_kind = 'birthday'",
    );
    expect(journal!.kind).toBe("grant");
    expect(JSON.parse(String(journal!.explanation)))
      .toMatchObject({ title: "生日礼：搪瓷杯", titleEn: "Birthday gift: Enamel mug" });
    expect(await messages())
      .toMatchObject([{ kind: "claim-made", occasion: "birthday", storeNameZh: "人民路店" }]);
    at("2027-07-01");
    expect(await birthdays()).toBe(1);
    expect(await stock()).toBe(0);
  });

  test("is no way to earn points", async () => {
    await promise();
    const memberId = await golden();
    const scope = { brandIds: [brandId], storeIds: [] };
    const me = scene.desk({ role: "member", id: memberId, memberId, brandId, scope });
    expect((await showWaysToEarn(me)).birthday).toBeNull();
  });

  test("is fetched elsewhere where the store of joining has none", async () => {
    await promise();
    await supply(1, nextStoreId);
    await golden();
    at("2026-07-01");
    expect(await birthdays()).toBe(1);
    expect(await claims()).toMatchObject([{ store_id: nextStoreId }]);
  });

  test("is given once by two runs at once, and one piece to one member", async () => {
    await promise();
    await supply(1);
    await Promise.all([golden(), golden(), golden()]);
    at("2026-07-01");
    await Promise.all([birthdays(), birthdays()]);
    expect(await claims()).toHaveLength(1);
    expect(await stock()).toBe(0);
    await supply(5);
    await Promise.all([birthdays(), birthdays()]);
    expect(await claims()).toHaveLength(3);
    expect(await stock()).toBe(3);
  });

  test("that is nowhere is said in the log, once, and given when it is there", async () => {
    await promise();
    const memberId = await golden();
    at("2026-07-01");
    expect(await birthdays()).toBe(0);
    expect(await birthdays()).toBe(0);
    expect(await scene.points(memberId)).toBe(0);
    const log = await scene.db.execute(
      "select subject, brand_id, after_json from audit_log where action = 'gift.birthday-missing'",
    );
    expect(log).toEqual([{ subject: memberId, brand_id: brandId, after_json: log[0]!.after_json }]);
    expect(JSON.parse(String(log[0]!.after_json))).toEqual({ giftId: "gft_cup" });
    at("2026-07-03");
    await supply(1);
    expect(await birthdays()).toBe(1);
    expect(await claims()).toHaveLength(1);
  });

  test("not fetched, it goes back to the shelf and brings no points", async () => {
    await promise();
    await supply(1);
    const memberId = await golden();
    at("2026-07-01");
    await birthdays();
    at("2026-07-09");
    expect(await lapseClaims(scene.clockDesk())).toBe(1);
    expect(await claims()).toMatchObject([{ state: "lapsed" }]);
    expect(await stock()).toBe(1);
    expect(await scene.points(memberId)).toBe(0);
    expect(await messages()).toMatchObject([{ kind: "claim-made" }, {
      kind: "claim-lapsed",
      points: 0,
    }]);
    expect(await birthdays()).toBe(0);
  });

  test("virtual, it is the member's at once", async () => {
    await promise(kindColumns("virtual"));
    await golden();
    at("2026-07-01");
    expect(await birthdays()).toBe(1);
    expect(await claims()).toMatchObject([{ store_id: storeId, state: "handed-over", points: 0 }]);
    expect(await messages()).toMatchObject([{ kind: "claim-handed-over", occasion: "birthday" }]);
  });

  test("another brand's is not given", async () => {
    await promise({ brand_id: otherBrandId });
    await supply(3);
    await golden();
    at("2026-07-01");
    expect(await birthdays()).toBe(0);
    expect(await claims()).toEqual([]);
  });
});
