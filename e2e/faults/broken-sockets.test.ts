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

/** What a till and whoever signs in could have changed. The demo books, seals and sends by the clock
 *  meanwhile, so the rest does not stand still. */
const tables = [
  ...["sale", "sale_line", "sale_return", "scan", "claim", "claim_end", "member", "card", "store"],
  ...[
    "product",
    "category",
    "staff",
    "staff_grant",
    "api_key",
    "terminal",
    "gift",
    "one_time_code",
  ],
];
const rows = async (): Promise<unknown> =>
  (await db.execute(
    `select ${tables.map((t) => `(select count(*) from "${t}") as "${t}"`).join(", ")}`,
  ))[0];

const authorization = `Bearer ${posKeys[0].secret}`;
/** Long-lived, or made when it is first asked for. */
const doors = describedDoors().filter((d) => !d.streams && d.id !== "showMyNotices");

test("bad requests over real HTTP are refused as they are in the house", async () => {
  const chance = chanceFrom(11);
  const before = await rows();
  const faults: string[] = [];
  const times = soak ? 10_000 : 300;
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
  expect(await rows()).toEqual(before);
  tried({
    fault: "bad requests over real HTTP",
    times: `${sent} requests`,
    happened: "no 5xx, no trace",
  });
}, 600_000);

type Told = { first: string; all: string };

/** Writes parts with pauses, then closes its half of the line or just stops; all that came back. */
const wire = (parts: (string | number)[], end: boolean, patience = 1_500): Promise<string> =>
  new Promise((done) => {
    let all = "";
    const socket = connect(Number(new URL(chain.url).port), "127.0.0.1");
    const over = () => {
      clearTimeout(late);
      socket.destroy();
      done(all);
    };
    const late = setTimeout(over, patience);
    socket.on("data", (data) => (all += data.toString("latin1")));
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
const dripped = [...sale].flatMap((letter, i) => i % 20 ? [letter] : [letter, 40]);

/** Nobody, a refusal, or "send it again" where the line broke. */
const brokenOff = /^(HTTP\/1.1 (4\d\d|503) |$)/;
const refused = /^(HTTP\/1.1 4\d\d |$)/;

const wires: [string, (string | number)[], boolean, RegExp][] = [
  [
    "a body that breaks off",
    [head([`content-length: ${size}`]), sale.slice(0, 40)],
    true,
    brokenOff,
  ],
  ["a body that never comes", [head([`content-length: ${size}`])], false, /^$/],
  ["a head that breaks off", [head().slice(0, 60)], true, refused],
  ["more than was said", [head(["content-length: 10"]), sale], false, refused],
  ["a length that is none", [head(["content-length: 1e3"]), sale], false, refused],
  ["two lengths", [head(["content-length: 5", "content-length: 6"]), sale], false, refused],
  ["a length beyond measure", [head(["content-length: 99999999999"]), "{}"], false, refused],
  ["half a chunk", [head(["transfer-encoding: chunked"]), '10\r\n{"orderNo"', 50], true, brokenOff],
  ["a chunk of no size", [head(["transfer-encoding: chunked"]), "-1\r\n{}\r\n"], false, brokenOff],
  [
    "more chunks than a body may have",
    [head(["transfer-encoding: chunked"]), `fff0\r\n${"9".repeat(0xfff0)}\r\n`.repeat(3)],
    false,
    refused,
  ],
  ["a line break in a header", [head(["x-note: a\rb: c"]), sale], false, refused],
  ["a NUL in a header", [head(["x-note: a\u0000b"]), sale], false, refused],
  ["another request in the body", [head(["content-length: 0"]), head()], false, refused],
];

test("what is no whole request is refused or hung up on, and keeps nothing", async () => {
  const before = await rows();
  const told = await Promise.all(
    wires.map(async ([name, parts, end, wanted]) => {
      const all = await wire(parts, end);
      const inside = /\.ts\b|\bat \S+ \(|sqlite|HTTP\/1.1 500/i.test(all);
      return inside || !wanted.test(all) ? `${name}: ${all.slice(0, 300)}` : "";
    }),
  );
  expect(told.filter((fault) => fault)).toEqual([]);
  expect(await rows()).toEqual(before);
  tried({
    fault: "requests that are not whole",
    times: `${wires.length} kinds`,
    happened: "kept out",
  });
});

test("a body that drips in is taken when it is whole, once", async () => {
  const whole = (parts: (string | number)[]) =>
    wire([head([`content-length: ${size}`]), ...parts], false);
  expect(await whole(dripped)).toMatch(/^HTTP\/1.1 201 /);
  expect(await whole([sale])).toMatch(/^HTTP\/1.1 201 /);
  const sales = await db.execute("select count(*) as n from sale where order_no = 'S1'");
  expect(Number(sales[0]!.n)).toBe(1);
});

test("two hundred that never end do not keep others out", async () => {
  const hanging = Array.from(
    { length: 200 },
    () => wire([head([`content-length: ${size}`]), sale.slice(0, 20)], false, 3_000),
  );
  const quote = { lines: [{ name: "米", quantityMilli: 1000, amountFen: 100 }] };
  const headers = {
    "content-type": "application/json",
    authorization: `Bearer ${posKeys[1].secret}`,
  };
  const ask = async (): Promise<number> => {
    const init = { method: "POST", headers, body: JSON.stringify(quote) };
    return (await fetch(`${chain.url}/api/sales/quote`, init)).status;
  };
  // They hold a turn for a moment, as anybody may whose line is slow.
  const from = performance.now();
  while (await ask() !== 200) expect(performance.now() - from).toBeLessThan(2_000);
  const asked = await Promise.all(Array.from({ length: 20 }, ask));
  expect(new Set(asked)).toEqual(new Set([200]));
  await Promise.all(hanging);
  expect(chain.said()).not.toMatch(/Uncaught|panicked/);
}, 30_000);
