import { afterEach, beforeEach, expect, test } from "vitest";
import { addStore, listAudit, setStaffPin, signInConsole } from "../../shared/console/endpoints.ts";
import { type Office, openOffice, password, personOf, place } from "../console/test-office.ts";
import { firstTotpSecret, totpCode } from "../staff/totp.ts";
import { type Caller, newKey } from "../test-house.ts";

let office: Office;
let admin: Caller;
let auditor: Caller;
beforeEach(async () => {
  office = await openOffice();
  admin = await office.as(personOf("hq-admin"));
  auditor = await office.as(personOf("auditor"));
});
afterEach(() => office.close());

const list = (query: { before?: string; limit?: number } = {}, as = auditor) =>
  office.ask(listAudit, { query }, as);
const storeIn = (brandId: string, code: string) => {
  office.clock.now += 1000;
  const body = { brandId, code, nameZh: "新店", nameEn: "New", city: "", address: "", phone: "" };
  return office.ask(addStore, { body, key: newKey() }, admin);
};

test("pages show every row once, newest first", async () => {
  for (const code of ["N1", "N2", "N3", "N4", "N5"]) await storeIn(place.grocer, code);
  const codes: string[] = [];
  let before: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof list>> = await list({
      limit: 2,
      ...(before ? { before } : {}),
    });
    codes.push(...page.rows.map((r) => JSON.parse(r.after!).code));
    before = page.nextBefore;
  } while (before);
  expect(codes).toEqual(["N5", "N4", "N3", "N2", "N1"]);
});

test("the auditor of one brand sees that brand, head office everything", async () => {
  await storeIn(place.grocer, "N1");
  await storeIn(place.baker, "N2");
  expect((await list()).rows.map((r) => JSON.parse(r.after!).code)).toEqual(["N1"]);
  expect((await list({}, admin)).rows).toHaveLength(2);
});

test("is found by person, action, subject, place and day", async () => {
  await storeIn(place.grocer, "N1");
  await storeIn(place.baker, "N2");
  const manager = await office.as(personOf("store-manager"));
  const pin = { params: { staff: personOf("cashier") }, body: { pin: "8052" } };
  office.clock.now += 1_000;
  await office.ask(setStaffPin, pin, manager);
  office.clock.now += 86_400_000;
  admin = await office.as(personOf("hq-admin"));
  await storeIn(place.grocer, "N3");
  const found = async (query: Record<string, string>) =>
    (await office.ask(listAudit, { query }, admin)).rows.map((r) =>
      r.after && r.action === "store.added" ? JSON.parse(r.after).code : r.action
    );
  expect(await found({})).toEqual(["N3", "staff.pin-set", "N2", "N1"]);
  expect(await found({ actor: personOf("store-manager") })).toEqual(["staff.pin-set"]);
  expect(await found({ action: "store.added" })).toEqual(["N3", "N2", "N1"]);
  expect(await found({ subject: personOf("cashier") })).toEqual(["staff.pin-set"]);
  expect(await found({ brandId: place.baker })).toEqual(["N2"]);
  expect(await found({ storeId: place.riverside })).toEqual(["staff.pin-set"]);
  expect(await found({ to: "2026-06-15" })).toEqual(["staff.pin-set", "N2", "N1"]);
  expect(await found({ from: "2026-06-16" })).toEqual(["N3"]);
  expect(await found({ action: "store.added", to: "2026-06-15" })).toEqual(["N2", "N1"]);
  await expect(found({ actor: "' or 1=1" })).rejects.toMatchObject({ code: "input-invalid" });
  const [row] = (await office.ask(listAudit, { query: { action: "staff.pin-set" } }, admin)).rows;
  expect(row).toMatchObject({
    actorId: personOf("store-manager"),
    subjectName: { nameZh: "职员cashier" },
  });
});

test("a manager's doings carry the manager's own store", async () => {
  const manager = await office.as(personOf("store-manager"));
  const pin = { params: { staff: personOf("cashier") }, body: { pin: "8052" } };
  await office.ask(setStaffPin, pin, manager);
  const [row] = await office.house.db.execute("select brand_id, store_id from audit_log");
  expect({ ...row }).toEqual({ brand_id: place.grocer, store_id: place.riverside });
  expect((await list()).rows).toMatchObject([{
    action: "staff.pin-set",
    actorName: "职员store-manager",
    actorRole: "store-manager",
  }]);
});

test("signing in is noted under the person's own name", async () => {
  const id = personOf("hq-finance");
  const totp = totpCode(firstTotpSecret(office.house.keys, id), office.clock.now);
  const body = { login: "hq-finance", password, totp };
  await office.ask(signInConsole, { body }, { client: "console" });
  expect((await list({}, admin)).rows).toMatchObject([{
    action: "console.signed-in",
    subject: id,
    actorName: "职员hq-finance",
    actorRole: "hq-finance",
  }]);
});

test("rows can neither be changed, removed nor replaced", async () => {
  await storeIn(place.grocer, "N1");
  const { db } = office.house;
  for (
    const sql of [
      "update audit_log set action = 'x'",
      "delete from audit_log",
      "insert or replace into audit_log select * from audit_log",
    ]
  ) await expect(db.execute(sql)).rejects.toThrow(/append-only/);
});
