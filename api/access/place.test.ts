/** Where somebody works, and how far they reach: what lies outside does not exist for them. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Scope } from "../../shared/access.ts";
import { type Actor, nobody, openDesk } from "../desk.ts";
import { store } from "../stores/tables.ts";
import { type BareHouse, openBareHouse } from "../test-bare-house.ts";
import { placeOf, terminalOf } from "./place.ts";
import {
  brandId,
  nextStoreId,
  otherBrandId,
  otherStoreId,
  places,
  storeId,
} from "./test-callers.ts";
import { mustReach, mustReachBrand, within } from "./within.ts";

let bare: BareHouse;
beforeAll(async () => {
  bare = await openBareHouse();
  await bare.house.db.batch(places.map((sql) => ({ sql })));
});
afterAll(() => bare.close());

const desk = (actor: Partial<Actor>) => openDesk(bare.house, { ...nobody, ...actor });
const refusal = (asked: () => unknown): string => {
  try {
    asked();
    return "";
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
};

describe("the place somebody works in", () => {
  const here = { storeId, brandId };

  test("is the store of a terminal or of a till's key", () => {
    expect(placeOf(desk(here))).toEqual(here);
    const terminal = { ...here, terminalId: "trm_a" };
    expect(placeOf(desk({ ...terminal, id: "stf_a" }))).toEqual(terminal);
    const till = { ...here, apiKeyId: "key_a" };
    expect(placeOf(desk({ ...till, id: "key_a" }))).toEqual(till);
  });

  test("is nowhere without a store, for the reason that is known", () => {
    for (const part of [{}, { storeId }, { brandId }]) {
      expect(refusal(() => placeOf(desk(part)))).toBe("not-allowed");
      expect(refusal(() => placeOf(desk({ ...part, refusal: "proof-invalid" }))))
        .toBe("proof-invalid");
    }
  });

  test("is at a terminal only with all that a terminal has", () => {
    const whole = { ...here, terminalId: "trm_a" };
    expect(terminalOf(desk(whole))).toMatchObject(whole);
    for (const missing of ["terminalId", "storeId", "brandId"] as const) {
      const { [missing]: _, ...part } = whole;
      expect(refusal(() => terminalOf(desk(part)))).toBe("terminal-unknown");
      const refused = desk({ ...part, refusal: "proof-invalid" });
      expect(refusal(() => terminalOf(refused))).toBe("proof-invalid");
    }
  });
});

const chain: Scope = { brandIds: null, storeIds: null };
const brand: Scope = { brandIds: [brandId], storeIds: null };
const one: Scope = { brandIds: [brandId], storeIds: [storeId] };
const none: Scope = { brandIds: [], storeIds: [] };

describe("a scope", () => {
  const all = [storeId, nextStoreId, otherStoreId].sort();
  const hexin = [storeId, nextStoreId].sort();
  const found = async (scope: Scope, byStore = true): Promise<string[]> => {
    const where = byStore ? within(scope, store.brandId, store.id) : within(scope, store.brandId);
    const rows = await bare.house.db.cold.select({ id: store.id }).from(store).where(where);
    return rows.map(({ id }) => id).sort();
  };
  test.each<[string, Scope, string[], string[]]>([
    ["of the chain", chain, all, all],
    ["of a brand", brand, hexin, hexin],
    ["of a store", one, [storeId], hexin],
    ["of nothing", none, [], []],
    ["of a store, the brand unsaid", { brandIds: null, storeIds: [storeId] }, [storeId], all],
  ])("%s shows what is in it", async (_, scope, stores, ofBrands) => {
    expect(await found(scope)).toEqual(stores);
    expect(await found(scope, false)).toEqual(ofBrands);
  });

  test("hides what lies outside", () => {
    const reach = (scope: Scope, ...place: [string, (string | null)?]) =>
      refusal(() => mustReach(desk({ scope }), ...place));
    expect(reach(chain, otherBrandId, otherStoreId)).toBe("");
    expect(reach(brand, brandId, nextStoreId)).toBe("");
    expect(reach(brand, otherBrandId)).toBe("not-found");
    expect(reach(one, brandId, storeId)).toBe("");
    expect(reach(one, brandId)).toBe("");
    expect(reach(one, brandId, nextStoreId)).toBe("not-found");
  });

  test("of single stores does not answer for the brand", () => {
    const reach = (scope: Scope, id: string) => refusal(() => mustReachBrand(desk({ scope }), id));
    expect([reach(chain, otherBrandId), reach(brand, brandId)]).toEqual(["", ""]);
    expect(reach(one, brandId)).toBe("not-allowed");
    expect(reach(one, otherBrandId)).toBe("not-found");
    expect(reach(brand, otherBrandId)).toBe("not-found");
  });
});
