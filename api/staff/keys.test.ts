import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addKey, listKeys, listPlaces, revokeKey } from "../../shared/console/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import { type Office, openOffice, personOf, place } from "../console/test-office.ts";
import { type Caller, newKey } from "../test-house.ts";

let office: Office;
let admin: Caller;
beforeEach(async () => {
  office = await openOffice();
  admin = await office.as(personOf("hq-admin"));
});
afterEach(() => office.close());

type Body = BodyOf<typeof addKey>;
const till: Body = {
  label: "旧收银机",
  role: "pos",
  brandId: place.grocer,
  storeId: place.riverside,
};
const system: Body = { label: "ERP", role: "integration", brandId: null, storeId: null };
const add = (body: Body, key = newKey(), as = admin) => office.ask(addKey, { body, key }, as);
const bearer = (secret: string): Caller => ({
  client: "pos",
  headers: { authorization: `Bearer ${secret}` },
});

describe("API keys", () => {
  test("the secret is shown once and again only to the same command; it opens the door", async () => {
    const key = newKey();
    const added = await add(system, key);
    expect(await add(system, key)).toEqual(added);
    expect(added.secret).toMatch(/^jifu_[0-9a-z]{22}_[\w-]{43}$/);
    const places = await office.ask(listPlaces, {}, bearer(added.secret));
    expect(places.stores).toHaveLength(3);
    const rows = await Promise.all(
      ["api_key", "command", "audit_log"].map((t) => office.house.db.execute(`select * from ${t}`)),
    );
    expect(JSON.stringify(rows)).not.toContain(added.secret.slice(-43));
    const { keys } = await office.ask(listKeys, {}, admin);
    expect(keys).toMatchObject([{ id: added.keyId, label: "ERP", state: "active" }]);
  });

  test("a revoked one is refused at once, a made-up one always", async () => {
    const { keyId, secret } = await add(system);
    await office.ask(listPlaces, {}, bearer(secret));
    await office.ask(revokeKey, { params: { key: keyId } }, admin);
    const out = { code: "signed-out" };
    await expect(office.ask(listPlaces, {}, bearer(secret))).rejects.toMatchObject(out);
    await expect(office.ask(listPlaces, {}, bearer(`${secret.slice(0, -1)}_`)))
      .rejects.toMatchObject(out);
  });

  test("a till's key may not do what head office does", async () => {
    const { secret } = await add(till);
    await expect(office.ask(listPlaces, {}, bearer(secret))).rejects.toMatchObject({
      code: "not-allowed",
    });
  });

  test.each<[Body, string]>([
    [{ ...till, storeId: null }, "input-invalid"],
    [{ ...till, brandId: place.baker }, "not-found"],
    [{ ...till, brandId: null }, "not-found"],
    [{ ...system, brandId: "brd_nowhere" }, "not-found"],
  ])("%j: %s", async (body, code) => {
    await expect(add(body)).rejects.toMatchObject({ code });
  });

  test("who answers for one brand neither adds nor sees nor revokes beyond it", async () => {
    const { keyId } = await add(system);
    const { keyId: bakers } = await add({ ...system, brandId: place.baker });
    await office.house.db.execute("update staff_grant set brand_id = ? where role = 'hq-admin'", [
      place.grocer,
    ]);
    office.clock.now += 3000;
    await expect(add(system)).rejects.toMatchObject({ code: "not-found" });
    const { keyId: own } = await add(till);
    expect((await office.ask(listKeys, {}, admin)).keys.map((k) => k.id)).toEqual([own]);
    for (const key of [keyId, bakers]) {
      await expect(office.ask(revokeKey, { params: { key } }, admin)).rejects.toMatchObject({
        code: "not-found",
      });
    }
  });
});
