/** The disk under the real server: full, read-only, and one that does not confirm what it took.
 *  Nothing is booked in half, refusals say why, reads go on, and what can recover without a new start
 *  does. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDb } from "../../api/db/open.ts";
import { verifyLedger } from "../../api/points/verify.ts";
import { ask, told } from "../ask.ts";
import { newKey } from "../callers.ts";
import { posKeys } from "../../api/demo/people.ts";
import { asRoot, hasOwnDisks, openOwnDisk } from "./own-disk.ts";
import { isReady, type Server, startServer, until } from "./server.ts";
import { smallChain } from "./small-chain.ts";
import { atMost, seeded, soak, tried } from "./tried.ts";

const ownDisks = hasOwnDisks();
const strace = spawnSync("strace", ["-V"]).status === 0;
/** Some systems let nobody but root look into a process that runs already. */
const attach = strace &&
  (asRoot ||
    spawnSync("grep", ["0", "/proc/sys/kernel/yama/ptrace_scope"]).status !== 1);
if (!ownDisks) {
  console.log("No mount namespaces here: the full and the read-only disk are skipped.");
}
if (!strace) console.log("No strace here: fsync and write errors are skipped.");

let folder: string;
let database: string;
let copies = 0;
let receipts = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jifu-disks-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const freshCopy = async (): Promise<string> => {
  database = join(folder, `jifu-${copies++}.db`);
  await copyFile(await smallChain(), database);
  return database;
};

type Order = { orderNo: string; key: string; told: string | null };

const authorization = `Bearer ${posKeys[0].secret}`;

const send = async ({ url }: Server, order: Order): Promise<void> => {
  order.told = await told(ask(url, "/api/sales", {
    key: order.key,
    headers: { authorization, "jifu-client": "pos" },
    body: {
      orderNo: order.orderNo,
      lines: [{ name: "金华火腿 整只礼盒", quantityMilli: 1000, amountFen: 68_800 }],
      totalFen: 68_800,
    },
  })).catch(() => null);
};

/** Sells until `over` says so of the last answer. */
const sellUntil = async (server: Server, over: (told: string | null) => boolean) => {
  const orders: Order[] = [];
  for (let n = 0; n < 20_000; n++) {
    const order: Order = { orderNo: `DK-${receipts++}`, key: newKey(), told: null };
    orders.push(order);
    await send(server, order);
    if (over(order.told)) return orders;
  }
  throw new Error("The disk never had enough");
};

const reading = ({ url }: Server, orderNo: string): Promise<Response> =>
  fetch(`${url}/api/sales?orderNo=${orderNo}`, { headers: { authorization } });

/** Each acknowledged order is there once, each other at most once, and the books are in order. */
const checkBooks = async (path: string, orders: Order[]): Promise<void> => {
  const db = await openDb({ url: `file:${path}` });
  const rows = await db.execute("select order_no, count(*) as n from sale group by order_no");
  const counts = new Map(rows.map((r) => [String(r.order_no), Number(r.n)]));
  for (const { orderNo, told } of orders) {
    if (told === "201") expect([orderNo, counts.get(orderNo)]).toEqual([orderNo, 1]);
    else expect(counts.get(orderNo) ?? 0).toBeLessThanOrEqual(1);
  }
  expect((await verifyLedger(db, Date.now())).findings).toEqual([]);
  db.close();
};

const readiness = ({ url }: Server): Promise<string> =>
  told(ask(url, "/api/ready", { method: "GET" }));

test.runIf(ownDisks)("a full disk refuses commands, goes on reading, and recovers", async () => {
  const disk = await openOwnDisk(24, await smallChain());
  try {
    const server = await startServer({ database: disk.database, before: disk.before });
    const orders = await sellUntil(server, (told) => told === "201");
    const rounds = soak ? 10 : 2;
    for (let round = 0; round < rounds; round++) {
      const free = await disk.fill();
      orders.push(...await sellUntil(server, (told) => told !== "201"));
      expect(orders.at(-1)!.told).toBe("503 disk-full");
      expect(await readiness(server)).toBe("503 disk-full");
      expect((await reading(server, orders[0]!.orderNo)).status).toBe(
        200,
      );
      await free();
      await until("it is ready again", () => isReady(server.url), 5000);
      for (const order of orders.filter((o) => o.told !== "201")) await send(server, order);
      expect(orders.filter((o) => o.told !== "201")).toEqual([]);
    }
    await server.end("SIGKILL");
    // SQLite follows links to a path that is another here: looked at in a copy.
    const copy = await freshCopy();
    for (const end of ["", "-wal"]) await copyFile(disk.seen + end, copy + end);
    await checkBooks(copy, orders);
    tried({
      fault: "full disk",
      times: `filled ${rounds} times`,
      happened: `${orders.length} sales, each refused one 503 disk-full and booked once when the ` +
        "disk was free again, without a new start; reads went on",
    });
  } finally {
    await disk.close();
  }
}, atMost(60_000));

