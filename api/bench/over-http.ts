/** The same over HTTP: the real server in a process of its own, this process as the tills. Sale
 *  against the rate below HTTP, scan and summary against a trivial JSON route of the same server
 *  software. @module */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { freePort } from "../../e2e/free-port.ts";
import { insertDevice } from "../members/devices.ts";
import { startSession } from "../access/session.ts";
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { openHouse } from "../open-house.ts";
import { readSettings } from "../settings.ts";
import { openTestChain, type TestMember } from "../test-chain.ts";
import { newKey } from "../test-house.ts";
import { median, perSecond, type Ratio, rounded } from "./ratio.ts";
import { openBenchScene } from "./scene.ts";

const secret = "bench_till_of_the_first_store_0001";

const serve = async (entry: string[], env: Record<string, string>, ready: string) => {
  const child = spawn(Deno.execPath(), entry, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  for (let i = 0; i < 200; i++) {
    if (await fetch(ready).then((r) => r.body?.cancel().then(() => r.ok), () => false)) break;
    await new Promise((done) => setTimeout(done, 50));
  }
  return () =>
    new Promise<void>((done) => {
      if (child.exitCode !== null || child.signalCode !== null) return done();
      child.once("exit", () => done());
      child.kill("SIGTERM");
    });
};

/** What a member's phone is signed in with. */
const phoneToken = (card: string): string => `phone-of-${card}`;

/** A file database with a chain, members with phones and a key, made before the server opens it. */
export const prepareFile = async (path: string, members: number): Promise<string[]> => {
  const house = await openHouse(readSettings({ DATABASE_URL: `file:${path}`, DEMO: "0" }));
  const chain = await openTestChain(
    {
      house,
      clock: { now: Date.now() },
      path,
    } as Parameters<typeof openTestChain>[0],
  );
  const cards: string[] = [];
  for (let i = 0; i < members; i += 50) {
    const part = await Promise.all(Array.from({ length: 50 }, () => chain.enrol("周雅琴")));
    cards.push(...part.map((m) => m.card));
    await house.db.write(part.flatMap((m) => phoneOf(chain.desk(), m)));
  }
  const hash = createHash("sha256").update(secret).digest("base64url");
  await house.db.batch([{
    sql: `insert into api_key (id, secret_hash, label, role, brand_id, store_id, created_at)
      values ('key_bench', ?, 'Bench', 'pos', 'brd_a', 'sto_a', 0)`,
    args: [hash],
  }]);
  house.db.close();
  return cards;
};

const phoneOf = (desk: Desk, { memberId, card }: TestMember): Write[] => {
  const deviceId = desk.id("device");
  return [
    insertDevice.row({
      id: deviceId,
      member_id: memberId,
      label: "iPhone",
      created_at: desk.now,
      seen_at: desk.now,
    }),
    startSession(desk, { kind: "member", subjectId: memberId, deviceId, token: phoneToken(card) })
      .write,
  ];
};

const asker = (origin: string) => async (path: string, body: unknown) => {
  const answer = await fetch(origin + path, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${secret}`,
      "idempotency-key": newKey(),
    },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${text.slice(0, 200)}`);
  return text;
};

/** The server and its tills. */
export const openHttpScene = async (path: string, cards: readonly string[]) => {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const stop = await serve(
    ["run", "-A", "api/start.ts"],
    { PORT: String(port), DATABASE_URL: `file:${path}`, DEMO: "0" },
    `${origin}/api/brands`,
  );
  const ask = asker(origin);
  const start = Date.now();
  return {
    origin,
    stop,
    scan: (i: number) => ask("/api/scans", { code: cards[i % cards.length] }),
    summary: async (i: number) => {
      const cookie = `jifu-member=${phoneToken(cards[i % cards.length]!)}`;
      const answer = await fetch(`${origin}/api/members/me`, {
        headers: { cookie, "jifu-client": "pwa" },
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`own page: ${answer.status} ${text.slice(0, 200)}`);
      return text;
    },
    sell: (i: number) =>
      ask("/api/sales", {
        orderNo: `H${start}-${i}-${newKey().slice(0, 6)}`,
        member: { card: cards[i % cards.length] },
        lines: [{ sku: "6901", quantityMilli: 1000, amountFen: 6990 }],
        totalFen: 6990,
      }),
  };
};

/** A route that does nothing, asked as the tills ask. */
const openTrivial = async () => {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const env = { PORT: String(port) };
  const stop = await serve(["run", "-A", "api/bench/trivial-server.ts"], env, origin);
  const ask = asker(origin);
  return { stop, ask: () => ask("/", { code: "9100000000000000" }) };
};

type Scene = Awaited<ReturnType<typeof openHttpScene>>;

/** In turn with the same sales below HTTP, in this process and on a file of its own. */
const sales = async (scene: Scene): Promise<Ratio[]> => {
  const below = await openBenchScene();
  const rounds = [[1, 300], [8, 1200], [64, 4000]] as const;
  const rates = new Map(rounds.map(([n]) => [n, { over: [] as number[], below: [] as number[] }]));
  for (const sell of [scene.sell, below.sell]) await perSecond(8, 500, sell);
  for (let round = 0; round < 5; round++) {
    for (const [callers, n] of rounds) {
      rates.get(callers)!.below.push(await perSecond(callers, n, below.sell));
      rates.get(callers)!.over.push(await perSecond(callers, n, scene.sell));
    }
  }
  await below.chain.close();
  return [...rates].map(([callers, seen]) => ({
    what: `sale over HTTP, ${callers} callers ÷ the same below HTTP`,
    ratio: median(seen.over.map((rate, i) => rate / seen.below[i]!)),
    budget: 0.6,
    atLeast: true,
    detail: `${rounded(median(seen.over))}/s ÷ ${rounded(median(seen.below))}/s`,
  }));
};

/** In turn, so that a slow moment of the machine meets all three; a ratio is that of one round. */
const looks = async (scene: Scene): Promise<Ratio[]> => {
  const trivial = await openTrivial();
  const asked = { trivial: trivial.ask, scan: scene.scan, summary: scene.summary };
  const rates = { trivial: [] as number[], scan: [] as number[], summary: [] as number[] };
  const names = ["trivial", "scan", "summary"] as const;
  try {
    for (const name of names) await perSecond(64, 3000, asked[name]);
    for (let round = 0; round < 7; round++) {
      for (const name of names) rates[name].push(await perSecond(64, 4000, asked[name]));
    }
  } finally {
    await trivial.stop();
  }
  return (["scan", "summary"] as const).map((name) => ({
    what: `${name} over HTTP, 64 callers ÷ a trivial JSON route`,
    ratio: median(rates[name].map((rate, i) => rate / rates.trivial[i]!)),
    budget: 0.3,
    atLeast: true,
    detail: `${rounded(median(rates[name]))}/s ÷ ${rounded(median(rates.trivial))}/s`,
  }));
};

export const overHttp = async (): Promise<Ratio[]> => {
  const path = join(tmpdir(), `jifu-bench-${newKey()}.db`);
  const cards = await prepareFile(path, 500);
  const scene = await openHttpScene(path, cards);
  try {
    return [...await sales(scene), ...await looks(scene)];
  } finally {
    await scene.stop().catch(() => {});
    for (const tail of ["", "-wal", "-shm", ".key"]) await rm(path + tail, { force: true });
  }
};
