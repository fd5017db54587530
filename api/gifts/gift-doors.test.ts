import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as consoleDoors from "../../shared/console/endpoints.ts";
import type { Endpoint } from "../../shared/endpoint.ts";
import * as doors from "../../shared/gifts/endpoints.ts";
import * as a from "../access/test-scene.ts";
import { quickHash } from "../demo/quick-hash.ts";
import { findHoldings } from "../points/holdings.ts";
import { startPosting } from "../points/posting.ts";
import type { Caller } from "../test-house.ts";

let scene: a.Scene;
let kiosk: Caller;
let counter: Caller;
let nextCounter: Caller;
let otherTill: Caller;
let admin: Caller;
let manager: Caller;
beforeAll(async () => {
  scene = await a.openScene();
  kiosk = await scene.terminal("kiosk");
  counter = await scene.staff("cashier", {}, await scene.terminal("counter"));
  nextCounter = await scene.staff(
    "cashier",
    { store: a.nextStoreId },
    await scene.terminal("counter", a.nextStoreId),
  );
  otherTill = await scene.key(a.otherBrandId, a.otherStoreId);
  admin = await scene.staff("hq-admin", { brand: null, store: null });
  manager = await scene.staff("store-manager");
});
afterAll(() => scene.close());

const gift = {
  ...consoleDoors.plainGift,
  code: "TEA-01",
  nameZh: "紫砂茶具",
  nameEn: "Clay tea set",
  detailZh: "一壶四杯",
  detailEn: "A pot and four cups",
  picture: "/pictures/tea-set.svg",
  kind: "goods" as const,
  points: 800,
  marketFen: 12_800,
  tierLevelMin: 0,
  perMemberMax: null,
  opensAt: null,
  closesAt: null,
  claimDays: 7,
  state: "listed" as const,
};

/** A gift made and stocked through the console. */
const makeGift = async (code: string, pieces = 3, terms: Partial<typeof gift> = {}) => {
  const body = { brandId: a.brandId, ...gift, ...terms, code };
  const { giftId } = await scene.ask(consoleDoors.addGift, { body, key: a.newKey() }, admin);
  const move = { storeId: a.storeId, amount: pieces };
  const stocked = { params: { gift: giftId }, body: move, key: a.newKey() };
  if (pieces) await scene.ask(consoleDoors.moveGiftStock, stocked, admin);
  return giftId;
};

/** A member with an e-card and so many points. */
const memberWith = async (points: number) => {
  const phone = await scene.member();
  const [row] = await scene.db.execute(
    "select l.id from loyalty_account l join member m on m.id = l.member_id order by m.joined_at desc, m.id desc limit 1",
  );
  const holdings = (await findHoldings(scene.desk(), String(row!.id)))!;
  const posting = startPosting(scene.desk(), holdings, {
    kind: "adjustment",
    cause: { kind: "opening", id: holdings.memberId },
    storeId: null,
    occurredAt: scene.clock.now,
    explanation: { reasons: [] },
  });
  posting.issue(points, {
    contra: `adjusted@${a.brandId}`,
    availableAt: scene.clock.now,
    lapsesAt: null,
    rulesId: null,
  });
  await scene.db.write(posting.writes());
  return phone;
};

describe("from the wall to the hand, over the doors", () => {
  test("kiosk claims, the phone shows it, the right counter hands it over, once", async () => {
    const giftId = await makeGift("FLOW-1");
    const phone = await memberWith(1000);
    const { scanId } = await scene.scan(await phone.code(), kiosk);
    const wall = await scene.ask(doors.listGifts, { query: { scanId } }, kiosk);
    expect(wall.gifts.find((g) => g.id === giftId)).toMatchObject({ stock: 3, refused: null });
    const claiming = { body: { scanId, giftId }, key: a.newKey() };
    const { claim, points } = await scene.ask(doors.claimGift, claiming, kiosk);
    expect(points.spendable).toBe(200);
    expect((await scene.ask(doors.listMyClaims, {}, phone.caller)).claims).toEqual([claim]);
    const code = { body: { code: claim.code } };
    expect(await scene.ask(doors.findClaim, code, nextCounter)).toMatchObject({ here: false });
    const params = { claim: claim.claimId };
    const handOver = (as: Caller) =>
      scene.ask(doors.handOverClaim, { params, body: {}, key: a.newKey() }, as);
    expect(await a.refusalOf(handOver(nextCounter))).toBe("claim-elsewhere");
    expect(await a.refusalOf(handOver(otherTill))).toBe("not-found");
    expect((await handOver(counter)).claim.state).toBe("handed-over");
    expect(await a.refusalOf(handOver(counter))).toBe("claim-used");
  });

  test("a gift is claimed from the phone with the PIN and cancelled again", async () => {
    const giftId = await makeGift("FLOW-2");
    const { caller } = await memberWith(900);
    const body = { giftId, storeId: a.storeId, pin: "628405" };
    const key = a.newKey();
    const claiming = () => scene.ask(doors.claimMyGift, { body, key }, caller);
    expect(await a.refusalOf(claiming())).toBe("pin-missing");
    await scene.db.execute("update member set pin_hash = ?", [quickHash("628405")]);
    const wrong = { body: { ...body, pin: "111222" }, key: a.newKey() };
    expect(await a.refusalOf(scene.ask(doors.claimMyGift, wrong, caller))).toBe("pin-wrong");
    const dear = { body: { ...body, points: 700 }, key: a.newKey() };
    expect(await a.refusalOf(scene.ask(doors.claimMyGift, dear, caller))).toBe("changed-meanwhile");
    const { claim } = await claiming();
    expect(await claiming()).toMatchObject({ claim });
    const wall = await scene.ask(doors.listMyGifts, { query: { storeId: a.storeId } }, caller);
    expect(wall.gifts.find((g) => g.id === giftId)).toMatchObject({
      stock: 2,
      refused: "points-short",
      refusedFields: { spendable: 100, needed: 800 },
    });
    const elsewhere = { query: { storeId: a.otherStoreId } };
    expect(await a.refusalOf(scene.ask(doors.listMyGifts, elsewhere, caller))).toBe("not-found");
    const params = { claim: claim.claimId };
    const back = await scene.ask(doors.cancelMyClaim, { params, key: a.newKey() }, caller);
    expect(back).toMatchObject({ claim: { state: "cancelled" }, points: { spendable: 900 } });
  });

  test("the key of a claim from the phone keeps no trace of the PIN", async () => {
    const rows = await scene.db.execute(
      "select input_hash from command where key like '%:claimMyGift:%'",
    );
    const { canonical } = await import("../db/settle.ts");
    const [gift] = await scene.db.execute("select id from gift where code = 'FLOW-2'");
    const input = canonical({ giftId: gift!.id, storeId: a.storeId });
    const plain = scene.house.keys.index("command", input);
    expect(rows.map((r) => r.input_hash)).toEqual([plain]);
  });
});

