/** Requests that are broken before any door looks at them, on the real server: sizes, encodings,
 *  addresses, methods, headers, and bytes that are no HTTP at all. */
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { posKeys } from "../api/demo/people.ts";
import { type Ask, ask, told } from "./ask.ts";
import { newKey } from "./callers.ts";
import { type Chain, openChain } from "./chain.ts";

let chain: Chain;
beforeAll(async () => void (chain = await openChain()), 300_000);
afterAll(() => chain?.close());

const authorization = `Bearer ${posKeys[0].secret}`;
const send = (path: string, more: Ask = {}) =>
  ask(chain.url, path, { key: newKey(), ...more, headers: { authorization, ...more.headers } });
const asked = (path: string, more: Ask = {}) => told(send(path, more));
const sale = (body: unknown, headers: Record<string, string> = {}) =>
  asked("/api/sales", { body, headers });

const invalid = "400 input-invalid";
const sized = (bytes: number): string => `{"orderNo":"${"9".repeat(bytes - 14)}"}`;
const deep = (n: number): string => `{"orderNo":${"[".repeat(n)}${"]".repeat(n)}}`;
const wrapped = (n: number): string => `${'{"lines":'.repeat(n)}1${"}".repeat(n)}`;

test.each<[string, () => Promise<string>, string]>([
  ["64 KB", () => sale(sized(65_536)), invalid],
  ["one byte more", () => sale(sized(65_537)), "413 body-too-large"],
  ["5 MB", () => sale(sized(5_000_000)), "413 body-too-large"],
  [
    "512 KB of goods, from one who may not",
    () => asked("/api/goods", { method: "PUT", body: sized(524_288) }),
    "403 not-allowed",
  ],
  [
    "more of goods",
    () => asked("/api/goods", { method: "PUT", body: sized(524_289) }),
    "413 body-too-large",
  ],
  ["no body", () => sale(undefined), invalid],
  ["no JSON", () => sale("orderNo=1"), invalid],
  ["half of it", () => sale('{"orderNo":"1"'), invalid],
  ["two of it", () => sale("{}{}"), invalid],
  ["a list", () => sale("[]"), invalid],
  ["null", () => sale("null"), invalid],
  ["text", () => sale('"sale"'), invalid],
  ["a BOM alone", () => sale("\ufeff"), invalid],
  ["a deep list", () => sale(deep(30_000)), invalid],
  ["a deep object", () => sale(wrapped(6_000)), invalid],
  ["no UTF-8", () => sale(new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])), invalid],
  ["GBK", () => sale(new Uint8Array([0x22, 0xba, 0xcd, 0xd0, 0xc5, 0x22])), invalid],
  [
    "a form",
    () => sale("a=1", { "content-type": "application/x-www-form-urlencoded" }),
    "415 media-type",
  ],
  ["text/plain", () => sale("{}", { "content-type": "text/plain" }), "415 media-type"],
  ["XML", () => sale("<sale/>", { "content-type": "application/xml" }), "415 media-type"],
  ["nearly JSON", () => sale("{}", { "content-type": "application/jsonp" }), "415 media-type"],
  [
    "JSON with a charset",
    () => sale("{}", { "content-type": "application/json; charset=utf-8" }),
    invalid,
  ],
  [
    "no key to the door",
    () => sale("{}", { authorization: "Bearer nobody-has-ever-made-this-key" }),
    "401 signed-out",
  ],
  ["half a key", () => sale("{}", { authorization: authorization.slice(0, -1) }), "401 signed-out"],
  [
    "a key as Basic",
    () => sale("{}", { authorization: "Basic amlmdTpkZW1v", "jifu-client": "pos" }),
    "401 signed-out",
  ],
  ["neither key nor client", () => sale("{}", { authorization: "" }), "403 origin-refused"],
  [
    "a client nobody knows",
    () => sale("{}", { authorization: "", "jifu-client": "curl" }),
    "401 signed-out",
  ],
  ["a header of 10 KB", () => sale("{}", { "x-note": "n".repeat(10_000) }), invalid],
  ["a cookie of 10 KB", () => sale("{}", { cookie: `jifu-member=${"c".repeat(10_000)}` }), invalid],
  [
    "a key of 10 KB",
    () => sale("{}", { authorization: `Bearer ${"k".repeat(10_000)}` }),
    "401 signed-out",
  ],
  ["a level that is none", () => sale("{}", { "jifu-level": "-1e400" }), invalid],
  ["an unknown path", () => asked("/api/sale"), "404 not-found"],
  ["a path below a door", () => asked("/api/sales/quote/now", { body: {} }), "404 not-found"],
  ["__proto__", () => asked("/api/__proto__", { method: "GET" }), "404 not-found"],
  ["a slash too many", () => asked("/api/sales/", { body: {} }), "404 not-found"],
  ["an id with a NUL", () => asked("/api/sales/sal_%00", { method: "GET" }), "404 not-found"],
  ["an id of broken UTF-8", () => asked("/api/sales/%ff%fe", { method: "GET" }), "404 not-found"],
  ["an id of half a percent", () => asked("/api/sales/%", { method: "GET" }), "404 not-found"],
  [
    "an id that climbs",
    () => asked("/api/sales/..%2f..%2fbrands", { method: "GET" }),
    "404 not-found",
  ],
  [
    "an id of 6 KB",
    () => asked(`/api/sales/${"s".repeat(6_000)}`, { method: "GET" }),
    "404 not-found",
  ],
  ["SQL as id", () => asked("/api/sales/'%20or%201=1--", { method: "GET" }), "404 not-found"],
  ["DELETE", () => asked("/api/sales", { method: "DELETE" }), "405 method-refused"],
  ["PUT", () => asked("/api/claims", { method: "PUT", body: {} }), "405 method-refused"],
  ["GET", () => asked("/api/sales/quote", { method: "GET" }), "404 not-found"],
  ["GET where one posts", () => asked("/api/scans", { method: "GET" }), "405 method-refused"],
  ["a limit of 0", () => asked("/api/sales?limit=0", { method: "GET" }), invalid],
  ["a limit in words", () => asked("/api/sales?limit=all", { method: "GET" }), invalid],
  ["a limit beyond", () => asked("/api/sales?limit=51", { method: "GET" }), invalid],
  ["a time beyond", () => asked("/api/sales?before=1e300", { method: "GET" }), invalid],
  ["a scan that is none", () => asked("/api/sales?scanId=1", { method: "GET" }), invalid],
])("%s", async (_, answer, expected) => {
  expect(await answer()).toBe(expected);
});

