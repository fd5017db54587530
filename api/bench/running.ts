/** The real server as a system sees it: how soon it answers after its start, what it keeps in memory
 *  and how long its event loop makes others wait while 64 tills sell. @module */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { freePort } from "../../e2e/free-port.ts";
import { quantile } from "../../e2e/faults/flood.ts";
import { openHouse } from "../open-house.ts";
import { readSettings } from "../settings.ts";
import { openTestChain } from "../test-chain.ts";
import { newKey } from "../test-house.ts";
import { median, perSecond, type Ratio, rounded } from "./ratio.ts";

const secret = "bench_till_of_a_running_store_0001";
const limits = { startMs: 3000, waitMs: 200, memoryMb: 100 };
const sales = 12_000;

const prepare = async (path: string): Promise<string[]> => {
  const house = await openHouse(readSettings({ DATABASE_URL: `file:${path}`, DEMO: "0" }));
  const chain = await openTestChain(
    { house, clock: { now: Date.now() }, path } as Parameters<typeof openTestChain>[0],
  );
  const members = await Promise.all(Array.from({ length: 400 }, () => chain.enrol("何静宜")));
  await house.db.batch([{
    sql: `insert into api_key (id, secret_hash, label, role, brand_id, store_id, created_at)
      values ('key_running', ?, 'Bench', 'pos', 'brd_a', 'sto_a', 0)`,
    args: [createHash("sha256").update(secret).digest("base64url")],
  }]);
  await house.db.execute("pragma wal_checkpoint(truncate)");
  house.db.close();
  return members.map((m) => m.card);
};

/** Starts the server; `tookMs` until its first answer. */
const start = async (path: string) => {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const from = performance.now();
  const child = spawn(Deno.execPath(), ["run", "-A", "api/start.ts"], {
    env: { ...process.env, PORT: String(port), DATABASE_URL: `file:${path}`, DEMO: "0" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const answers = () =>
    fetch(`${origin}/api/brands`).then(async (a) => {
      await a.body?.cancel();
      return a.ok;
    }, () => false);
  while (!await answers()) {
    if (child.exitCode !== null) throw new Error("The server ended at once");
    await new Promise((done) => setTimeout(done, 5));
  }
  return {
    origin,
    pid: child.pid!,
    tookMs: performance.now() - from,
    stop: () =>
      new Promise<void>((done) => {
        child.once("exit", () => done());
        child.kill("SIGTERM");
      }),
  };
};

/** Resident memory, MB; 0 where the system does not say. */
const memory = async (pid: number): Promise<number> => {
  const text = await readFile(`/proc/${pid}/statm`, "utf8").catch(() => "0 0");
  return Number(text.split(" ")[1]) * 4096 / 1e6;
};

const sellAt = (origin: string, cards: readonly string[]) => async (i: number): Promise<void> => {
  const answer = await fetch(`${origin}/api/sales`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${secret}`,
      "idempotency-key": newKey(),
    },
    body: JSON.stringify({
      orderNo: `R${newKey().slice(0, 12)}`,
      member: { card: cards[i % cards.length] },
      lines: [{ sku: "6901", quantityMilli: 1000, amountFen: 6990 }],
      totalFen: 6990,
    }),
  });
  await answer.body?.cancel();
  if (answer.status >= 300) throw new Error(`a sale was answered ${answer.status}`);
};

const underLoad = async (path: string, cards: readonly string[]): Promise<Ratio[]> => {
  const server = await start(path);
  const sell = sellAt(server.origin, cards);
  // By then the pages that either connection keeps (64 MB each, pragmas.ts) are there.
  await perSecond(64, sales, sell);
  const before = await memory(server.pid);
  const waits: number[] = [];
  let most = before;
  const watching = setInterval(async () => {
    const from = performance.now();
    await fetch(`${server.origin}/api/ready`).then((a) => a.body?.cancel());
    waits.push(performance.now() - from);
    most = Math.max(most, await memory(server.pid));
  }, 50);
  const rate = await perSecond(64, sales, sell);
  clearInterval(watching);
  await server.stop();
  return [{
    what: "wait for a trivial answer while 64 tills sell, p99, ms",
    ratio: quantile(waits, 0.99),
    budget: limits.waitMs,
    atLeast: false,
    detail: `p50 ${quantile(waits, 0.5).toFixed(0)}, ${rounded(rate)} sales/s`,
  }, {
    what: `memory that ${sales} sales add, MB`,
    ratio: most - before,
    budget: limits.memoryMb,
    atLeast: false,
    detail: `${before.toFixed(0)} MB after as many before, at most ${most.toFixed(0)}`,
  }];
};

export const running = async (): Promise<Ratio[]> => {
  const path = join(tmpdir(), `jifu-bench-${newKey()}.db`);
  const cards = await prepare(path);
  try {
    const starts: number[] = [];
    for (let i = 0; i < 5; i++) {
      const server = await start(path);
      starts.push(server.tookMs);
      await server.stop();
    }
    return [{
      what: "start to first answer, ms",
      ratio: median(starts),
      budget: limits.startMs,
      atLeast: false,
      detail: `${starts.map((s) => s.toFixed(0)).join(", ")}`,
    }, ...await underLoad(path, cards)];
  } finally {
    for (const tail of ["", "-wal", "-shm", ".key"]) await rm(path + tail, { force: true });
  }
};
