import { describe, expect, test } from "vitest";
import { counterRoleAt, type Grant, mayGrant, standingOf } from "./grant.ts";

const grant = (role: Grant["role"], brandId: string | null, storeId: string | null): Grant => ({
  role,
  brandId,
  storeId,
});
const everywhere = { brandIds: null, storeIds: null };

describe("standing in the console", () => {
  test("a cashier has none", () => {
    expect(standingOf([grant("cashier", "brd_a", "sto_1")])).toBeNull();
    expect(standingOf([])).toBeNull();
  });

  test("a manager of two stores reaches exactly those", () => {
    expect(standingOf([
      grant("store-manager", "brd_a", "sto_1"),
      grant("store-manager", "brd_a", "sto_2"),
      grant("cashier", "brd_b", "sto_9"),
    ])).toEqual({
      role: "store-manager",
      scope: { brandIds: ["brd_a"], storeIds: ["sto_1", "sto_2"] },
    });
  });

  test("the strongest role decides and brings only its own places", () => {
    expect(standingOf([grant("store-manager", "brd_b", "sto_9"), grant("hq-admin", "brd_a", null)]))
      .toEqual({ role: "hq-admin", scope: { brandIds: ["brd_a"], storeIds: null } });
  });

  test("no brand is every brand", () => {
    expect(standingOf([grant("auditor", null, null), grant("auditor", "brd_a", null)]))
      .toEqual({ role: "auditor", scope: everywhere });
  });

  test("a whole brand never widens the single store of another brand", () => {
    expect(standingOf([grant("regional", "brd_a", null), grant("regional", "brd_b", "sto_9")]))
      .toEqual({ role: "regional", scope: { brandIds: ["brd_a"], storeIds: null } });
  });
});

describe("role at a counter", () => {
  const grants = [
    grant("cashier", "brd_a", null),
    grant("store-manager", "brd_a", "sto_1"),
    grant("hq-admin", null, null),
  ];
  test.each([
    ["brd_a", "sto_1", "store-manager"],
    ["brd_a", "sto_2", "cashier"],
    ["brd_b", "sto_9", null],
  ])("%s %s: %s", (brandId, storeId, role) => {
    expect(counterRoleAt(grants, brandId, storeId)).toBe(role);
  });
});

describe("who may grant what", () => {
  const manager = {
    role: "store-manager" as const,
    scope: { brandIds: ["brd_a"], storeIds: ["sto_1"] },
  };
  const head = { role: "hq-admin" as const, scope: { brandIds: ["brd_a"], storeIds: null } };
  const owner = { role: "hq-admin" as const, scope: everywhere };
  test.each([
    [manager, grant("cashier", "brd_a", "sto_1"), "yes"],
    [manager, grant("store-manager", "brd_a", "sto_1"), "role"],
    [manager, grant("cashier", "brd_a", "sto_2"), "place"],
    [manager, grant("cashier", "brd_a", null), "place"],
    [manager, grant("cashier", null, null), "place"],
    [head, grant("hq-admin", "brd_a", null), "yes"],
    [head, grant("store-manager", "brd_a", "sto_7"), "yes"],
    [head, grant("cashier", "brd_b", "sto_9"), "place"],
    [head, grant("auditor", null, null), "place"],
    [owner, grant("hq-admin", null, null), "yes"],
    [owner, grant("cashier", null, "sto_1"), "place"],
    [{ role: "regional" as const, scope: everywhere }, grant("cashier", "brd_a", "sto_1"), "role"],
  ])("%o gives %o: %s", (giver, given, answer) => expect(mayGrant(giver, given)).toBe(answer));
});
