/** A member is frozen by head office: from then on nothing is served, and what was read before the
 *  freeze is not written after it. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { changeMemberState, showMember, showMemberRecord } from "../../shared/console/endpoints.ts";
import { showMe } from "../../shared/members/endpoints.ts";
import { recordSale } from "../../shared/sales/endpoints.ts";
import {
  brandId,
  newKey,
  openScene,
  otherBrandId,
  refusalOf,
  type Scene,
  storeId,
} from "../access/test-scene.ts";
import { findHoldings } from "../points/holdings.ts";
import { startPosting } from "../points/posting.ts";
import type { Caller } from "../test-house.ts";

let scene: Scene;
let till: Caller;
let finance: Caller;
beforeAll(async () => {
  scene = await openScene({ signUpPoints: 500 });
  till = await scene.key(brandId, storeId);
  finance = await scene.staff("hq-finance", { store: null });
});
afterAll(() => scene.close());

const onMember = { on: "collision: member" };
const idOf = async (as: Caller): Promise<string> => (await scene.ask(showMe, {}, as)).member.id;
const become = (member: string, state: "active" | "frozen", as = finance) =>
  scene.ask(changeMemberState, { params: { member }, body: { state, reason: "疑似盗用" } }, as);

const sell = (scanId: string) =>
  scene.ask(recordSale, {
    body: {
      orderNo: newKey(),
      member: { scanId },
      lines: [{ name: "东北大米 5 kg", quantityMilli: 1000, amountFen: 65_00 }],
      totalFen: 65_00,
    },
    key: newKey(),
  }, till);

test("nothing is scanned, sold or shown until they are unfrozen; the reason stands in the log", async () => {
  const phone = await scene.member("13611112222");
  const member = await idOf(phone.caller);
  const { scanId } = await scene.scan(await phone.code(), till);
  await become(member, "frozen");
  scene.clock.now += 15_000;
  expect(await refusalOf(sell(scanId))).toBe("member-frozen");
  expect(await refusalOf(scene.scan(await phone.code(), till))).toBe("member-frozen");
  expect(await refusalOf(scene.scan("13611112222", till))).toBe("member-frozen");
  expect(await refusalOf(scene.ask(showMe, {}, phone.caller))).toBe("member-frozen");
  const shown = async () => {
    const { state, frozen } = await scene.ask(showMember, { params: { member } }, finance);
    return [state, frozen];
  };
  expect(await shown()).toEqual(["frozen", {
    reason: "疑似盗用",
    at: scene.clock.now - 15_000,
    by: "林晓梅",
  }]);
  await become(member, "frozen");
  await become(member, "active");
  expect(await shown()).toEqual(["active", null]);
  scene.clock.now += 15_000;
  expect((await scene.scan(await phone.code(), till)).rights).toBe("spend");
  expect((await sell(scanId)).points!.earned).toBe(65);
  const { changes } = await scene.ask(showMemberRecord, { params: { member } }, finance);
  expect(changes.map((c) => [c.action, JSON.parse(c.after!)])).toEqual([
    ["member.unfrozen", { state: "active", reason: "疑似盗用" }],
    ["member.frozen", { state: "frozen", reason: "疑似盗用" }],
  ]);
});

test("what was decided before the freeze is refused when it is written after it", async () => {
  const phone = await scene.member();
  const member = await idOf(phone.caller);
  const [row] = await scene.db.execute("select id from loyalty_account where member_id = ?", [
    member,
  ]);
  const posting = async (contra: string) => {
    const desk = scene.desk();
    const holdings = (await findHoldings(desk, String(row!.id)))!;
    const made = startPosting(desk, holdings, {
      kind: "redemption",
      cause: { kind: "test", id: newKey() },
      storeId,
      occurredAt: scene.clock.now,
      explanation: { reasons: [] },
    });
    made.draw([{ lotId: holdings.lots[0]!.id, amount: 10 }], contra);
    return made.writes();
  };
  const decided = await posting(`redeemed@${storeId}`);
  await become(member, "frozen");
  await expect(scene.db.write(decided)).rejects.toMatchObject(onMember);
  for (const contra of [`transferred@${brandId}`, `store-budget@${storeId}`]) {
    await expect(scene.db.write(await posting(contra))).rejects.toMatchObject(onMember);
  }
  // What lapses or is corrected goes on.
  await scene.db.write(await posting(`lapsed@${brandId}`));
  await become(member, "active");
  await scene.db.write(await posting(`redeemed@${storeId}`));
});

test("only head office may, within its brand; who is closed stays closed", async () => {
  const phone = await scene.member();
  const member = await idOf(phone.caller);
  for (const role of ["store-manager", "regional", "hq-marketing", "auditor"] as const) {
    expect(await refusalOf(become(member, "frozen", await scene.staff(role)))).toBe("not-allowed");
  }
  const elsewhere = await scene.staff("hq-admin", { brand: otherBrandId, store: null });
  expect(await refusalOf(become(member, "frozen", elsewhere))).toBe("not-found");
  await scene.db.execute("update member set state = 'closed' where id = ?", [member]);
  expect(await refusalOf(become(member, "active"))).toBe("changed-meanwhile");
});
