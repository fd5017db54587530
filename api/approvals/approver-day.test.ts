/** The second person has a day, too, and a place. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { adjustPoints, decideApproval } from "../../shared/console/endpoints.ts";
import { type Office, openOffice, personOf } from "../console/test-office.ts";
import { type Caller, newKey } from "../test-house.ts";

let office: Office;
let finance: Caller;
let admin: Caller;
let memberId: string;
beforeEach(async () => {
  office = await openOffice();
  finance = await office.as(personOf("hq-finance"));
  admin = await office.as(personOf("hq-admin"));
  ({ memberId } = await office.member({ phone: "13812348000", points: 120 }));
});
afterEach(() => office.close());

const adjust = (points: number, as: Caller) =>
  office.ask(adjustPoints, {
    params: { member: memberId },
    body: { points, reason: "系统故障补分" },
    key: newKey(),
  }, as);
const decide = (approval: string, as: Caller, decision: "approve" | "refuse" = "approve") =>
  office.ask(decideApproval, {
    params: { approval },
    body: { decision, reason: "已核对小票" },
    key: newKey(),
  }, as);

test("the day of who approves holds", async () => {
  const all = [];
  for (let i = 0; i < 6; i++) all.push((await adjust(200_000, admin)).approvalId!);
  for (const approval of all.slice(0, 5)) await decide(approval, finance);
  await expect(decide(all[5]!, finance)).rejects.toMatchObject({
    code: "day-limit",
    fields: { limit: 1_000_000 },
  });
  await decide(all[5]!, finance, "refuse");
});

test("a store's request is for who answers for that store", async () => {
  const approval = (await adjust(8_000, await office.as(personOf("store-manager")))).approvalId!;
  const [row] = await office.house.db.execute("select store_id from approval where id = ?", [
    approval,
  ]);
  expect(row!.store_id).not.toBeNull();
});
