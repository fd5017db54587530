/** From a request to who asks, with all that is then known of them. What the doors make of it stands
 *  in identify.test.ts. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { nobody } from "../desk.ts";
import type { Caller } from "../test-house.ts";
import { type Asking, clientOf, identify } from "./identify.ts";
import { forget } from "./known.ts";
import { startSession } from "./session.ts";
import { openAsking } from "./test-asking.ts";
import { brandId, keyOn, storeId } from "./test-callers.ts";
import { hashToken } from "./tokens.ts";

let house: Awaited<ReturnType<typeof openAsking>>;
beforeAll(async () => {
  house = await openAsking();
});
afterAll(() => house.close());
// What was kept of another test is over.
beforeEach(() => {
  house.clock.now += 3_600_000;
});

const minute = 60_000;
const path = "/api/scans";

describe("the client", () => {
  const plain = (headers: Record<string, string>, method = "GET", at = path): Asking => ({
    method,
    pathWithQuery: at,
    body: "",
    now: 0,
    header: (name) => headers[name],
    cookie: () => undefined,
  });

  test.each(["pwa", "kiosk", "counter", "console", "pos"])("is the one it says: %s", (client) => {
    expect(clientOf(plain({ "jifu-client": client }))).toBe(client);
  });

  test("is none where it says another", () => {
    expect(clientOf(plain({ "jifu-client": "browser" }))).toBeNull();
    expect(clientOf(plain({ "jifu-client": "" }, "GET", "/api/members/me"))).toBeNull();
  });

  test("is a till where it brings a key, whatever else it says", () => {
    const headers = { authorization: "Bearer x", "jifu-client": "console" };
    expect(clientOf(plain(headers))).toBe("pos");
    expect(clientOf(plain({ authorization: "Basic x" }))).toBeNull();
    expect(clientOf(plain({ authorization: "x Bearer " }))).toBeNull();
  });

  test("is the e-card where a GET under the member's own path says nothing", () => {
    const silent = (at: string, method = "GET") => clientOf(plain({}, method, at));
    for (const rest of ["", "/", "/live", "?x=1"]) {
      expect(silent(`/api/members/me${rest}`)).toBe("pwa");
    }
    expect(silent("/api/members/me", "POST")).toBeNull();
    for (const at of ["/api/members/mex", "/x/api/members/me", "/api/members", path]) {
      expect(silent(at)).toBeNull();
    }
  });

  test("that is none is nobody", async () => {
    const request = await house.asking({ client: "pwa" });
    expect(await identify(house.house, { ...request, header: () => undefined })).toEqual(nobody);
  });
});

/** A member of the brand with one phone, signed in. */
const member = async () => {
  const { ground: g, run } = house;
  const ids = { memberId: g.desk().id("member"), deviceId: g.desk().id("device") };
  await run(
    "insert into member (id, brand_id, name, joined_at, source) values (?, ?, '陈秀兰', 0, 'test')",
    ids.memberId,
    brandId,
  );
  await run(
    "insert into member_device values (?, ?, '华为 Mate 60', 0, 0, 'active')",
    ids.deviceId,
    ids.memberId,
  );
  const session = startSession(g.desk(), {
    kind: "member",
    subjectId: ids.memberId,
    deviceId: ids.deviceId,
  });
  await g.db.write([session.write]);
  const caller: Caller = { client: "pwa", cookies: new Map([["jifu-member", session.token]]) };
  return { ...ids, caller, hash: session.hash };
};

