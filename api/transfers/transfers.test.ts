/** Points sent from phone to phone, through the doors. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listMyHistory, showMe } from "../../shared/members/endpoints.ts";
import {
  acceptTransfer,
  acceptTransferByCode,
  cancelTransfer,
  declineTransfer,
  listMyTransfers,
  sendPoints,
} from "../../shared/transfers/endpoints.ts";
import { givePin } from "../access/test-pin.ts";
import { openScene, refusalOf, type Scene } from "../access/test-scene.ts";
import { otherBrandId } from "../access/test-callers.ts";
import { openDesk, programme } from "../desk.ts";
import { lapseLots } from "../points/lapse-lots.ts";
import { verifyLedger } from "../points/verify.ts";
import { type Caller, newKey } from "../test-house.ts";
import { lapseTransfers } from "./give-transfer-back.ts";
import { givePoints } from "./test-giving.ts";

const day = 86_400_000;
const pin = "739154";
const amyPhone = "13800002001";
const benPhone = "13800002002";

let scene: Scene;
let amy: Caller;
let ben: Caller;

const enrol = async (phone: string, name: string, brand?: string) => {
  scene.clock.now += 61_000;
  const caller = await scene.enrol(phone, name, brand);
  await givePin(scene, (await scene.ask(showMe, {}, caller)).member.id, pin);
  return caller;
};

beforeEach(async () => {
  scene = await openScene();
  await scene.house.db.batch([{
    sql: "insert into transfer_policy values ('brd_hexin', 1, 10, 500, 600, 1000, 7, 1, 0, null)",
  }]);
  amy = await enrol(amyPhone, "苏可心");
  ben = await enrol(benPhone, "陆子昂");
  await givePoints(scene, amy, [[300, 20], [900, null]]);
});
afterEach(async () => {
  const proof = await verifyLedger(scene.house.db, scene.clock.now);
  expect(proof.findings).toEqual([]);
  await scene.close();
});

type To = { by: "phone"; phone: string } | { by: "code" };
const send = (
  points: number,
  to: To = { by: "phone", phone: benPhone },
  as = amy,
  key = newKey(),
  given = pin,
) => scene.ask(sendPoints, { key, body: { to, points, note: "生日快乐", pin: given } }, as);
const list = (as: Caller) => scene.ask(listMyTransfers, {}, as);
const balance = async (as: Caller) => (await scene.ask(showMe, {}, as)).points.spendable;
const accept = (id: string, as = ben) =>
  scene.ask(acceptTransfer, { params: { transfer: id }, key: newKey() }, as);

describe("a gift by phone", () => {
  test("leaves at once, waits, and arrives with the dates it had", async () => {
    const sent = await send(400);
    expect(sent.points.spendable).toBe(800);
    expect(sent.gift).toMatchObject({ state: "waiting", phoneTail: "2002", code: null });
    const [waiting] = (await list(ben)).received;
    expect(waiting).toMatchObject({ points: 400, note: "生日快乐", state: "waiting" });
    expect(waiting!.fromMasked).not.toContain("可心");
    const taken = await accept(sent.gift.id);
    expect(taken.points.spendable).toBe(400);
    const lots = await scene.house.db.execute(
      `select l.original, l.lapses_at, l.issued_store_id from lot l join journal x on x.id = l.journal_id
       where x.kind = 'transfer-in' order by l.lapses_at is null`,
    );
    expect(lots.map((l) => [l.original, l.lapses_at !== null, l.issued_store_id])).toEqual([
      [300, true, "sto_renmin"],
      [100, false, "sto_renmin"],
    ]);
    expect((await list(amy)).sent[0]!.state).toBe("accepted");
    const kinds = async (as: Caller) =>
      (await scene.ask(listMyHistory, { query: {} }, as)).rows.map((row) => row.kind);
    expect((await kinds(amy))[0]).toBe("transfer-out");
    expect((await kinds(ben))[0]).toBe("transfer-in");
    expect(await refusalOf(accept(sent.gift.id))).toBe("transfer-over");
  });

  test("declined: the points are back in their own lots", async () => {
    const { gift } = await send(400);
    await scene.ask(declineTransfer, { params: { transfer: gift.id }, key: newKey() }, ben);
    expect(await balance(amy)).toBe(1_200);
    const lots = await scene.house.db.execute(
      "select original, remaining from lot where original in (300, 900)",
    );
    expect(lots.every((lot) => lot.original === lot.remaining)).toBe(true);
    expect((await list(amy)).sent[0]!.state).toBe("declined");
    expect((await list(amy)).left).toBe(500);
  });

  test("nobody takes it: it comes back after its days, once", async () => {
    await send(400);
    scene.clock.now += 8 * day;
    const clockWork = () => lapseTransfers(openDesk(scene.house, programme));
    expect((await Promise.all([clockWork(), clockWork()])).reduce((a, b) => a + b)).toBeGreaterThan(
      0,
    );
    expect(await clockWork()).toBe(0);
    expect(await balance(amy)).toBe(1_200);
    expect((await list(ben)).received).toEqual([]);
  });

  test("too late even before the clock has worked", async () => {
    const { gift } = await send(400);
    scene.clock.now += 8 * day;
    expect(await refusalOf(accept(gift.id))).toBe("transfer-over");
    expect((await list(amy)).sent[0]!.state).toBe("lapsed");
  });

  test("points that lapse on the way are lapsed wherever they end", async () => {
    await scene.house.db.batch([{
      sql: "update transfer_policy set accept_days = 60, revision = revision + 1",
    }]);
    const taken = await send(200);
    const back = await send(100);
    for (let n = 0; n < 3; n++) {
      scene.clock.now += 8 * day;
      await Promise.all([balance(amy), balance(ben)]);
    }
    expect((await accept(taken.gift.id)).points.spendable).toBe(0);
    await scene.ask(cancelTransfer, { params: { transfer: back.gift.id }, key: newKey() }, amy);
    expect(await balance(amy)).toBe(900);
    expect(await lapseLots(openDesk(scene.house, programme))).toBe(0);
  });

  test("somebody who is no member yet takes it after joining", async () => {
    const phone = "13800002003";
    const { gift } = await send(50, { by: "phone", phone });
    const cleo = await enrol(phone, "段思齐");
    await accept(gift.id, cleo);
    expect(await balance(cleo)).toBe(50);
  });
});

describe("refusals", () => {
  test("known and unknown phones are answered alike, and nobody else can take it", async () => {
    const known = await send(20);
    const unknown = await send(20, { by: "phone", phone: "13899990000" });
    const shape = ({ gift, points }: typeof known) => [
      Object.keys(gift).sort(),
      Object.keys(points).sort(),
      gift.state,
    ];
    expect(shape(known)).toEqual(shape(unknown));
    expect(await refusalOf(accept(unknown.gift.id))).toBe("not-found");
    expect(
      await refusalOf(
        scene.ask(declineTransfer, { params: { transfer: unknown.gift.id }, key: newKey() }, ben),
      ),
    ).toBe("not-found");
    expect(
      await refusalOf(
        scene.ask(cancelTransfer, { params: { transfer: known.gift.id }, key: newKey() }, ben),
      ),
    ).toBe("not-found");
  });

  test("not to oneself, not without the PIN, not beyond the limits", async () => {
    expect(await refusalOf(send(50, { by: "phone", phone: amyPhone }))).toBe("transfer-self");
    expect(await refusalOf(send(50, undefined, amy, newKey(), "000000"))).toBe("pin-wrong");
    expect(await refusalOf(send(9))).toBe("transfer-limit");
    expect(await refusalOf(send(501))).toBe("transfer-limit");
    await send(500);
    expect(await refusalOf(send(101))).toBe("transfer-limit");
    await send(100);
    scene.clock.now += day;
    // The month's limit now: 1,000 less 600.
    expect((await list(amy)).left).toBe(400);
    expect(await refusalOf(send(401))).toBe("transfer-limit");
    expect(await refusalOf(send(50, { by: "phone", phone: amyPhone }, ben))).toBe("points-short");
  });

  test("not where head office has not opened it, nor from or to a frozen membership", async () => {
    const baker = await enrol("13800002009", "林知夏", otherBrandId);
    await givePoints(scene, baker, [[500, null]]);
    expect(await refusalOf(send(50, undefined, baker))).toBe("transfer-off");
    const { gift } = await send(50);
    expect(await refusalOf(accept(gift.id, baker))).toBe("not-found");
    const { member } = await scene.ask(showMe, {}, amy);
    await scene.house.db.batch([{
      sql: `update member set state = 'frozen' where id = '${member.id}'`,
    }]);
    expect(await refusalOf(send(50))).not.toBe("");
    expect((await accept(gift.id)).points.spendable).toBe(50);
  });
});

describe("a gift by code", () => {
  test("goes to whoever types it, once, and not to its sender", async () => {
    const { gift } = await send(120, { by: "code" });
    const typed = gift.code!.toLowerCase();
    const take = (as: Caller, code = typed) =>
      scene.ask(acceptTransferByCode, { key: newKey(), body: { code } }, as);
    expect(await refusalOf(take(amy))).toBe("transfer-self");
    expect((await take(ben)).received).toBe(120);
    expect(await refusalOf(take(ben))).toBe("transfer-over");
    expect((await list(amy)).sent[0]!.code).toBeNull();
  });

  test("cannot be guessed at length", async () => {
    const guess = () =>
      refusalOf(
        scene.ask(acceptTransferByCode, { key: newKey(), body: { code: "ABCD-EFGH-JKMN" } }, ben),
      );
    for (let i = 0; i < 10; i++) expect(await guess()).toBe("not-found");
    expect(await guess()).toBe("too-many");
  });
});

describe("races", () => {
  test("the same points sent twice: once, whatever the keys", async () => {
    await givePoints(scene, ben, [[100, null]]);
    const two = await Promise.allSettled([
      send(100, { by: "phone", phone: amyPhone }, ben),
      send(100, { by: "phone", phone: amyPhone }, ben),
    ]);
    expect(two.map((each) => each.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await balance(ben)).toBe(0);
    const key = newKey();
    const again = await Promise.all([
      send(100, undefined, amy, key),
      send(100, undefined, amy, key),
    ]);
    expect(again[0].gift.id).toBe(again[1].gift.id);
    expect(await balance(amy)).toBe(1_100);
  });

  test("taken and taken back at once: one of them", async () => {
    const { gift } = await send(100);
    const two = await Promise.allSettled([
      accept(gift.id),
      scene.ask(cancelTransfer, { params: { transfer: gift.id }, key: newKey() }, amy),
    ]);
    expect(two.filter((each) => each.status === "fulfilled")).toHaveLength(1);
    expect(await balance(amy) + await balance(ben)).toBe(1_200);
  });
});
