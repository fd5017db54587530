import { describe, expect, test } from "vitest";
import {
  allows,
  inScope,
  limitsOf,
  may,
  noLimits,
  type Permission,
  permissions,
  permissionsOf,
  refundMaxOf,
  roleLimits,
  roles,
  staffPermissions,
} from "./access.ts";

describe("rights", () => {
  test("a role may what the table says", () => {
    expect(may("member", "own.read")).toBe(true);
    expect(may("member", "sale.record")).toBe(false);
    expect(may("pos", "sale.record")).toBe(true);
    for (const permission of Object.keys(permissions) as Permission[]) {
      for (const role of roles) {
        const listed = (permissions[permission] as readonly string[]).includes(role);
        expect(may(role, permission)).toBe(listed);
        expect(allows({ role }, permission)).toBe(listed);
        expect(permissionsOf(role).includes(permission)).toBe(listed);
      }
    }
  });

  test("nobody and the clock may nothing, whatever they are asked", () => {
    for (const permission of Object.keys(permissions) as Permission[]) {
      expect(allows({ role: "nobody" }, permission)).toBe(false);
      expect(allows({ role: "programme" }, permission)).toBe(false);
    }
  });

  test("what a session carries counts, and the table no more", () => {
    const own = { role: "own", permissions: ["gift.see"] } as const;
    expect(allows(own, "gift.see")).toBe(true);
    expect(allows(own, "gift.manage")).toBe(false);
    const less = { role: "hq-admin", permissions: [] } as const;
    expect(allows(less, "key.manage")).toBe(false);
    expect(allows({ role: "nobody", permissions: ["gift.see"] }, "gift.see")).toBe(true);
  });

  test("only what some of the staff may can be given away", () => {
    expect(staffPermissions).toContain("gift.manage");
    expect(staffPermissions).toContain("claim.hand-over");
    expect(staffPermissions).not.toContain("own.claim");
    expect(staffPermissions.every((p) => p in permissions)).toBe(true);
  });
});

describe("how far", () => {
  test("the limits of the role, unless the session carries its own", () => {
    expect(limitsOf({ role: "store-manager" })).toEqual({
      adjustment: 5_000,
      adjustmentDay: 20_000,
      adjustmentApprove: 5_000,
      refundFen: 5_000_000,
    });
    const far = { adjustment: 100_000, adjustmentDay: 500_000, adjustmentApprove: 1_000_000 };
    expect(limitsOf({ role: "hq-finance" })).toEqual({ ...far, refundFen: 0 });
    expect(limitsOf({ role: "hq-admin" })).toEqual({ ...far, refundFen: 0 });
    expect(limitsOf({ role: "cashier" })).toEqual({ ...noLimits, refundFen: 200_000 });
    const own = { ...noLimits, adjustment: 7 };
    expect(limitsOf({ role: "store-manager", limits: own })).toBe(own);
    expect(Object.keys(roleLimits).sort()).toEqual(
      ["cashier", "hq-admin", "hq-finance", "store-manager"],
    );
  });

  test("nothing where nothing is said", () => {
    const none = { adjustment: 0, adjustmentDay: 0, adjustmentApprove: 0, refundFen: 0 };
    expect(noLimits).toEqual(none);
    for (const role of ["auditor", "own", "nobody", "programme", "member"] as const) {
      expect(limitsOf({ role })).toEqual(none);
    }
  });

  test("tills and systems with a key give back without a limit of ours, people do not", () => {
    expect(refundMaxOf({ role: "pos" })).toBeNull();
    expect(refundMaxOf({ role: "integration" })).toBeNull();
    expect(refundMaxOf({ role: "cashier" })).toBe(200_000);
    expect(refundMaxOf({ role: "auditor" })).toBe(0);
  });
});

describe("where", () => {
  const chain = { brandIds: null, storeIds: null };
  const brand = { brandIds: ["brd_a"], storeIds: null };
  const store = { brandIds: ["brd_a"], storeIds: ["sto_a"] };
  test.each([
    [chain, "brd_b", "sto_b", true],
    [chain, "brd_b", undefined, true],
    [brand, "brd_a", "sto_b", true],
    [brand, "brd_a", null, true],
    [brand, "brd_b", "sto_a", false],
    [brand, "brd_b", null, false],
    [store, "brd_a", "sto_a", true],
    [store, "brd_a", "sto_b", false],
    [store, "brd_b", "sto_a", false],
    [store, "brd_a", null, true],
    [store, "brd_a", undefined, true],
    [{ brandIds: [], storeIds: [] }, "brd_a", null, false],
    [{ brandIds: null, storeIds: ["sto_a"] }, "brd_b", "sto_b", false],
  ])("%j reaches %s, %s: %s", (scope, brandId, storeId, reached) => {
    expect(inScope(scope, brandId, storeId)).toBe(reached);
  });
});
