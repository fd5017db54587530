/** Who may pass which door, and what of others it shows them: every role and nobody, at every door of
 *  the API, with what is their own, another store's, another brand's, and after their right was taken
 *  away. The policy is declared in shared/access.ts (role × permission), in the endpoints (door ×
 *  permission) and in shared/reach.ts (door × whose things); a door without one does not compile. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Permission, permissions, staffPermissions } from "../../shared/access.ts";
import type { Endpoint } from "../../shared/endpoint.ts";
import { allEndpoints } from "../../shared/endpoints.ts";
import { reach } from "../../shared/reach.ts";
import { fingerprint } from "../../e2e/faults/fingerprint.ts";
import { quickHash } from "../demo/quick-hash.ts";
import { type Caller, newKey } from "../test-house.ts";
import { forget } from "./known.ts";
import {
  endsAnything,
  expected,
  goodBodies,
  guarded,
  mayPass,
  probe,
  showsNothing,
} from "./test-policy.ts";
import { revocations } from "./test-revocations.ts";
import { everybody, everyCaller, type Who } from "./test-everybody.ts";
import { knockAt, type Things, thingsAt } from "./test-things.ts";
import * as a from "./test-scene.ts";

let scene: a.Scene;
let callers: Record<Who, Caller>;
let own: Things;
let others: Record<"store" | "brand", Things>;
beforeAll(async () => {
  scene = await a.openScene({ signUpPoints: 500 });
  await scene.db.execute(
    `insert into earning_rules (id, brand_id, version, effective_from, body, published_at)
     select 'rul_other', ?, version, effective_from, body, 0 from earning_rules limit 1`,
    [a.otherBrandId],
  );
  callers = await everyCaller(scene);
  const admin = await scene.staff("hq-admin", { brand: null, store: null });
  own = await thingsAt(scene, { brand: a.brandId, store: a.storeId }, admin);
  // Whoever has a PIN is asked for it before anything else.
  await scene.db.execute("update member set pin_hash = ?", [quickHash("628405")]);
  others = {
    store: await thingsAt(scene, { brand: a.brandId, store: a.nextStoreId }, admin),
    brand: await thingsAt(scene, { brand: a.otherBrandId, store: a.otherStoreId }, admin),
  };
});
afterAll(() => scene.close());

type Told = { code: string; text: string };

const send = async (e: Endpoint, path: string, body: string, as: Caller): Promise<Told> => {
  const signed = await as.sign?.(e.method, path, e.method === "GET" ? "" : body);
  const cookie = [...as.cookies ?? []].map(([k, v]) => `${k}=${v}`).join("; ");
  const answer = await scene.app.request(path, {
    method: e.method,
    headers: {
      "jifu-client": as.client,
      "content-type": "application/json",
      "idempotency-key": newKey(),
      ...(cookie ? { cookie } : {}),
      ...as.headers,
      ...signed,
    },
    ...(e.method === "GET" ? {} : { body }),
  }, { remoteAddr: { hostname: `10.0.${sent >> 8 & 255}.${sent++ & 255}` } });
  if (answer.headers.get("content-type")?.startsWith("text/event-stream")) {
    await answer.body?.cancel();
    return { code: "", text: "" };
  }
  const text = await answer.text();
  if (answer.status < 400) return { code: "", text };
  const { type, permission } = JSON.parse(text) as { type: string; permission?: string };
  const code = type.replace("/problems/", "");
  return { code: code === "not-allowed" && permission === e.who ? "guard" : code, text };
};
let sent = 0;

/** Ends the session of the test itself. */
const waysOut = ["signOutMember", "signOutConsole"];
const signedOut = ["signed-out", "terminal-unknown", "member-frozen", "proof-invalid"];

/** What the guard tells whoever may not pass. */
const guardOf = (who: Who): string[] =>
  who === "nobody" || who === "counter" ? ["signed-out", "guard"] : ["guard"];

test("every door has a policy under its own name, and every policy a door", () => {
  expect(Object.keys(reach).sort()).toEqual(allEndpoints.map((e) => e.id).sort());
  const open = allEndpoints.filter((e) => e.who === "anyone").map((e) => e.id).sort();
  expect(Object.entries(reach).filter(([, r]) => r === "open").map(([id]) => id).sort())
    .toEqual(open);
  expect(guarded.filter((e) => !(e.who in permissions)).map((e) => e.id)).toEqual([]);
});

let cells = 0;

test("a cookie that was made up is none", async () => {
  const cookies = ["member", "counter", "console"].map((k) =>
    [`jifu-${k}`, "A".repeat(32)] as const
  );
  const wrong: string[] = [];
  for (const e of guarded) {
    const client = e.path.startsWith("/api/console/") ? "console" : "pwa";
    const { code } = await send(e, ...probe(e), { client, cookies: new Map(cookies) });
    if (code !== "signed-out") wrong.push(`${e.id}: ${code || "passed"}`);
    cells++;
  }
  expect(wrong).toEqual([]);
});

