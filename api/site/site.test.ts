import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { catalogue } from "../../shared/problems.ts";
import { openTestHouse, type TestHouse } from "../test-house.ts";
import { safePath } from "./static-files.ts";

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ DEMO: "1" });
});
afterAll(() => house.close());

const get = (path: string, headers: Record<string, string> = {}) => house.raw(path, { headers });

describe("files", () => {
  test("nothing outside a folder can be named", () => {
    const refused = [
      "../package.json",
      "..%2f..%2fpackage.json",
      "a/../../b",
      "%2e%2e/x",
      ".made-from",
      "a/.git/config",
      "a\\..\\b",
      "%00",
      "%",
      "a//../b",
    ];
    for (const path of refused) expect([path, safePath(path)]).toEqual([path, null]);
    expect(safePath("assets/index-7sq-Nqqn.css")).toBe("assets/index-7sq-Nqqn.css");
  });

  test.each([
    ["/site/site.css", "text/css; charset=utf-8"],
    ["/site/seal.svg", "image/svg+xml"],
    ["/site/tokens.css", "text/css; charset=utf-8"],
    ["/pictures/tea-set.svg", "image/svg+xml"],
    ["/docs/swagger-ui-bundle.js", "text/javascript; charset=utf-8"],
  ])("%s is served as %s", async (path, type) => {
    const answer = await get(path);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, type]);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  });

  test.each([
    "/site/..%2f..%2fstart.ts",
    "/site/front-page.ts",
    "/pictures/none.svg",
    "/docs/swagger-ui-bundle.js.map",
    "/docs/package.json",
    "/card/none.js",
  ])("%s is not there", async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  test("are compressed for who can read it and asked for again only if changed", async () => {
    const plain = await get("/site/site.css");
    const squeezed = await get("/site/site.css", { "accept-encoding": "gzip, br" });
    expect(squeezed.headers.get("content-encoding")).toBe("br");
    const [whole, small] = [await plain.arrayBuffer(), await squeezed.arrayBuffer()];
    expect(small.byteLength).toBeLessThan(whole.byteLength / 2);
    const again = await get("/site/site.css", { "if-none-match": plain.headers.get("etag")! });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  });
});

describe("pages", () => {
  test("speak the language asked for by hand, else the browser's, else Chinese", async () => {
    const lang = async (path: string, accept?: string) => {
      const text = await (await get(path, accept ? { "accept-language": accept } : {})).text();
      return /<html lang="([^"]+)"/.exec(text)?.[1];
    };
    expect(await lang("/")).toBe("zh-CN");
    expect(await lang("/", "en-GB,en;q=0.9")).toBe("en");
    expect(await lang("/", "zh-TW")).toBe("zh-CN");
    expect(await lang("/?lang=en", "zh-CN")).toBe("en");
    expect(await lang("/?lang=<script>", "zh-CN")).toBe("zh-CN");
  });

  test("carry the content security policy and no inline script or style", async () => {
    for (const path of ["/", "/outbox", "/docs/", "/problems/"]) {
      const answer = await get(path);
      const text = await answer.text();
      expect(answer.headers.get("content-security-policy")).toContain("script-src 'self'");
      expect(text).not.toMatch(/<script(?![^>]* src=)|<style|\sstyle=|\son\w+=/);
    }
  });

  test("every refusal has its page in both languages", async () => {
    for (const [code, entry] of Object.entries(catalogue)) {
      const zh = await (await get(`/problems/${code}?lang=zh-CN`)).text();
      const en = await (await get(`/problems/${code}?lang=en`)).text();
      expect(zh).toContain(`<h1>${entry.zh}</h1>`);
      expect(en).toContain(entry.remedyEn.replace(/'/g, "&#39;"));
    }
    expect((await get("/problems/no-such-code")).status).toBe(404);
  });

  test("a wrong address answers people with a page and programs with a problem", async () => {
    const page = await get("/nowhere", { accept: "text/html" });
    expect([page.status, page.headers.get("content-type")]).toEqual([
      404,
      "text/html; charset=UTF-8",
    ]);
    const problem = await get("/api/nowhere", { accept: "text/html" });
    expect([problem.status, problem.headers.get("content-type")]).toEqual([
      404,
      "application/problem+json",
    ]);
  });

  test("the outbox is there in the demo only", async () => {
    expect((await get("/outbox")).status).toBe(200);
    const real = await openTestHouse({ DEMO: "0" });
    expect((await real.raw("/outbox")).status).toBe(404);
    expect(await (await real.raw("/")).text()).not.toContain("/outbox");
    await real.close();
  });
});
