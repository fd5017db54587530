/** `deno task replay <folder> [database file]`: books a folder of real sales through the public API
 *  of a server started for it, proves the ledger and compares every household with a calculation of
 *  its own. A second run on the same database repeats every command and doubles nothing. @module */
import { spawn } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { basename, resolve } from "node:path";
import { recordSale } from "../../shared/sales/endpoints.ts";
import { Problem } from "../../shared/problems.ts";
import type { House } from "../desk.ts";
import { openHouse } from "../open-house.ts";
import { printProof } from "../points/print-proof.ts";
import { verifyLedger } from "../points/verify.ts";
import { readSettings } from "../settings.ts";
import { addFirstAdmin, type FirstAdmin } from "../staff/first-admin.ts";
import { compare } from "./check.ts";
import { mappings } from "./mapping.ts";
import { readProducts, readSales, type Refused, type ReplaySale } from "./read-sales.ts";
import { type Chain, keyOf, setUp } from "./set-up.ts";
import { inParallel } from "./till.ts";

const bar = (what: string, done: number, all: number): void => {
  if (done !== all && done % 50 !== 0) return;
  const full = Math.round(done / all * 30);
  const text = `${what.padEnd(11)} ${"█".repeat(full)}${"·".repeat(30 - full)} ${done}/${all}`;
  Deno.stdout.writeSync(new TextEncoder().encode(`\r${text}${done === all ? "\n" : ""}`));
};

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });

const startServer = async (databaseUrl: string) => {
  const port = await freePort();
  const child = spawn(Deno.execPath(), ["task", "-q", "serve"], {
    env: { ...process.env, PORT: String(port), DATABASE_URL: databaseUrl, DEMO: "0" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const origin = `http://127.0.0.1:${port}`;
  for (let i = 0; i < 100; i++) {
    if (await fetch(`${origin}/api/brands`).then((r) => r.ok, () => false)) break;
    await new Promise((done) => setTimeout(done, 100));
  }
  const ended = new Promise((done) => child.once("exit", done));
  return {
    origin,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
};

const bookAll = async (chain: Chain, sales: readonly ReplaySale[]): Promise<Refused[]> => {
  const refused: Refused[] = [];
  let done = 0;
  await inParallel(sales, 48, async (sale) => {
    try {
      await chain.tills.get(sale.store)!(recordSale, {
        key: keyOf("sale", sale.store, sale.orderNo),
        body: {
          orderNo: sale.orderNo,
          member: { card: chain.cards.get(sale.member)! },
          lines: sale.lines,
          totalFen: sale.lines.reduce((sum, l) => sum + l.amountFen, 0),
          occurredAt: sale.at,
        },
      });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      refused.push({ file: "", line: 0, sale: sale.orderNo, reason: error.code });
    }
    bar("sales", ++done, sales.length);
  });
  return refused;
};

/** The same administrator in every run on a database, so that keys of the first run are its keys
 *  too and a second run repeats instead of doubling. */
const sameAdmin = async (house: House, path: string): Promise<FirstAdmin> => {
  const kept = await readFile(path, "utf8").catch(() => null);
  if (kept) return JSON.parse(kept) as FirstAdmin;
  const admin = await addFirstAdmin(house, "replay", "Replay");
  await writeFile(path, JSON.stringify(admin), { mode: 0o600 });
  return admin;
};

const run = async (folder: string, file: string): Promise<boolean> => {
  const mapping = mappings[basename(folder)];
  if (!mapping) throw new Error(`No mapping for ${basename(folder)}: ${Object.keys(mappings)}`);
  const products = await readProducts(folder, mapping);
  const { sales, refused } = await readSales(folder, mapping, products);
  await mkdir(resolve(file, ".."), { recursive: true });
  const url = `file:${file}`;
  const settings = readSettings({ DATABASE_URL: url, DEMO: "0" });
  const house = await openHouse(settings);
  const admin = await sameAdmin(house, `${file}.replay.json`);
  house.db.close();
  const server = await startServer(url);
  const started = performance.now();
  let chain: Chain;
  try {
    chain = await setUp(server.origin, admin, mapping, sales, products, bar);
    const from = performance.now();
    refused.push(...await bookAll(chain, sales));
    const seconds = (performance.now() - from) / 1000;
    console.log(
      `${sales.length} sales in ${seconds.toFixed(1)} s, ${
        Math.round(sales.length / seconds)
      } per second over HTTP`,
    );
  } finally {
    await server.stop();
  }
  const list = `${file}.refused.csv`;
  await writeFile(
    list,
    ["file,line,sale,reason", ...refused.map((r) => `${r.file},${r.line},${r.sale},${r.reason}`)]
      .join("\n") + "\n",
  );
  console.log(`${refused.length} lines or sales could not be booked, listed in ${list}`);
  const again = await openHouse(settings);
  const proof = await verifyLedger(again.db, Date.now());
  printProof(proof);
  const result = await compare(again.db, chain.brandId, folder, mapping);
  again.db.close();
  console.log(
    `${result.households} households, ${result.total} points; ${result.different.length} differ ` +
      `from the independent calculation (${((performance.now() - started) / 1000).toFixed(1)} s)`,
  );
  for (const row of result.different.slice(0, 10)) console.log(row);
  return proof.findings.length === 0 && result.different.length === 0;
};

const [folder, file] = Deno.args;
if (!folder) {
  console.error("Usage: deno task replay <folder> [database file]");
  Deno.exit(2);
}
const path = file ?? `data/replay-${basename(resolve(folder))}.db`;
if (!await run(resolve(folder), path)) Deno.exitCode = 1;