test.runIf(ownDisks && asRoot)("on a read-only disk it does not start, and says why", async () => {
  const disk = await openOwnDisk(24, await smallChain());
  try {
    const live = await startServer({ database: disk.database, before: disk.before });
    const orders = await sellUntil(live, (told) => told === "201");
    await live.end("SIGKILL");
    disk.readOnly();
    const server = await startServer({
      database: disk.database,
      before: disk.before,
      wait: false,
    });
    expect(await server.ended).toBe(1);
    expect(server.said()).toMatch(/^Cannot start: the database \S+ cannot be written/m);
    expect(server.said()).not.toMatch(/^\s+at /m);
    expect(orders.at(-1)!.told).toBe("201");
    tried({
      fault: "read-only disk at the start",
      times: "once, after a kill -9",
      happened: "refuses to start: cannot be written",
    });
  } finally {
    await disk.close();
  }
}, atMost(60_000));

/** Has every call of these fail in a process that runs. @returns lets it go */
const failing = async (
  server: Server,
  calls: string,
  error: string,
): Promise<() => Promise<void>> => {
  const args = ["-f", "-qq", "-o", "/dev/null", `--attach=${server.pid}`, `--trace=${calls}`];
  const tracer: ChildProcess = spawn("strace", [...args, `--inject=${calls}:error=${error}`]);
  await until("the disk fails", async () => {
    const status = spawnSync("grep", ["TracerPid", `/proc/${server.pid}/status`]);
    return Number(String(status.stdout).split(":")[1]) > 0;
  });
  return () =>
    new Promise((done) => {
      tracer.once("close", () => done());
      tracer.kill("SIGINT");
    });
};

test.runIf(attach)("a disk that turns read-only refuses commands, and recovers", async () => {
  const path = await freshCopy();
  const server = await startServer({ database: path });
  const letGo = await failing(server, "pwrite64", "EROFS");
  const orders = await sellUntil(server, (told) => told !== "201");
  expect(orders.at(-1)!.told).toBe("503 disk-full");
  expect(await readiness(server)).toBe("503 disk-full");
  expect((await reading(server, "none")).status).toBe(200);
  await letGo();
  await until("it is ready again", () => isReady(server.url), 5000);
  for (const order of orders) await send(server, order);
  expect(orders.every((o) => o.told === "201")).toBe(true);
  await checkBooks(path, orders);
  await server.end("SIGKILL");
  tried({
    fault: "disk turns read-only (write answers EROFS)",
    times: "once",
    happened: "503 disk-full, reads go on, ready again without a new start",
  });
}, atMost(60_000));

/** Kills nothing: the process ends by itself. */
const untilUnsure = async (when: number): Promise<{ path: string; orders: Order[] }> => {
  const path = await freshCopy();
  const calls = "fsync,fdatasync";
  const inject = `--inject=${calls}:error=EIO:when=${when}+`;
  const before = ["strace", "-f", "--seccomp-bpf", "-qq", "-o", "/dev/null", `--trace=${calls}`];
  const server = await startServer({ database: path, before: [...before, inject] });
  const orders = await sellUntil(server, (told) => told !== "201");
  // Nobody is told that a sale was booked of which the disk did not say so.
  expect(orders.at(-1)!.told).toBe(null);
  expect(await server.ended).toBe(74);
  expect(server.said()).toContain("Stopped: the disk did not confirm a write");
  return { path, orders };
};

test.runIf(strace)(
  "after an fsync error the process ends, and starts when the disk can be trusted",
  async () => {
    const chance = seeded();
    const rounds = soak ? 20 : 1;
    let sales = 0;
    for (let round = 0; round < rounds; round++) {
      const { path, orders } = await untilUnsure(25 + chance.below(60));
      const before = ["strace", "-f", "--seccomp-bpf", "-qq", "-o", "/dev/null"];
      const broken = ["--trace=fsync,fdatasync", "--inject=fsync,fdatasync:error=EIO"];
      const again = await startServer({
        database: path,
        before: [...before, ...broken],
        wait: false,
      });
      expect(await again.ended).toBe(74);
      expect(again.said()).toMatch(/^Cannot start: the database \S+ cannot be trusted/m);
      const server = await startServer({ database: path });
      for (const order of orders) await send(server, order);
      expect(orders.every((o) => o.told === "201")).toBe(true);
      await checkBooks(path, orders);
      await server.end("SIGKILL");
      sales += orders.length;
    }
    tried({
      fault: "fsync answers EIO",
      times: `${rounds} times`,
      happened: `the process ended (74) without acknowledging; started again on the bad disk it ` +
        `refused; on a good one all ${sales} sales were there once`,
    });
  },
  atMost(90_000),
);
