/** Every door of the house, knocked at by every kind of caller with odd input that its schema does
 *  take. What no schema takes is sent in e2e/faults/bad-input.test.ts. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { may, type Role } from "../../shared/access.ts";
import type { Endpoint } from "../../shared/endpoint.ts";
import { allEndpoints } from "../../shared/endpoints.ts";
import { putProducts } from "../../shared/goods/endpoints.ts";
import { isProblemCode } from "../../shared/problems.ts";
import { brandId, newKey, openScene, type Scene, storeId } from "../access/test-scene.ts";
import { verifyLedger } from "../points/verify.ts";
import type { Caller } from "../test-house.ts";
import { testServer } from "../test-server.ts";
import { chanceFrom, type Json, rightBody, undeclared, wrongBody } from "./test-bad-input.ts";

let scene: Scene;
let callers: Record<string, Caller>;

beforeAll(async () => {
  scene = await openScene({}, { DEMO: "1" });
  const counter = await scene.terminal("counter");
  callers = {
    nobody: { client: "pwa" },
    till: await scene.key(brandId, storeId),
    integration: await scene.key(brandId, null),
    member: (await scene.member()).caller,
    kiosk: await scene.terminal("kiosk"),
    cashier: await scene.staff("cashier", {}, counter),
    "store-manager": await scene.staff("store-manager"),
    "hq-admin": await scene.staff("hq-admin", { store: null }),
  };
  const products = [{ sku: "H0001", nameZh: "上海青", priceFen: 798 }];
  await scene.ask(putProducts, { body: { brandId, products } }, callers.integration);
});
afterAll(() => scene.close());

/** Sends exactly this text as this caller. */
const send = async (as: Caller, method: string, path: string, body: string): Promise<Response> => {
  const signed = await as.sign?.(method, path, method === "GET" ? "" : body);
  return scene.raw(path, {
    method,
    headers: {
      "jifu-client": as.client,
      "content-type": "application/json",
      "idempotency-key": newKey(),
      ...as.headers,
      ...(as.cookies?.size
        ? { cookie: [...as.cookies].map(([k, v]) => `${k}=${v}`).join("; ") }
        : {}),
      ...signed,
    },
    ...(method === "GET" ? {} : { body }),
  });
};

/** Words that only the inside of the house knows. */
const inside =
  /\bat \S+ \(|\.ts\b|node_modules|sqlite|libsql|\bselect\b.*\bfrom\b|insert into|json_each|constraint|stack/i;

/** What is wrong with an answer, a refusal or not; "" if nothing. */
const faultOf = async (e: Endpoint, answer: Response): Promise<string> => {
  if (answer.status < 300) {
    // A file is what it is: its own tests look into it.
    if (!answer.headers.get("content-type")?.includes("json")) return "";
    const extra = undeclared(e, await answer.json() as Json);
    return extra.length ? `answers more than it says: ${extra}` : "";
  }
  const text = await answer.text();
  const type = answer.headers.get("content-type");
  if (answer.status >= 500) return `${answer.status} ${text}`;
  if (type !== "application/problem+json") return `${answer.status} ${type} ${text.slice(0, 200)}`;
  const problem = JSON.parse(text) as { type: string; status: number };
  const code = problem.type.replace("/problems/", "");
  if (!isProblemCode(code) || problem.status !== answer.status) return text;
  return inside.test(text) ? `tells too much: ${text}` : "";
};

const takes = (e: Endpoint, body: string): boolean => {
  if (!e.body) return true;
  try {
    const value = JSON.parse(body || "{}") as Json;
    return (e.body as unknown as { safeParse(v: unknown): { success: boolean } })
      .safeParse(value).success;
  } catch {
    return false;
  }
};

/** On a server a third of it is enough to see that it behaves as a file does. */
const share = testServer() ? 1 / 3 : 1;

/** As many as said where this caller may pass, two where the guard stops them. */
const dose = (who: string, e: Endpoint, n: number): number => {
  const role = (who === "till" ? "pos" : who) as Role;
  return e.who === "anyone" || may(role, e.who) ? Math.ceil(n * share) : 2;
};

const path = (e: Endpoint): string => e.path.replace(/:\w+/g, "sal_01nothere");
/** Long-lived: an event stream would keep the test waiting. */
const doors = allEndpoints.filter((e) => e.id !== "watchMe");
const seedOf = (text: string): number =>
  [...text].reduce((sum, c) => Math.imul(sum, 31) + c.charCodeAt(0) | 0, 7);

test("what the wrong bodies are made from is right", () => {
  const wrong = doors.filter((e) => !takes(e, JSON.stringify(rightBody(e)))).map((e) => e.id);
  expect(wrong).toEqual([]);
});

test("no door that shows something to read shows more than its contract names", async () => {
  const faults: string[] = [];
  for (const who of Object.keys(callers)) {
    for (const e of doors.filter((d) => d.method === "GET" && !d.path.includes(":"))) {
      const query = e.query ? `?brandId=${brandId}&storeId=${storeId}` : "";
      const fault = await faultOf(e, await send(callers[who]!, e.method, e.path + query, ""));
      if (fault) faults.push(`${e.id} to ${who}: ${fault}`);
    }
  }
  expect(faults).toEqual([]);
}, 120_000);

describe.each(
  ["nobody", "till", "integration", "member", "kiosk", "cashier", "store-manager", "hq-admin"],
)("to a %s", (who) => {
  test("no odd value that a schema does take makes a door stumble", async () => {
    const faults: string[] = [];
    for (const e of doors.filter((d) => d.body)) {
      const chance = chanceFrom(seedOf(`odd ${e.id} ${who}`));
      const bodies = Array.from({ length: 40 }, () => wrongBody(e, chance))
        .filter((body) => takes(e, body));
      for (const body of bodies.slice(0, dose(who, e, 10))) {
        const fault = await faultOf(e, await send(callers[who]!, e.method, path(e), body));
        if (fault) faults.push(`${e.id} ${body.slice(0, 300)}: ${fault}`);
      }
    }
    expect(faults).toEqual([]);
  }, 120_000);
});

test("afterwards the books are in order", async () => {
  expect((await verifyLedger(scene.db, scene.clock.now)).findings).toEqual([]);
});
