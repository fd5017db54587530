import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  addBrand,
  addStore,
  changeStore,
  listAudit,
  listPlaces,
  showProgramme,
} from "../../shared/console/endpoints.ts";
import { baseRules, type Office, openOffice, personOf, place } from "../console/test-office.ts";
import { type Caller, newKey } from "../test-house.ts";

let office: Office;
let admin: Caller;
beforeEach(async () => {
  office = await openOffice();
  admin = await office.as(personOf("hq-admin"));
});
afterEach(() => office.close());

const store = {
  brandId: place.grocer,
  code: "G03",
  nameZh: "湖滨店",
  nameEn: "Hubin",
  city: "杭州",
  address: "湖滨路 28 号",
  phone: "0571-87000000",
};
const brand = { nameZh: "清禾茶铺", nameEn: "Qinghe Tea", colour: "#3f7d4e", rules: baseRules };
const add = (change = {}, key = newKey(), as = admin) =>
  office.ask(addStore, { body: { ...store, ...change }, key }, as);

describe("stores", () => {
  test("one is added, listed and changed, each time with a line in the log", async () => {
    const { storeId } = await add();
    const { brandId: _, ...fields } = store;
    await office.ask(changeStore, {
      params: { store: storeId },
      body: { ...fields, nameZh: "湖滨银泰店", state: "closed" },
    }, admin);
    const places = await office.ask(listPlaces, {}, admin);
    expect(places.stores.find((s) => s.id === storeId)).toEqual({
      id: storeId,
      ...store,
      nameZh: "湖滨银泰店",
      state: "closed",
      terminals: 0,
      staff: 0,
    });
    const { rows } = await office.ask(listAudit, { query: {} }, admin);
    expect(rows.map((r) => r.action).sort()).toEqual(["store.added", "store.changed"]);
    const changed = rows.find((r) => r.action === "store.changed")!;
    expect(changed).toMatchObject({ actorName: "职员hq-admin", subject: storeId });
    expect(JSON.parse(changed.before!)).toMatchObject({ name_zh: "湖滨店", state: "open" });
    expect(JSON.parse(changed.after!)).toMatchObject({ name_zh: "湖滨银泰店", state: "closed" });
  });

  test("count the people who work there", async () => {
    const places = await office.ask(listPlaces, {}, await office.as(personOf("store-manager")));
    expect(places).toMatchObject({
      brands: [{ id: place.grocer }],
      stores: [{ id: place.riverside, staff: 2, terminals: 0 }],
    });
    expect(places.stores).toHaveLength(1);
  });

  test("a code is taken once per brand, also by two at the same moment", async () => {
    const both = await Promise.allSettled([add(), add()]);
    expect(both.filter((b) => b.status === "fulfilled")).toHaveLength(1);
    expect(both.find((b) => b.status === "rejected")).toMatchObject({
      reason: { code: "name-taken", fields: { field: "code" } },
    });
    await expect(add({ brandId: place.baker })).resolves.toBeTruthy();
    const { brandId: _, ...fields } = store;
    await expect(office.ask(changeStore, {
      params: { store: place.riverside },
      body: { ...fields, state: "open" },
    }, admin)).rejects.toMatchObject({ code: "name-taken" });
  });

  test("a repeated command adds one", async () => {
    const key = newKey();
    expect(await add({}, key)).toEqual(await add({}, key));
  });

  test.each([
    [{ brandId: "brd_nowhere" }, "not-found"],
    [{ code: "" }, "input-invalid"],
    [{ code: "G 03" }, "input-invalid"],
    [{ nameZh: "  " }, "input-invalid"],
    [{ nameZh: "湖滨\u202e店" }, "input-invalid"],
    [{ nameZh: "店\u0000" }, "input-invalid"],
    [{ state: "closed" }, "input-invalid"],
  ])("%j: %s", async (change, code) => {
    await expect(add(change)).rejects.toMatchObject({ code });
  });
});

describe("brands", () => {
  test("one comes with rules and a tier", async () => {
    const { brandId, rulesId } = await office.ask(addBrand, { body: brand, key: newKey() }, admin);
    expect(await office.ask(showProgramme, { query: { brandId } }, admin)).toMatchObject({
      versions: [{ id: rulesId, version: 1, publishedBy: "职员hq-admin", body: baseRules }],
      tiers: [{ level: 0, thresholdFen: 0 }],
      categories: [],
    });
  });

  test("a name is taken once; rules cannot name what the brand has not got", async () => {
    const ask = (change: object) =>
      office.ask(addBrand, { body: { ...brand, ...change }, key: newKey() }, admin);
    await ask({});
    await expect(ask({})).rejects.toMatchObject({ code: "name-taken" });
    await expect(
      ask({ nameZh: "另一家", rules: { ...baseRules, tierFactorPercent: { tie_grocer: 200 } } }),
    )
      .rejects.toMatchObject({
        fields: { errors: [{ pointer: "/rules/tierFactorPercent/tie_grocer" }] },
      });
  });

  test("who answers for one brand adds none, nor stores to others", async () => {
    await office.house.db.execute("update staff_grant set brand_id = ? where role = 'hq-admin'", [
      place.grocer,
    ]);
    await expect(office.ask(addBrand, { body: brand, key: newKey() }, admin))
      .rejects.toMatchObject({ code: "not-allowed" });
    await expect(add({ brandId: place.baker })).rejects.toMatchObject({ code: "not-found" });
    await expect(add()).resolves.toBeTruthy();
  });

  test("who answers for one brand or store changes nothing beyond it", async () => {
    const { brandId: _, ...fields } = store;
    const change = (id: string) =>
      office.ask(changeStore, {
        params: { store: id },
        body: { ...fields, code: id.slice(4), state: "open" },
      }, admin);
    const limit = async (brandId: string, storeId: string | null) => {
      await office.house.db.execute(
        "update staff_grant set brand_id = ?, store_id = ? where role = 'hq-admin'",
        [brandId, storeId],
      );
      admin = await office.as(personOf("hq-admin"));
    };
    await limit(place.grocer, null);
    await expect(change(place.bakery)).rejects.toMatchObject({ code: "not-found" });
    await change(place.station);
    await limit(place.grocer, place.riverside);
    await expect(change(place.station)).rejects.toMatchObject({ code: "not-found" });
    await change(place.riverside);
    await expect(add()).rejects.toMatchObject({ code: "not-allowed" });
  });
});
