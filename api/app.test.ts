import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { permissions } from "../shared/access.ts";
import { allEndpoints } from "../shared/endpoints.ts";
import { isProblemCode } from "../shared/problems.ts";
import { openTestHouse, type TestHouse } from "./test-house.ts";

/** Doors that are not of a room: what browsers report, and the description itself. */
const besides = [
  "POST /api/csp-reports",
  "GET /api/csp-reports",
  "GET /api/openapi.json",
];

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

describe("the map of the house", () => {
  test("every endpoint is mounted, and nothing under /api is mounted that is not one", () => {
    const mounted = house.app.routes
      .filter((route) => route.method !== "ALL" && route.path.startsWith("/api/"))
      .map((route) => `${route.method} ${route.path}`);
    const listed = allEndpoints.map((e) => `${e.method} ${e.path}`);
    expect([...new Set(mounted)].sort()).toEqual([...listed, ...besides].sort());
  });

  test("ids and addresses are given once", () => {
    const ids = allEndpoints.map((e) => e.id);
    const addresses = allEndpoints.map((e) => `${e.method} ${e.path.replace(/:\w+/g, ":")}`);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    expect(addresses.filter((a, i) => addresses.indexOf(a) !== i)).toEqual([]);
  });

  test.each(allEndpoints.map((e) => [e.id, e] as const))("%s says who may pass", (_, e) => {
    expect(e.who === "anyone" || e.who in permissions).toBe(true);
    expect(e.problems.filter((code) => !isProblemCode(code))).toEqual([]);
    expect(e.summary).toMatch(/\.$/);
    expect(e.once ? e.method : "POST").not.toBe("GET");
  });

  test.each(allEndpoints.filter((e) => e.who !== "anyone").map((e) => [e.id, e] as const))(
    "%s refuses who did not sign in",
    async (_, e) => {
      const answer = await house.raw(e.path.replace(/:\w+/g, "x"), {
        method: e.method,
        headers: { "content-type": "application/json", "jifu-client": "pwa" },
        ...(e.method === "GET" ? {} : { body: "{}" }),
      });
      expect([answer.status, (await answer.json()).type]).toEqual([401, "/problems/signed-out"]);
    },
  );
});
