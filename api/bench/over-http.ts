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

const trivialRate = async (): Promise<number> => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const stop = await serve(["run", "-A", "api/bench/trivial-server.ts"], {
    PORT: String(port),
  }, url);
  const ask = async () => {
    const answer = await fetch(url, { method: "POST", body: '{"code":"9100000000000000"}' });
    await answer.text();
  };
  await perSecond(64, 2000, ask);
  const rates: number[] = [];
  for (let run = 0; run < 3; run++) rates.push(await perSecond(64, 6000, ask));
  await stop();
  return median(rates);
};

export const overHttp = async (below: Map<number, number>): Promise<Ratio[]> => {
  const path = join(tmpdir(), `jifu-bench-${newKey()}.db`);
  const cards = await prepareFile(path, 500);
  const scene = await openHttpScene(path, cards);
  const ratios: Ratio[] = [];
  try {
    await perSecond(8, 300, scene.sell);
    for (const [callers, n] of [[1, 300], [8, 1200], [64, 4000]] as const) {
      const rates = [
        await perSecond(callers, n, scene.sell),
        await perSecond(callers, n, scene.sell),
        await perSecond(callers, n, scene.sell),
      ];
      ratios.push({
        what: `sale over HTTP, ${callers} callers ÷ the same below HTTP`,
        ratio: median(rates) / below.get(callers)!,
        budget: 0.6,
        atLeast: true,
        detail: `${rounded(median(rates))}/s ÷ ${rounded(below.get(callers)!)}/s`,
      });
    }
    const looks = [["scan", scene.scan], ["summary", scene.summary]] as const;
    const rates = new Map<string, number>();
    for (const [what, look] of looks) {
      await perSecond(64, 1000, look);
      const seen: number[] = [];
      for (let run = 0; run < 3; run++) seen.push(await perSecond(64, 4000, look));
      rates.set(what, median(seen));
    }
    await scene.stop();
    const trivial = await trivialRate();
    for (const [what] of looks) {
      ratios.push({
        what: `${what} over HTTP, 64 callers ÷ a trivial JSON route`,
        ratio: rates.get(what)! / trivial,
        budget: 0.3,
        atLeast: true,
        detail: `${rounded(rates.get(what)!)}/s ÷ ${rounded(trivial)}/s`,
      });
    }
  } finally {
    await scene.stop().catch(() => {});
    for (const tail of ["", "-wal", "-shm", ".key"]) await rm(path + tail, { force: true });
  }
  return ratios;
};
