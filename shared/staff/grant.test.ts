import { describe, expect, test } from "vitest";
import { noLimits, type Permission, staffPermissions, staffRoles } from "../access.ts";
import {
  counterRoleAt,
  type Grant,
  grantableBy,
  mayDefine,
  mayGrant,
  type OwnRights,
  standingOf,
} from "./grant.ts";

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
    expect(counterRoleAt(grants, brandId, storeId)?.role ?? null).toBe(role);
  });

  test("an own role works there if it may use the terminal, before a cashier and after a manager", () => {
    const own = (permissions: Permission[]): Grant => ({
      ...grant("rol_desk", "brd_a", "sto_2"),
      own: { permissions, limits: noLimits },
    });
    const at = (...more: Grant[]) => counterRoleAt([...grants, ...more], "brd_a", "sto_2");
    expect(at(own(["terminal.self", "sale.record"]))).toMatchObject({
      role: "own",
      roleId: "rol_desk",
      permissions: ["terminal.self", "sale.record"],
    });
    expect(at(own(["sale.record"]))?.role).toBe("cashier");
    expect(at(own(["terminal.self"]), grant("store-manager", "brd_a", null))?.role)
      .toBe("store-manager");
  });
});

describe("an own role", () => {
  const lister: OwnRights = {
    permissions: ["console.enter", "member.look-up", "list.export"],
    limits: noLimits,
  };
  const held = (own: OwnRights | null, storeId: string | null = null): Grant => ({
    ...grant("rol_list", "brd_a", storeId),
    own,
  });

  test("opens the console with its own rights, before an ordinary role and behind the owner's", () => {
    expect(standingOf([grant("regional", "brd_a", null), held(lister, "sto_1")])).toEqual({
      role: "own",
      roleId: "rol_list",
      ...lister,
      scope: { brandIds: ["brd_a"], storeIds: ["sto_1"] },
    });
    expect(standingOf([grant("hq-admin", "brd_a", null), held(lister)])?.role).toBe("hq-admin");
  });

  test("that is retired, or does not enter the console, opens nothing", () => {
    expect(standingOf([held(null)])).toBeNull();
    expect(standingOf([held({ ...lister, permissions: ["member.look-up"] })])).toBeNull();
  });

  const giver = (rights: Partial<OwnRights>) => ({
    role: "own" as const,
    roleId: "rol_giver" as const,
    permissions: rights.permissions ?? [],
    limits: rights.limits ?? noLimits,
    scope: { brandIds: ["brd_a"], storeIds: null },
  });

  test("is given by who could do all of it, nobody else", () => {
    const all = [...lister.permissions, "staff.manage" as const];
    expect(mayGrant(giver({ permissions: all }), held(lister))).toBe("yes");
    expect(mayGrant(giver({ permissions: lister.permissions }), held(lister))).toBe("role");
    expect(mayGrant(giver({ permissions: ["staff.manage"] }), held(lister))).toBe("role");
    const limited = { ...lister, limits: { ...noLimits, adjustment: 1 } };
    expect(mayGrant(giver({ permissions: all }), held(limited))).toBe("role");
    const manager = {
      role: "store-manager" as const,
      scope: { brandIds: ["brd_a"], storeIds: ["sto_1"] },
    };
    expect(mayGrant(manager, held(lister, "sto_1"))).toBe("role");
    expect(mayGrant({ role: "hq-admin", scope: everywhere }, { ...held(lister), brandId: null }))
      .toBe("place");
  });

  test("gives no built-in role that can do more", () => {
    const all = staffPermissions.filter((p) => p !== "programme.publish");
    expect(grantableBy(giver({ permissions: all }))).not.toContain("hq-admin");
    expect(grantableBy(giver({ permissions: all }))).toContain("regional");
    expect(grantableBy(giver({ permissions: all }))).not.toContain("cashier");
    expect(grantableBy({ role: "auditor" })).toEqual([]);
    expect(grantableBy({ role: "store-manager" })).toEqual(["cashier"]);
    expect(grantableBy({ role: "hq-admin" })).toEqual(staffRoles);
  });

  test("is put together by who may, never by who holds it, never above their own rights", () => {
    const boss = giver({ permissions: ["role.manage", ...lister.permissions] });
    expect(mayDefine(boss, "rol_list", lister)).toBe(true);
    expect(mayDefine(boss, "rol_giver", lister)).toBe(false);
    expect(mayDefine(boss, null, { ...lister, permissions: ["key.manage"] })).toBe(false);
    expect(mayDefine({ role: "store-manager" }, null, lister)).toBe(false);
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