describe("who may not pass", () => {
  const anyId = { params: { claim: "clm_x", gift: "gft_x" } };
  const ask = (e: Endpoint<string>, input: Record<string, unknown>, as: Caller) =>
    a.refusalOf(scene.ask(e, { ...anyId, ...input, key: a.newKey() } as never, as));

  test("a kiosk cannot hand over; a manager sees gifts and changes none", async () => {
    expect(await ask(doors.handOverClaim, {}, kiosk)).toBe("not-allowed");
    expect(await ask(consoleDoors.addGift, { body: { brandId: a.brandId, ...gift } }, manager))
      .toBe("not-allowed");
    const { gifts } = await scene.ask(consoleDoors.listConsoleGifts, {}, manager);
    expect(gifts.length).toBeGreaterThan(0);
    expect(new Set(gifts.flatMap((g) => g.stocks.map((x) => x.storeId)))).toEqual(
      new Set([a.storeId]),
    );
  });
});

describe("the console's shelf", () => {
  test("a gift is added, changed by one editor at a time, and every change is in the log", async () => {
    const giftId = await makeGift("SHELF-1", 0);
    const row = async () =>
      (await scene.ask(consoleDoors.listConsoleGifts, {}, admin)).gifts.find((g) =>
        g.id === giftId
      )!;
    expect(await row()).toMatchObject({ ...gift, code: "SHELF-1", revision: 1, stocks: [] });
    const change = (revision: number, code: string) => {
      const body = { ...gift, code, points: 700, revision };
      return scene.ask(consoleDoors.changeGift, { params: { gift: giftId }, body }, admin);
    };
    await change(1, "SHELF-1");
    expect(await a.refusalOf(change(1, "SHELF-1"))).toBe("changed-meanwhile");
    expect(await row()).toMatchObject({ points: 700, revision: 2 });
    await makeGift("SHELF-2", 0);
    expect(await a.refusalOf(change(2, "SHELF-2"))).toBe("name-taken");
    expect(await a.refusalOf(makeGift("SHELF-2"))).toBe("name-taken");
    const races = await Promise.all([1, 2, 3].map(() => a.refusalOf(change(2, "SHELF-1"))));
    expect(races.sort()).toEqual(["", "changed-meanwhile", "changed-meanwhile"]);
    const log = await scene.db.execute(
      "select action from audit_log where subject = ? order by rowid",
      [giftId],
    );
    expect(log.map((l) => l.action)).toEqual(["gift.added", "gift.changed", "gift.changed"]);
  });

  test("stock goes up and down, never below zero, and only in stores of the brand", async () => {
    const giftId = await makeGift("SHELF-3", 4);
    const move = (storeId: string, amount: number, key = a.newKey()) =>
      scene.ask(consoleDoors.moveGiftStock, {
        params: { gift: giftId },
        body: { storeId, amount },
        key,
      }, admin);
    expect(await move(a.storeId, -3)).toEqual({ remaining: 1 });
    expect(await a.refusalOf(move(a.storeId, -2))).toBe("gift-gone");
    expect(await a.refusalOf(move(a.storeId, 0))).toBe("input-invalid");
    expect(await a.refusalOf(move(a.otherStoreId, 1))).toBe("not-found");
    const key = a.newKey();
    expect(await move(a.storeId, 5, key)).toEqual({ remaining: 6 });
    expect(await move(a.storeId, 5, key)).toEqual({ remaining: 6 });
    const races = await Promise.all(
      Array.from({ length: 10 }, () => a.refusalOf(move(a.storeId, -1))),
    );
    expect(races.filter((r) => r === "").length).toBe(6);
    expect(races.filter((r) => r === "gift-gone").length).toBe(4);
  });
});