describe.each(everybody)("%s", (who) => {
  test("passes the guards that the table says, and no other", async () => {
    const wrong: string[] = [];
    for (const e of guarded.filter((d) => !waysOut.includes(d.id))) {
      const { code } = await send(e, ...probe(e), callers[who]);
      cells++;
      const stopped = guardOf(who).includes(code);
      if (stopped === mayPass(who, e)) wrong.push(`${e.id}: ${code || "passed"}`);
      if (cells % 40 === 0) scene.clock.now += 1_000;
    }
    expect(wrong).toEqual([]);
  });

  test("reads its own, and nothing of others beside it", async () => {
    const wrong: string[] = [];
    for (const e of guarded.filter((d) => d.method === "GET" && mayPass(who, d))) {
      const { path } = knockAt(e, own);
      const { text } = await send(e, path, "", callers[who]);
      cells++;
      const alien = ["brand", "member", "sale", "store", "staff", "key", "terminal"] as const;
      const seen = alien.filter((name) => text.includes(`"${others.brand[name]}"`));
      if (seen.length) wrong.push(`${e.id} shows another brand's ${seen}`);
      const bound = ["store-manager", "cashier", "pos", "kiosk"].includes(who);
      const near = ["sale", "staff", "terminal"].filter((n) =>
        text.includes(`"${others.store[n]}"`)
      );
      if (bound && near.length) wrong.push(`${e.id} shows another store's ${near}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe.each(["store", "brand"] as const)("what belongs to another %s", (whose) => {
  test.each(everybody.filter((w) => w !== "nobody"))("is not there for %s", async (who) => {
    const before = await fingerprint(scene.db);
    const wrong: string[] = [];
    const things = others[whose];
    for (const e of guarded.filter((d) => mayPass(who, d))) {
      const told = expected(who, e, whose);
      const { path, body, names } = knockAt(e, things, goodBodies(things)[e.id]);
      if (!told || !names) continue;
      const { code, text } = await send(e, path, body, callers[who]);
      cells++;
      const nothing = code === "" && (endsAnything.includes(e.id) || showsNothing(e, text, things));
      if (!told.includes(code) && !nothing) wrong.push(`${e.id}: ${code || "reached"}`);
      scene.clock.now += 100;
    }
    expect(wrong).toEqual([]);
    await scene.db.write([]);
    expect(await fingerprint(scene.db)).toEqual(before);
  });
});

describe("after the right was taken away", () => {
  test.each(Object.keys(revocations))("%s", async (name) => {
    const { caller, revoke, left } = await revocations[name]!(scene);
    const [first] = guarded.filter((e) => mayPass(caller.who, e) && e.method === "GET");
    expect(signedOut).not.toContain((await send(first!, ...probe(first!), caller.as)).code);
    await revoke();
    const wrong: string[] = [];
    for (const e of guarded) {
      const { code } = await send(e, ...probe(e), caller.as);
      cells++;
      if (left && mayPass(left, e)) continue;
      if (!signedOut.includes(code) && code !== "guard") wrong.push(`${e.id}: ${code || "passed"}`);
      if (code === "guard" && mayPass(caller.who, e)) wrong.push(`${e.id}: guard`);
    }
    expect(wrong).toEqual([]);
  });
});

describe("an own role", () => {
  const doors = guarded.filter((e) =>
    e.path.startsWith("/api/console/") && e.who !== "console.enter"
  );
  const hold = async (set: readonly Permission[]): Promise<void> => {
    await scene.db.execute(
      "update own_role set permissions = ?, revision = revision + 1 where id = 'rol_01kv4g5ft8probe'",
      [JSON.stringify(set)],
    );
    forget(scene.db, "rol_01kv4g5ft8probe");
  };

  test("passes with exactly the right that a door asks, and not with all the others", async () => {
    const wrong: string[] = [];
    for (const who of new Set(doors.map((e) => e.who as Permission))) {
      const asking = doors.filter((e) => e.who === who);
      for (
        const [set, wanted] of [
          [["console.enter", who], false],
          [staffPermissions.filter((p) => p !== who), true],
        ] as [Permission[], boolean][]
      ) {
        await hold(set);
        for (const e of asking) {
          const { code } = await send(e, ...probe(e), callers.own);
          cells++;
          if ((code === "guard") !== wanted) {
            wrong.push(`${e.id} with ${wanted ? "all but" : ""}: ${code}`);
          }
          scene.clock.now += 20;
        }
      }
    }
    await hold(staffPermissions);
    expect(wrong).toEqual([]);
  });
});

test("these were some thousands of cells", () => {
  console.log(`authorisation matrix: ${cells} cells, no deviation`);
  expect(cells).toBeGreaterThan(5_000);
});
