/** The same bad requests against the real server, and bodies that break off, drip or lie about their
 *  length over bare sockets: it answers or hangs up, tells nothing of its inside, keeps nothing, and
 *  serves the next one. */
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDb } from "../../api/db/open.ts";
import { posKeys } from "../../api/demo/people.ts";
import { chanceFrom } from "../../api/http/test-bad-input.ts";
import { type Chain, openChain } from "../chain.ts";
import { badRequest } from "./bad-requests.ts";
import { oneOf } from "./bad-values.ts";
import { describedDoors, faultOfRefusal } from "./described-doors.ts";
import { fingerprint } from "./fingerprint.ts";
import { soak, tried } from "./tried.ts";

let chain: Chain;
let db: Awaited<ReturnType<typeof openDb>>;
beforeAll(async () => {
  chain = await openChain({ TRUST_PROXY: "1" });
  db = await openDb({ url: `file:${chain.database}` });
}, 300_000);
afterAll(async () => {
  db?.close();
  await chain?.close();
});

/** The demo works by the clock: what it sends, counts and leases changes by itself. */
const byItself = ["message", "lease", "schedule", "outbox", "timetable", "keepsake", "seal"];

const authorization = `Bearer ${posKeys[0].secret}`;
/** Long-lived, or made when it is first asked for. */
const doors = describedDoors().filter((d) => !d.streams && d.id !== "showMyNotices");

test("bad requests over real HTTP are refused as they are in the house", async () => {
  const chance = chanceFrom(11);
  const before = await fingerprint(db, byItself);
  const faults: string[] = [];
  const times = soak ? 10_000 : 500;
  let sent = 0;
  for (let i = 0; i < times; i++) {
    const door = oneOf(doors, chance);
    const request = badRequest(door, chance);
    const headers = new Headers({
      "jifu-client": "pos",
      "accept-language": i % 2 ? "en" : "zh-CN",
      "x-forwarded-for": `10.1.${chance(250)}.${chance(250)}`,
      ...(i % 3 ? { authorization } : {}),
      ...request.headers,
    });
    request.spoil?.(headers);
    // What no HTTP client of the platform lets out goes over the sockets below.
    headers.delete("expect");
    const init = { method: request.method, headers, redirect: "manual" } as const;
    const answer = await fetch(chain.url + request.path, {
      ...init,
      ...(request.body === null ? {} : { body: request.body }),
    }).catch((error: unknown) => String((error as Error).cause ?? error));
    if (typeof answer === "string") continue;
    sent++;
    const text = await answer.text();
    if (answer.status < 400 || request.method === "HEAD") continue;
    const fault = faultOfRefusal(answer, text, i % 2 ? "en" : "zh");
    if (fault) faults.push(`${door.id}, ${request.kind}: ${fault}`);
  }
  expect(faults).toEqual([]);
  expect(sent).toBeGreaterThan(times * 0.9);
  expect(await fingerprint(db, byItself)).toEqual(before);
  tried({
    fault: "bad requests over real HTTP",
    times: `${sent} requests`,
    happened: "no 5xx, no trace",
  });
}, 600_000);

type Told = { first: string; all: string };

/** Writes parts with pauses, then ends or just stops; what came back until the server had enough. */
const wire = (parts: (string | number)[], end: boolean): Promise<Told> =>
  new Promise((done) => {
    let all = "";
    const socket = connect(Number(new URL(chain.url).port), "127.0.0.1");
    const over = () => {
      clearTimeout(late);
      socket.destroy();
      done({ first: all.split("\r\n")[0] ?? "", all });
    };
    const late = setTimeout(over, 4_000);
    socket.on("data", (data) => {
      all += data.toString("latin1");
      if (/\r\n\r\n[\s\S]*\}$/.test(all)) over();
    });
    socket.once("close", over);
    socket.once("error", over);
    const write = async () => {
      for (const part of parts) {
        if (typeof part === "number") await new Promise((on) => setTimeout(on, part));
        else if (!socket.destroyed) socket.write(part);
      }
      if (end) socket.end();
    };
    socket.once("connect", () => void write());
  });

const head = (lines: string[] = []): string =>
  [
    "POST /api/sales HTTP/1.1",
    "host: localhost",
    "content-type: application/json",
    `authorization: ${authorization}`,
    "idempotency-key: broken-socket-0001",
    ...lines,
    "",
    "",
  ].join("\r\n");
const sale = '{"orderNo":"S1","lines":[{"name":"米","quantityMilli":1000,"amountFen":100}],' +
  '"totalFen":100}';
const size = new TextEncoder().encode(sale).length;
const dripped = [...sale].flatMap((letter, i) => i % 12 ? [letter] : [letter, 40]);

test.each<[string, (string | number)[], boolean, RegExp]>([
  ["a body that breaks off", [head([`content-length: ${size}`]), sale.slice(0, 40)], true, /^$| 4/],
  ["a body that never comes", [head([`content-length: ${size}`])], false, /^$| 4/],
  ["a head that breaks off", [head().slice(0, 60)], true, /^$| 4/],
  ["more than was said", [head(["content-length: 10"]), sale], true, / 400 /],
  ["a length that is none", [head(["content-length: 1e3"]), sale], true, /^$| 4/],
  ["two lengths", [head(["content-length: 5", "content-length: 6"]), sale], true, /^$| 4/],
  ["a length beyond measure", [head(["content-length: 99999999999"]), "{}"], true, /^$| 4/],
  [
    "chunks that break off",
    [head(["transfer-encoding: chunked"]), '10\r\n{"orderNo"', 50],
    true,
    /^$| 4/,
  ],
  ["a chunk of no size", [head(["transfer-encoding: chunked"]), "-1\r\n{}\r\n"], true, /^$| 4/],
  [
    "more chunks than a body may have",
    [head(["transfer-encoding: chunked"]), `fff0\r\n${"9".repeat(0xfff0)}\r\n`.repeat(3)],
    true,
    /^$| 413 /,
  ],
  ["a line break in a header", [head(["x-note: a\rb: c"]), sale], true, /^$| 4/],
  ["a NUL in a header", [head(["x-note: a\u0000b"]), sale], true, /^$| 4/],
  ["another request in the body", [head([`content-length: 0`]), head()], true, / 4/],
])("%s", async (_, parts, end, wanted) => {
  const before = await fingerprint(db, byItself);
  const { first, all } = await wire(parts, end);
  expect(first).toMatch(wanted);
  expect(all).not.toMatch(/ 5\d\d |\.ts\b|\bat \S+ \(|sqlite/i);
  expect(await fingerprint(db, byItself)).toEqual(before);
});

test("a body that drips in is taken when it is whole, once", async () => {
  const { first } = await wire([head([`content-length: ${size}`]), ...dripped], true);
  expect(first).toMatch(/ 201 /);
  const again = await wire([head([`content-length: ${size}`]), sale], true);
  expect(again.first).toMatch(/ 201 /);
  const rows = await db.execute("select count(*) as n from sale where order_no = 'S1'");
  expect(Number(rows[0]!.n)).toBe(1);
});

test("two hundred that never end do not keep others out", async () => {
  const hanging = Array.from(
    { length: 200 },
    () => wire([head([`content-length: ${size}`]), sale.slice(0, 20)], false),
  );
  const from = performance.now();
  for (let i = 0; i < 20; i++) expect((await fetch(`${chain.url}/api/brands`)).status).toBe(200);
  expect(performance.now() - from).toBeLessThan(3_900);
  await Promise.all(hanging);
  expect(chain.said()).not.toMatch(/"level":"error"|Uncaught|panicked/);
}, 30_000);
