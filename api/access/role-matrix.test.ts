/** Rights at every door of the console, from the list of endpoints: a role that has exactly what a
 *  door asks for passes its guard, one that has everything else does not. A new door is tested by
 *  being there; one without a policy fails. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noLimits, permissions, staffPermissions } from "../../shared/access.ts";
import type { Permission } from "../../shared/access.ts";
import type { Endpoint } from "../../shared/endpoint.ts";
import { allEndpoints } from "../../shared/endpoints.ts";
import { addRole, changeStaffGrants } from "../../shared/console/endpoints.ts";
import { type Office, openOffice, personOf, place } from "../console/test-office.ts";
import { rightBody } from "../http/test-bad-input.ts";
import { type Caller, newKey } from "../test-house.ts";
import { forget } from "./known.ts";

const doors = allEndpoints.filter((e) => e.path.startsWith("/api/console/"));
/** Doors of the console that ask nobody who they are: the ways in. */
const waysIn = ["signInConsole", "offerPasskey", "signInPasskey"];
const guarded = doors.filter((e) => !waysIn.includes(e.id));

let office: Office;
let person: Caller;
let roleId: string;
beforeAll(async () => {
  office = await openOffice();
  const admin = await office.as(personOf("hq-admin"));
  const made = await office.ask(addRole, {
    body: {
      brandId: place.grocer,
      nameZh: "试权",
      nameEn: "Probe",
      permissions: ["console.enter"],
      limits: noLimits,
    },
    key: newKey(),
  }, admin);
  roleId = made.roleId;
  await office.ask(changeStaffGrants, {
    params: { staff: personOf("regional") },
    body: { grants: [{ role: made.roleId, brandId: place.grocer, storeId: null }] },
  }, admin);
  person = await office.as(personOf("regional"));
});
afterAll(() => office.close());

const hold = async (set: readonly Permission[]): Promise<void> => {
  await office.house.db.execute(
    "update own_role set permissions = ?, revision = revision + 1 where id = ?",
    [JSON.stringify(set), roleId],
  );
  forget(office.house.db, roleId);
};

/** What the guard says; anything behind it counts as passed. */
const knock = async (e: Endpoint): Promise<"refused" | "passed"> => {
  const path = e.path.replace(/:\w+/g, "mem_01nothere");
  const answer = await office.raw(path, {
    method: e.method,
    headers: {
      "jifu-client": "console",
      "content-type": "application/json",
      "idempotency-key": newKey(),
      cookie: [...person.cookies!].map(([k, v]) => `${k}=${v}`).join("; "),
    },
    ...(e.method === "GET" ? {} : { body: e.id === "signOutConsole" ? "[]" : bodyFor(e) }),
  });
  if (answer.status === 401) throw new Error(`${e.id}: signed out`);
  const problem = answer.headers.get("content-type") === "application/problem+json"
    ? await answer.json() as { type: string; permission?: string }
    : null;
  const guard = problem?.type === "/problems/not-allowed" && problem.permission === e.who;
  return guard ? "refused" : "passed";
};

/** Guards come before the input: what is behind them need not happen here. */
const bodyFor = (e: Endpoint): string =>
  e.body ? JSON.stringify({ ...rightBody(e) as object, zz: 1 }) : "{}";

test("every door has a policy, and every policy a door or a rule behind one", () => {
  const without = doors.filter((e) => e.who === "anyone" && !waysIn.includes(e.id));
  expect(without.map((e) => e.id)).toEqual([]);
  expect(guarded.filter((e) => !(e.who in permissions)).map((e) => e.id)).toEqual([]);
  expect(guarded.length).toBeGreaterThan(40);
});

describe("guarded", () => {
  // The way out would end the session of the test itself.
  const cases = guarded.filter((e) => e.id !== "signOutConsole" && e.who !== "console.enter");
  test.each(cases.map((e) => [e.id, e.who, e] as const))("%s by %s alone", async (_, who, e) => {
    await hold(["console.enter", who as Permission]);
    expect(await knock(e)).toBe("passed");
    await hold(staffPermissions.filter((p) => p !== who));
    expect(await knock(e)).toBe("refused");
  });
});