test("a wrong method is told the right ones", async () => {
  const answer = await send("/api/sales", { method: "PATCH", body: {} });
  expect(answer.headers.get("allow")?.split(", ").sort()).toEqual(["GET", "POST"]);
});

test("a refusal is in the reader's language, with an id and without the inside", async () => {
  const titles = [];
  for (const language of ["zh-CN", "en"]) {
    const answer = await send("/api/sales", { body: {}, headers: { "accept-language": language } });
    const problem = await answer.json();
    expect(problem.errors.length).toBeGreaterThan(0);
    expect(problem.errors[0]).toEqual({
      pointer: expect.stringMatching(/^\//),
      detail: expect.any(String),
    });
    expect(problem.instance).toBe(answer.headers.get("jifu-request"));
    titles.push(problem.title);
  }
  expect(titles).toEqual(["输入有误", "The input is not valid"]);
});

/** Writes bytes to the port and says what came back first. */
const bytes = (text: string): Promise<string> =>
  new Promise((done) => {
    const socket = connect(Number(new URL(chain.url).port), "127.0.0.1", () => socket.write(text));
    const end = (what: string) => {
      socket.destroy();
      done(what);
    };
    socket.once("data", (data) => end(data.toString("latin1").split("\r\n")[0]!));
    socket.once("close", () => end("closed"));
    socket.once("error", () => end("closed"));
    setTimeout(() => end("silence"), 3_000);
  });

test("bytes that are no HTTP get no answer of ours, and the server lives on", async () => {
  const head = "POST /api/sales HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n";
  for (
    const nonsense of [
      "\x16\x03\x01\x02\x00\x01\x00",
      "GET\r\n\r\n",
      "GET /api/brands HTTP/9.9\r\n\r\n",
      `${head}content-length: -5\r\n\r\n{}`,
      `${head}content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n{}`,
      `${head}transfer-encoding: chunked\r\n\r\nzz\r\n`,
      `GET /api/brands HTTP/1.1\r\n${"x: y\r\n".repeat(5_000)}\r\n`,
    ]
  ) expect(await bytes(nonsense)).not.toMatch(/ (2|5)\d\d /);
  expect(await asked("/api/brands", { method: "GET" })).toBe("200");
}, 60_000);
