import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addDays, dayOf, startOfDay } from "../../shared/business-day.ts";
import { openShare, shareItem, showEarn } from "../../shared/grants/endpoints.ts";
import { brandId, refusalOf } from "../access/test-scene.ts";
import { verifyLedger } from "../points/verify.ts";
import type { Caller } from "../test-house.ts";
import { type Givers, markOf, openGivers } from "./test-givers.ts";

let scene: Givers;
const begin = async (changed = {}) => {
  scene = await openGivers(changed);
};
beforeEach(() => begin());
afterEach(async () => {
  expect((await verifyLedger(scene.db, scene.clock.now)).findings).toEqual([]);
  await scene.close();
});

const hour = 3_600_000;

describe("shared links", () => {
  const phone: Caller = { client: "pwa" };
  const shareCard = (as: Caller) =>
    scene.ask(shareItem, { body: { kind: "card", mark: markOf("sharer") } }, as);
  const open = (code: string, mark: string, as: Caller = phone) =>
    scene.ask(openShare, { params: { code }, body: { mark } }, as);

  test("earn when somebody else opens them, once per link and day", async () => {
    const { caller } = await scene.member(undefined, "王秀英");
    const id = await scene.idOf(caller);
    const { code } = await shareCard(caller);
    expect((await shareCard(caller)).code).toBe(code);
    await open(code, markOf("sharer"));
    await open(code, markOf("elsewhere"), caller);
    expect(await scene.points(id)).toBe(0);
    expect(await open(code, markOf("friend")))
      .toMatchObject({ kind: "card", nameZh: "和信超市", sharerNameMasked: "王**", giftId: null });
    await Promise.all([open(code, markOf("second")), open(code, markOf("third"))]);
    expect(await scene.points(id)).toBe(2);
    scene.clock.now = startOfDay(addDays(dayOf(scene.clock.now), 1)) + hour;
    await open(code, markOf("friend"));
    expect(await scene.points(id)).toBe(4);
    expect((await scene.ask(showEarn, {}, caller)).share).toMatchObject({ paidToday: 1 });
  });

  test("up to the day's cap, also when links are opened at once", async () => {
    await scene.close();
    await begin({ share: { points: 2, maxPerDay: 2 } });
    const { caller } = await scene.member();
    const id = await scene.idOf(caller);
    for (const n of [1, 2, 3]) {
      await scene.db.execute(
        `insert into gift (id, brand_id, code, name_zh, name_en, picture, points, created_at)
         values (?, ?, ?, '五常大米', 'Rice', '/p.svg', 300, 0)`,
        [`gft_${n}0000000`, brandId, `R${n}`],
      );
    }
    const codes = await Promise.all([1, 2, 3].map(async (n) => {
      const body = { kind: "gift" as const, giftId: `gft_${n}0000000`, mark: markOf("sharer") };
      return (await scene.ask(shareItem, { body }, caller)).code;
    }));
    await Promise.all(codes.map((code) => open(code, markOf("friend"))));
    expect(await scene.points(id)).toBe(4);
    expect(await open(codes[0]!, markOf("friend"))).toMatchObject({ kind: "gift", points: 300 });
  });

  test("a link or gift that there is not is not found", async () => {
    const { caller } = await scene.member();
    expect(await refusalOf(open("nosuchlink", markOf("friend")))).toBe("not-found");
    const body = { kind: "gift" as const, giftId: "gft_nosuch00", mark: markOf("sharer") };
    expect(await refusalOf(scene.ask(shareItem, { body }, caller))).toBe("not-found");
  });
});
