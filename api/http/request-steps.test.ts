import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "../test-house.ts";
import { addressOf } from "./address.ts";

let demo: TestHouse;
let house: TestHouse;
beforeAll(async () => {
  demo = await openTestHouse({ DEMO: "1" });
  house = await openTestHouse({
    DEMO: "0",
    PUBLIC_URL: "https://card.hexin.example",
  });
});
afterAll(async () => {
  await demo.close();
  await house.close();
});

const codes = "/api/members/codes";
const asked = (headers: Record<string, string>, body = "{}", method = "POST") =>
  house.raw(codes, { method, body, headers: { host: "shop.example", ...headers } });
const good = { "content-type": "application/json", "jifu-client": "pwa" };

const told = async (answer: Response): Promise<string> => {
  const { type } = await answer.json() as { type: string };
  return `${answer.status} ${type.split("/").pop()}`;
};

describe("an unsafe request", () => {
  test("passes with client and JSON, from here or from the public address", async () => {
    // What it meets next is the door: the body lacks everything.
    expect(await told(await asked(good))).toBe("400 input-invalid");
    const cases = ["http://shop.example", "https://shop.example", "https://card.hexin.example"];
    for (const origin of cases) {
      expect(await told(await asked({ ...good, origin }))).toBe("400 input-invalid");
    }
    const charset = { ...good, "content-type": "application/json; charset=utf-8" };
    expect(await told(await asked(charset))).toBe("400 input-invalid");
  });

  test.each([
    ["no client", { "content-type": "application/json" }, "403 origin-refused"],
    ["a foreign page", { ...good, origin: "https://evil.example" }, "403 origin-refused"],
    ["another port", { ...good, origin: "http://shop.example:81" }, "403 origin-refused"],
    ["a sandbox", { ...good, origin: "null" }, "403 origin-refused"],
    ["a look-alike", { ...good, origin: "https://card.hexin.example.evil" }, "403 origin-refused"],
    ["a form", { ...good, "content-type": "text/plain" }, "415 media-type"],
    ["a post form", {
      ...good,
      "content-type": "application/x-www-form-urlencoded",
    }, "415 media-type"],
    ["a key without JSON", { authorization: "Bearer x" }, "415 media-type"],
  ])("from %s is refused", async (_, headers, expected) => {
    expect(await told(await asked(headers as Record<string, string>))).toBe(expected);
  });

  test("behind a trusted proxy is held against the host that the proxy was asked", async () => {
    const proxied = await openTestHouse({ TRUST_PROXY: "1" });
    const ask = (origin: string, to: TestHouse) =>
      to.raw(codes, {
        method: "POST",
        body: "{}",
        headers: { ...good, host: "writer:8001", "x-forwarded-host": "shop.example", origin },
      }).then(told);
    expect(await ask("https://shop.example", proxied)).toBe("400 input-invalid");
    expect(await ask("https://writer:8001", proxied)).toBe("403 origin-refused");
    expect(await ask("https://shop.example", house)).toBe("403 origin-refused");
    await proxied.close();
  });

  test("says nothing of itself in a refusal but the catalogue's words and an id", async () => {
    const answer = await asked({ ...good, origin: "null" });
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(Object.keys(await answer.json() as object).sort()).toEqual([
      "detail",
      "instance",
      "status",
      "title",
      "type",
    ]);
    expect(answer.headers.get("jifu-request")).toMatch(/^[0-9a-z]{22}$/);
    expect(Number(answer.headers.get("jifu-time"))).toBe(house.clock.now);
  });
});

describe("a body", () => {
  const long = (bytes: number) => JSON.stringify({ x: "a".repeat(bytes - 8) });

  test("of 64 KB is read, one byte more is not", async () => {
    expect(await told(await asked(good, long(65_536)))).toBe("400 input-invalid");
    expect(await told(await asked(good, long(65_537)))).toBe("413 body-too-large");
  });

  test("without a length is stopped at the same place", async () => {
    let sent = 0;
    const stream = new ReadableStream<Uint8Array>({
      pull: (out) => {
        sent += 16_384;
        if (sent > 10_000_000) out.close();
        else out.enqueue(new Uint8Array(16_384).fill(32));
      },
    });
    const init = { method: "POST", body: stream, headers: good, duplex: "half" };
    expect(await told(await house.raw(codes, init as RequestInit))).toBe("413 body-too-large");
    expect(sent).toBeLessThan(200_000);
  });

  test("of goods may be 512 KB", async () => {
    const put = (bytes: number) =>
      house.raw("/api/goods", { method: "PUT", body: long(bytes), headers: good });
    expect(await told(await put(524_288))).not.toBe("413 body-too-large");
    expect(await told(await put(524_289))).toBe("413 body-too-large");
  });

  test("that is not UTF-8 or not JSON is refused", async () => {
    const init = { method: "POST", body: new Uint8Array([0xff, 0xfe]), headers: good };
    expect(await told(await house.raw(codes, init))).toBe("400 input-invalid");
    expect(await told(await asked(good, "{"))).toBe("400 input-invalid");
  });
});

describe("every answer", () => {
  test.each(["/api/brands", "/api/nothing-here"])("of %s carries the headers", async (path) => {
    const { headers } = await house.raw(path);
    const policy = headers.get("content-security-policy") ?? "";
    for (
      const part of [
        "default-src 'self'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "report-uri /api/csp-reports",
      ]
    ) expect(policy.split("; ")).toContain(part);
    expect(policy).not.toContain("unsafe-inline");
    expect(headers.get("permissions-policy")).toContain("camera=(self)");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("strict-transport-security")).toContain("max-age=63072000");
    expect((await demo.raw(path)).headers.get("strict-transport-security")).toBeNull();
  });
});

describe("reports of the policy", () => {
  const report = '{"csp-report":{"blocked-uri":"https://evil.example"}}';
  const send = (to: TestHouse) =>
    to.raw("/api/csp-reports", {
      method: "POST",
      body: report,
      headers: { "content-type": "application/csp-report" },
    });

  test("are kept in the demo, to be read by tests", async () => {
    expect((await send(demo)).status).toBe(204);
    const kept = await (await demo.raw("/api/csp-reports")).json();
    expect(kept).toEqual({ count: 1, reports: [report] });
  });

  test("are not to be read anywhere else", async () => {
    expect((await send(house)).status).toBe(204);
    expect((await house.raw("/api/csp-reports")).status).toBe(404);
  });
});

describe("the address", () => {
  const env = { remoteAddr: { hostname: "10.0.0.7" } };
  test.each([
    [env, "1.2.3.4, 5.6.7.8", false, "10.0.0.7"],
    [env, "1.2.3.4, 5.6.7.8", true, "5.6.7.8"],
    [env, undefined, true, "10.0.0.7"],
    [undefined, "1.2.3.4", false, "unknown"],
  ])("%j behind %j (trusted: %j) is %s", (from, forwarded, trust, expected) => {
    expect(addressOf(from, forwarded, trust)).toBe(expected);
  });
});
