import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startOfDay } from "../../shared/business-day.ts";
import { openReferral, showEarn, showReferral } from "../../shared/grants/endpoints.ts";
import { enrolMember, signInMember } from "../../shared/members/endpoints.ts";
import { otherBrandId, otherStoreId, refusalOf } from "../access/test-scene.ts";
import { enrolByStaff } from "../../shared/members/endpoints.ts";
import { verifyLedger } from "../points/verify.ts";
import { type Caller, newKey } from "../test-house.ts";
import { payReferrals } from "./pay-referrals.ts";
import { settleReferrals } from "./settle-referrals.ts";
import { type Givers, markOf, openGivers } from "./test-givers.ts";

let scene: Givers;
let referrer: Caller;
let referrerId: string;
let code: string;

const begin = async (changed = {}) => {
  scene = await openGivers(changed);
  referrer = (await scene.member(undefined, "王秀英")).caller;
  referrerId = await scene.idOf(referrer);
  code = await scene.codeOf(referrer);
};
beforeEach(() => begin());
afterEach(async () => {
  expect((await verifyLedger(scene.db, scene.clock.now)).findings).toEqual([]);
  await scene.close();
});

const dayMs = 86_400_000;
const settle = () => settleReferrals(scene.clockDesk());

describe("a referral", () => {
  test("is paid to both once the purchase has stood for its days", async () => {
    expect(await scene.ask(showReferral, { params: { code } }, { client: "pwa" }))
      .toMatchObject({ referrerNameMasked: "王**", friendPoints: 30, waitDays: 7 });
    const friend = await scene.join(code);
    expect(await settle()).toEqual({ paid: 0, takenBack: 0 });
    await scene.buy(friend.cardNumber, 5_000);
    const friends = async () => (await scene.ask(showEarn, {}, referrer)).referral!.friends;
    expect(await friends()).toMatchObject([{ state: "waits-until", nameMasked: "李**" }]);
    scene.clock.now = startOfDay("2026-06-23") - 1;
    expect((await settle()).paid).toBe(0);
    scene.clock.now = startOfDay("2026-06-23");
    expect((await settle()).paid).toBe(1);
    expect(await scene.points(referrerId)).toBe(30);
    expect(await scene.points(friend.memberId)).toBe(50 + 30);
    expect((await scene.history(referrer))[0])
      .toMatchObject({ kind: "grant", amount: 30, title: "邀请好友", titleEn: "Friend invited" });
    expect(await friends()).toMatchObject([{ state: "paid", points: 30 }]);
    expect((await settle()).paid).toBe(0);
  });

  test("is paid once although two purchases and two clocks race", async () => {
    const friend = await scene.join(code);
    await Promise.all([scene.buy(friend.cardNumber, 5_000), scene.buy(friend.cardNumber, 6_000)]);
    scene.clock.now += 9 * dayMs;
    await Promise.all([payReferrals(scene.clockDesk()), payReferrals(scene.clockDesk())]);
    expect(await scene.points(referrerId)).toBe(30);
  });

  test("is not paid for what was returned within the days; the next purchase counts", async () => {
    const friend = await scene.join(code);
    const { saleId } = await scene.buy(friend.cardNumber, 5_000);
    scene.clock.now += 2 * dayMs;
    await scene.giveBack(saleId);
    scene.clock.now += 10 * dayMs;
    expect((await settle()).paid).toBe(0);
    await scene.buy(friend.cardNumber, 900);
    scene.clock.now += 10 * dayMs;
    expect((await settle()).paid).toBe(0);
    await scene.buy(friend.cardNumber, 1_000);
    scene.clock.now += 8 * dayMs;
    expect((await settle()).paid).toBe(1);
  });

  test("stops paying the referrer at the month's cap, not the friend", async () => {
    const friends = [];
    for (let i = 0; i < 3; i++) friends.push(await scene.join(code));
    for (const f of friends) await scene.buy(f.cardNumber, 2_000);
    scene.clock.now += 8 * dayMs;
    expect((await settle()).paid).toBe(3);
    expect(await scene.points(referrerId)).toBe(60);
    for (const f of friends) expect(await scene.points(f.memberId)).toBe(20 + 30);
    const { referral } = await scene.ask(showEarn, {}, referrer);
    expect(referral!.paidThisMonth).toBe(2);
    expect(referral!.friends.map((f) => f.state).sort()).toEqual(["capped", "paid", "paid"]);
    // A new month, a new count.
    const later = await scene.join(code);
    await scene.buy(later.cardNumber, 2_000);
    scene.clock.now = startOfDay("2026-07-02");
    expect((await settle()).paid).toBe(1);
    expect(await scene.points(referrerId)).toBe(90);
  });

  test("a frozen referrer gets nothing, a frozen friend waits", async () => {
    const one = await scene.join(code);
    await scene.buy(one.cardNumber, 2_000);
    await scene.db.execute("update member set state = 'frozen' where id = ?", [one.memberId]);
    scene.clock.now += 8 * dayMs;
    expect((await settle()).paid).toBe(0);
    await scene.db.execute("update member set state = 'active' where id = ?", [one.memberId]);
    await scene.db.execute("update member set state = 'frozen' where id = ?", [referrerId]);
    expect((await settle()).paid).toBe(1);
    expect(await scene.points(referrerId)).toBe(0);
    expect(await scene.points(one.memberId)).toBe(20 + 30);
  });
});

