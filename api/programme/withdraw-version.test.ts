/** A version published for later is withdrawn before it begins. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { listAudit, publishRules, withdrawVersion } from "../../shared/console/endpoints.ts";
import { baseRules, personOf, place } from "../console/test-office.ts";
import { openDesk, programme as system } from "../desk.ts";
import { rulesAt } from "../points/queries.ts";
import { placeOfSale } from "../sales/queries.ts";
import { newKey } from "../test-house.ts";
import { brandId, type Drafting, openDrafting } from "./test-drafts.ts";

let { office, marketing, admin, programme, needSecond, decide } = {} as Drafting;
beforeEach(async () => {
  ({ office, marketing, admin, programme, needSecond, decide } = await openDrafting());
});
afterEach(() => office.close());

const later = () => office.clock.now + 30 * 86_400_000;
const publish = async (basedOnVersion: number, effectiveFrom: number | null) =>
  (await office.ask(publishRules, {
    body: {
      brandId,
      basedOnVersion,
      effectiveFrom,
      body: { ...baseRules, fenPerPoint: 50 + basedOnVersion },
    },
    key: newKey(),
  }, marketing)).rulesId!;
const withdraw = (rules: string) =>
  office.ask(withdrawVersion, {
    params: { rules },
    body: { reason: "活动取消" },
    key: newKey(),
  }, marketing);
const inForce = async (at: number) => {
  const { db } = openDesk(office.house, system);
  const [[rules], [till]] = await Promise.all([
    db.read(rulesAt, [brandId, at]),
    db.read(placeOfSale, [place.riverside, at, null]),
  ]);
  expect(till!.rules_id).toBe(rules!.id);
  return rules!.version;
};

test("a fix published meanwhile then stays in force", async () => {
  const scheduled = await publish(1, later());
  await publish(2, null);
  expect(await inForce(later())).toBe(2);
  expect(await withdraw(scheduled)).toEqual({ approvalId: null });
  expect(await inForce(later())).toBe(3);
  expect(await inForce(office.clock.now)).toBe(3);
  expect((await programme()).versions).toMatchObject([
    { version: 3, withdrawnAt: null },
    { version: 2, withdrawnAt: office.clock.now },
    { version: 1, withdrawnAt: null },
  ]);
  const { rows } = await office.ask(listAudit, { query: { action: "rules.withdrawn" } }, admin);
  expect(rows).toMatchObject([{ action: "rules.withdrawn", subject: scheduled }]);
  await expect(withdraw(scheduled)).rejects.toMatchObject({ code: "version-withdrawn" });
  // Numbers go on: the next version is not the withdrawn one's.
  await publish(3, null);
  expect(await inForce(later())).toBe(4);
});

test("one that has begun cannot be withdrawn, nor can it in the data", async () => {
  const from = later();
  const scheduled = await publish(1, from);
  office.clock.now = from;
  marketing = await office.as(personOf("hq-marketing"));
  await expect(withdraw(scheduled)).rejects.toMatchObject({ code: "version-begun" });
  await expect(office.house.db.execute(
    "insert into rules_withdrawn (rules_id, reason, at) values (?, '晚了', ?)",
    [scheduled, from],
  )).rejects.toThrow("rules withdrawn");
  expect(await inForce(from)).toBe(2);
});

test("where publishing needs a second person, withdrawing does", async () => {
  const scheduled = await publish(1, later());
  await needSecond();
  const { approvalId } = await withdraw(scheduled);
  expect(await inForce(later())).toBe(2);
  await expect(decide(approvalId!, marketing)).rejects.toMatchObject({ code: "approval-own" });
  await decide(approvalId!, admin);
  expect(await inForce(later())).toBe(1);
});