describe("a member", () => {
  test("is who their phone's session says", async () => {
    const { caller, memberId, deviceId, hash } = await member();
    const actor = {
      role: "member",
      id: memberId,
      memberId,
      deviceId,
      brandId,
      scope: { brandIds: [brandId], storeIds: [] },
      sessionHash: hash,
    };
    expect(await house.who(caller)).toEqual({ ...actor, strongAt: house.clock.now });
    await house.run("update session set strong_at = null where token_hash = ?", hash);
    forget(house.db, hash);
    expect(await house.who(caller)).toEqual(actor);
  });

  test.each([
    ["their phone is signed out", "member_device", "revoked", undefined],
    ["they are frozen", "member", "frozen", "member-frozen"],
    ["they have left", "member", "closed", undefined],
  ])("is nobody once %s", async (_, table, state, refusal) => {
    const { caller, memberId, deviceId } = await member();
    expect((await house.who(caller)).role).toBe("member");
    const id = table === "member" ? memberId : deviceId;
    await house.run(`update ${table} set state = ? where id = ?`, state, id);
    expect((await house.who(caller)).role).toBe("member");
    forget(house.db, id);
    expect(await house.who(caller)).toEqual(refusal ? { ...nobody, refusal } : nobody);
  });

  test("is nobody without a cookie, with another's name of it, or after thirty days", async () => {
    const { caller } = await member();
    const [token] = caller.cookies!.values();
    expect(await house.who({ client: "pwa" })).toEqual(nobody);
    const renamed = new Map([["jifu-console", token!], ["jifu-counter", token!]]);
    expect(await house.who({ client: "pwa", cookies: renamed })).toEqual(nobody);
    expect(await house.who({ client: "pwa", cookies: new Map([["jifu-member", "x"]]) })).toEqual(
      nobody,
    );
    house.clock.now += 30 * 1440 * minute;
    expect(await house.who(caller)).toEqual(nobody);
  });

  test("is one of several who ask at the same instant", async () => {
    const all = [await member(), await member(), await member()];
    const actors = await Promise.all(all.map(({ caller }) => house.who(caller)));
    expect(actors.map(({ id }) => id)).toEqual(all.map(({ memberId }) => memberId));
    expect((await house.who(all[0]!.caller)).id).toBe(all[0]!.memberId);
  });

  test("was here: noted once a minute, and by the writer alone", async () => {
    const { caller, hash } = await member();
    const seen = () => house.only("select seen_at from session where token_hash = ?", hash);
    const from = await seen();
    house.clock.now += minute - 1;
    await house.who(caller);
    expect(await seen()).toBe(from);
    house.clock.now += minute;
    await house.whoElsewhere(caller);
    expect(await seen()).toBe(from);
    forget(house.db, hash);
    await house.who(caller);
    expect(await seen()).toBe(house.clock.now);
  });
});

describe("an API key", () => {
  const key: ReturnType<typeof keyOn> = (...args) => keyOn(house.ground)(...args);
  const here = { brandIds: [brandId], storeIds: [storeId] };
  const only = async (as: Caller) => {
    const hash = hashToken(as.headers!.authorization!.slice("Bearer ".length));
    const [row] = await house.run("select id from api_key where secret_hash = ?", hash);
    return String(row!.id);
  };

  test("is a store's till, a brand's system or the chain's", async () => {
    const till = await key(brandId, storeId);
    const id = await only(till);
    const of = { id, apiKeyId: id };
    expect(await house.who(till)).toEqual({ ...of, role: "pos", brandId, storeId, scope: here });
    const system = await key(brandId, null);
    const brandScope = { brandIds: [brandId], storeIds: null };
    const its = { id: await only(system), apiKeyId: await only(system), role: "integration" };
    expect(await house.who(system)).toEqual({ ...its, brandId, scope: brandScope });
    const chain = await key(null, null);
    const chains = { id: await only(chain), apiKeyId: await only(chain), role: "integration" };
    expect(await house.who(chain)).toEqual({
      ...chains,
      scope: { brandIds: null, storeIds: null },
    });
  });

  test("opens nothing once it is revoked", async () => {
    const till = await key(brandId, storeId);
    const id = await only(till);
    expect((await house.who(till)).role).toBe("pos");
    await house.run("update api_key set state = 'revoked' where id = ?", id);
    expect((await house.who(till)).role).toBe("pos");
    forget(house.db, id);
    expect(await house.who(till)).toEqual(nobody);
  });

  test("was used: noted once a minute", async () => {
    const till = await key(brandId, storeId);
    const id = await only(till);
    const used = () => house.only("select last_used_at from api_key where id = ?", id);
    await house.who(till);
    const from = house.clock.now;
    expect(await used()).toBe(from);
    for (const passed of [1000, minute - 1]) {
      house.clock.now = from + passed;
      await house.who(till);
      expect(await used()).toBe(from);
    }
    house.clock.now = from + minute;
    await house.who(till);
    expect(await used()).toBe(house.clock.now);
  });

  test("is a secret of twenty to a hundred letters after Bearer, and nothing besides", async () => {
    const secrets = [19, 20, 100, 101].map((n) => "k".repeat(n));
    for (const secret of secrets) {
      await house.run(
        "insert into api_key (id, secret_hash, label, role, brand_id, store_id, created_at) values (?, ?, '收银系统', 'pos', ?, ?, 0)",
        `key_${secret.length}`,
        hashToken(secret),
        brandId,
        storeId,
      );
    }
    const role = async (authorization?: string) =>
      (await house.who({ client: "pos", headers: authorization ? { authorization } : {} })).role;
    const roles = await Promise.all(secrets.map((secret) => role(`Bearer ${secret}`)));
    expect(roles).toEqual(["nobody", "pos", "pos", "nobody"]);
    const good = secrets[1]!;
    for (const text of [undefined, `x Bearer ${good}`, `Bearer ${good} x`, `Bearer  ${good}`]) {
      expect(await role(text)).toBe("nobody");
    }
    expect(await role(`Bearer ${"x".repeat(30)}`)).toBe("nobody");
  });
});