describe("paid at once", () => {
  beforeEach(async () => {
    await scene.close();
    await begin({
      referral: {
        referrerPoints: 30,
        friendPoints: 30,
        minSaleFen: 1_000,
        waitDays: 0,
        maxPerMonth: 5,
      },
    });
  });

  test("is taken back when the purchase is returned, from both, once", async () => {
    const friend = await scene.join(code);
    const { saleId } = await scene.buy(friend.cardNumber, 5_000);
    expect(await settle()).toEqual({ paid: 1, takenBack: 0 });
    expect(await scene.points(referrerId)).toBe(30);
    await scene.giveBack(saleId, 2_500);
    expect((await settle()).takenBack).toBe(0);
    await scene.giveBack(saleId);
    expect((await settle()).takenBack).toBe(1);
    expect((await settle()).takenBack).toBe(0);
    expect(await scene.points(referrerId)).toBe(0);
    expect(await scene.points(friend.memberId)).toBe(0);
    expect((await scene.history(referrer))[0]).toMatchObject({
      amount: -30,
      title: "邀请奖励收回",
    });
    expect((await scene.ask(showEarn, {}, referrer)).referral!.friends)
      .toMatchObject([{ state: "taken-back" }]);
  });

  test("after an exchange the purchase that is kept is paid, and the month counts it once", async () => {
    const friend = await scene.join(code);
    const first = await scene.buy(friend.cardNumber, 5_000);
    await settle();
    await scene.giveBack(first.saleId);
    expect(await settle()).toEqual({ paid: 0, takenBack: 1 });
    expect((await scene.ask(showEarn, {}, referrer)).referral!.paidThisMonth).toBe(0);
    expect(await settle()).toEqual({ paid: 0, takenBack: 0 });
    const second = await scene.buy(friend.cardNumber, 6_000);
    expect(await settle()).toEqual({ paid: 1, takenBack: 0 });
    expect(await settle()).toEqual({ paid: 0, takenBack: 0 });
    expect(await scene.points(referrerId)).toBe(30);
    expect(await scene.points(friend.memberId)).toBe(60 + 30);
    const { referral } = await scene.ask(showEarn, {}, referrer);
    expect(referral!.paidThisMonth).toBe(1);
    expect(referral!.friends).toMatchObject([{ state: "paid", points: 30 }]);
    await scene.giveBack(second.saleId);
    expect((await settle()).takenBack).toBe(1);
    expect(await scene.points(referrerId)).toBe(0);
  });
});

describe("who may name whom", () => {
  const phone = (): Caller => ({ client: "pwa", cookies: new Map() });
  const enrol = async (mine: string, referral: { code: string; mark: string }, brand?: string) => {
    scene.clock.now += 61_000;
    const caller = phone();
    const requestId = await scene.askCode(mine, caller, brand);
    const answer = await scene.ask(signInMember, {
      body: { requestId, code: await scene.lastCode(), deviceLabel: "小米 14" },
    }, caller);
    if (answer.state !== "new") throw new Error(answer.state);
    return scene.ask(enrolMember, {
      key: newKey(),
      body: {
        enrolToken: answer.enrolToken,
        name: "赵小雨",
        language: "zh-CN",
        terms: true,
        deviceLabel: "小米 14",
        referral,
      },
    }, caller);
  };

  test("on the phone by link; the same phone in the hand is refused", async () => {
    const own = { code, mark: markOf("referrer") };
    expect(await refusalOf(enrol("13900001001", own))).toBe("referral-self");
    const made = await enrol("13900001002", { code, mark: markOf("friend") });
    expect(made.member.name).toBe("赵小雨");
    const [row] = await scene.db.execute("select * from referral");
    expect(row).toMatchObject({ friend_id: made.member.id, referrer_id: referrerId, way: "phone" });
  });

  test("an unknown code, another brand's or a frozen member's is refused, and nobody joins", async () => {
    const mark = markOf("friend");
    expect(await refusalOf(enrol("13900001003", { code: "00000000", mark })))
      .toBe("referral-unknown");
    const till = await scene.key(otherBrandId, otherStoreId);
    const body = { name: "钱多多", referralCode: code };
    expect(await refusalOf(scene.ask(enrolByStaff, { key: newKey(), body }, till)))
      .toBe("referral-unknown");
    await scene.db.execute("update member set state = 'frozen' where id = ?", [referrerId]);
    expect(await refusalOf(scene.join(code))).toBe("referral-unknown");
    expect(await refusalOf(scene.ask(showReferral, { params: { code } }, phone())))
      .toBe("referral-unknown");
    expect(await scene.db.execute("select * from referral")).toEqual([]);
  });

  test("a code stays the same, also when two phones ask for it at once", async () => {
    const { caller } = await scene.member();
    const body = { mark: markOf("second") };
    const codes = await Promise.all(
      [0, 1, 2].map(() => scene.ask(openReferral, { body }, caller)),
    );
    expect(new Set(codes.map((c) => c.code)).size).toBe(1);
    expect(codes[0]!.code).not.toBe(code);
  });
});
