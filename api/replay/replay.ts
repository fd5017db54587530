/** `deno task replay <folder>`: books a folder of real sales through the public API of a server
 *  started for it, proves the ledger and compares every member with a calculation of its own. Ended at
 *  any moment and started again, it goes on where it was and doubles nothing. See docs/replay.md.
 *  @module */
import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { openHouse } from "../open-house.ts";
import { printProof } from "../points/print-proof.ts";
import { verifyLedger } from "../points/verify.ts";
import { readSettings } from "../settings.ts";
import { bookAll } from "./book-all.ts";
import { compare, opinionBeside } from "./check.ts";
import { findMapping } from "./mapping.ts";
import { startServer } from "./own-server.ts";
import { type ProgrammeName, programmeNames, programmes } from "./programmes.ts";
import { progress } from "./progress.ts";
import { csvLine } from "./read-csv.ts";
import { readProducts } from "./read-products.ts";
import { readSales, type Refused } from "./read-sales.ts";
import { openChain, setUp } from "./set-up.ts";
import { openState } from "./state.ts";
import { sendTo } from "./till.ts";

const usage = `Usage: deno task replay <folder> [--mapping file.json] [--programme name]
         [--database file] [--at-once 48]

Books the sales in a folder of CSV files through the public API, then proves the ledger
and compares the points of every member with plain SQL over the same files.
Programmes: ${programmeNames.map((n) => `${n} (${programmes[n].said})`).join(",\n  ")}`;

type Options = {
  folder: string;
  mapping: string | undefined;
  programme: ProgrammeName;
  database: string;
  atOnce: number;
};

/** @throws Error with one sentence */
const optionsIn = (args: string[]): Options => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      mapping: { type: "string" },
      programme: { type: "string", default: "carried" },
      database: { type: "string" },
      "at-once": { type: "string", default: "48" },
    },
  });
  const programme = programmeNames.find((name) => name === values.programme);
  if (!programme) throw new Error(`There is no programme ${values.programme}`);
  const atOnce = Number(values["at-once"]);
  if (!Number.isInteger(atOnce) || atOnce < 1 || atOnce > 512) {
    throw new Error("--at-once is a number from 1 to 512");
  }
  if (positionals.length !== 1) throw new Error("Name one folder");
  const folder = resolve(positionals[0]!);
  const database = values.database ?? `data/replay-${basename(folder)}-${programme}.db`;
  return { folder, mapping: values.mapping, programme, database, atOnce };
};

const writeRefused = async (path: string, refused: readonly Refused[]): Promise<void> => {
  const lines = refused.map((r) => csvLine([r.file, r.line || "", r.sale, r.reason]));
  await writeFile(path, ["file,line,sale,reason", ...lines].join("\n") + "\n");
  console.log(`${refused.length} lines or sales could not be booked, listed in ${path}`);
  const reasons = new Map<string, number>();
  for (const { reason } of refused) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const most = [...reasons].sort(([, a], [, b]) => b - a);
  for (const [reason, n] of most.slice(0, 12)) console.log(`  ${String(n).padStart(7)}  ${reason}`);
};

/** What is to be booked, and its hash. */
const readFolder = async ({ folder, mapping: named, programme }: Options) => {
  const { path, mapping } = await findMapping(folder, named);
  if (programme === "tiers" && !mapping.tiers) {
    throw new Error(`${path} says no tiers, which the programme "tiers" needs`);
  }
  const products = await readProducts(folder, mapping);
  const sold = await readSales(folder, mapping, products);
  const hash = createHash("sha256").update(JSON.stringify([mapping, programme, products, sold]));
  return { path, mapping, products, sold, of: hash.digest("base64url") };
};

type Read = Awaited<ReturnType<typeof readFolder>>;

/** @returns the brand, and what the API refused besides */
const bookFolder = async (options: Options, { mapping, products, sold, of }: Read) => {
  const { database, programme, atOnce } = options;
  await mkdir(dirname(resolve(database)), { recursive: true });
  const url = `file:${database}`;
  const house = await openHouse(readSettings({ DATABASE_URL: url, DEMO: "0" }));
  const state = await openState(house, `${database}.replay.json`, of);
  house.db.close();
  const server = await startServer(url);
  const say = progress({
    isTerminal: Deno.stdout.isTerminal(),
    write: (text) => Deno.stdout.writeSync(new TextEncoder().encode(text)),
    now: () => performance.now(),
  });
  const book = async () => {
    const plan = { mapping, programme, products, sales: sold.sales };
    const send = sendTo(server.origin);
    const kept = state.chain ?? await setUp(send, state.admin, plan, say);
    if (!state.chain) await state.keepChain(kept);
    const chain = openChain(send, kept);
    const { behind, note } = state;
    if (behind.steps) console.log(`Going on after ${behind.steps} sales and returns`);
    const from = performance.now();
    const refused = await bookAll(chain, sold, { atOnce, say, behind, note });
    await state.keep();
    const seconds = (performance.now() - from) / 1000;
    const booked = sold.sales.length + sold.returns.length - behind.steps;
    console.log(
      `${sold.sales.length} sales and ${sold.returns.length} returns, ${booked} of them in ` +
        `${seconds.toFixed(1)} s: ${Math.round(booked / seconds)} per second over HTTP`,
    );
    return { brandId: chain.brandId, refused };
  };
  try {
    return await server.during(book());
  } finally {
    await server.stop();
  }
};

/** @returns does the ledger hold, and does every member have what the second opinion says? */
const prove = async (options: Options, { path, mapping }: Read, brandId: string) => {
  const { database, folder, programme } = options;
  const house = await openHouse(readSettings({ DATABASE_URL: `file:${database}`, DEMO: "0" }));
  try {
    const proof = await verifyLedger(house.db, Date.now());
    printProof(proof);
    const opinion = opinionBeside(path);
    if (!opinion) {
      const missing = path.replace(/\.json$/, ".sql");
      console.log(`\nThe points were NOT compared: there is no ${missing}`);
      return proof.findings.length === 0;
    }
    const result = await compare(house.db, brandId, folder, { mapping, programme, opinion });
    const tiers = result.tiers.length > 1 ? ` (${result.tiers.join(" / ")} by tier)` : "";
    console.log(
      `\n${programmes[programme].said}:\n${result.members} members${tiers}, ` +
        `${result.points} points; ${result.different.length} differ from the second opinion`,
    );
    for (const row of result.different.slice(0, 10)) console.log(row);
    return proof.findings.length === 0 && result.different.length === 0;
  } finally {
    house.db.close();
  }
};

const run = async (options: Options): Promise<boolean> => {
  const started = performance.now();
  const read = await readFolder(options);
  const { brandId, refused } = await bookFolder(options, read);
  await writeRefused(`${options.database}.refused.csv`, [...read.sold.refused, ...refused]);
  const holds = await prove(options, read, brandId);
  console.log(`${((performance.now() - started) / 1000).toFixed(1)} s in all`);
  return holds;
};

const main = async (): Promise<number> => {
  if (Deno.args.some((arg) => arg === "--help" || arg === "-h")) {
    console.log(usage);
    return 0;
  }
  let options: Options;
  try {
    options = optionsIn(Deno.args);
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    return 2;
  }
  try {
    return await run(options) ? 0 : 1;
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  }
};

Deno.exit(await main());
