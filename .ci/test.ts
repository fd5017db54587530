/** `npm test`: everything that has to hold, in one run that ends with one line of counts. Parts can
 *  be named to run only these: check, unit, server, browser. @module */
import { statfsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import process from "node:process";
import { getChromium, noChromium } from "../e2e/chromium.ts";
import { hasLibsqlServer, startLibsqlServer } from "../e2e/libsql-server.ts";
import { check } from "./check.ts";
import { home, runStep } from "./run-step.ts";

type Counts = { passed: number; failed: number };
const none: Counts = { passed: 0, failed: 0 };
const oneFailed: Counts = { passed: 0, failed: 1 };

const roomy = (path: string): boolean => {
  try {
    const { bavail, bsize } = statfsSync(path);
    return bavail * bsize > 4e9;
  } catch {
    return false;
  }
};
/** What tests write need not outlive a power cut: it is kept in memory where there is room for it. An
 *  fsync costs nothing there; its order and its failing are tested by the faults' own tests. */
const scratch = roomy("/dev/shm") ? "/dev/shm" : tmpdir();
const folder = await mkdtemp(join(scratch, "jifu-test-"));

type FileReport = {
  name: string;
  startTime: number;
  endTime: number;
  status: string;
  assertionResults: unknown[];
};
type Report = { numPassedTests: number; numFailedTests: number; testResults: FileReport[] };

/** Where the time of a part went: its slowest files. */
const slowestOf = ({ testResults }: Report): string =>
  testResults
    .map(({ name, startTime, endTime }) => ({
      file: relative(home, name),
      ms: endTime - startTime,
    }))
    .sort((a, b) => b.ms - a.ms).slice(0, 6)
    .map(({ file, ms }) => `${file} ${(ms / 1000).toFixed(0)} s`).join(", ");

/** A file that could not even be loaded has no tests to count: it is one failure. */
const countsOf = (report: Report, ok: boolean): Counts => {
  const unloaded =
    report.testResults.filter((file) =>
      file.status === "failed" && file.assertionResults.length === 0
    ).length;
  const failed = report.numFailedTests + unloaded;
  return { passed: report.numPassedTests, failed: ok ? failed : Math.max(failed, 1) };
};

const vitest = async (
  name: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<Counts> => {
  const out = join(folder, `${name}.json`);
  const { ok, said } = await runStep("node", [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${out}`,
    ...args,
  ], { env: { TMPDIR: folder, ...env } });
  const report = await readFile(out, "utf8").then((text) => JSON.parse(text) as Report, () => null);
  if (!ok) console.log(said);
  if (report) console.log(`slowest of ${name}: ${slowestOf(report)}`);
  return report ? countsOf(report, ok) : oneFailed;
};

/** Where a server may behave otherwise than a file: transactions, races, answers that are lost, the
 *  replica that lags. What remains are lists and rules on top of the same few functions; that the
 *  server understands their statements, api/db/understood.test.ts shows. SERVER=all runs them there
 *  too, less who may pass which door, which is the same on any database. */
const serverRooms = process.env.SERVER === "all" ? ["api/"] : [
  "db",
  "points",
  "sales",
  "gifts",
  "transfers",
  "cards",
  "members",
  "http",
  "access",
  "timetable",
].map((room) => `api/${room}/`);
const onFileOnly = [
  "role-matrix",
  "*doors",
  "every-door",
  // Parts of the proof and of who asks, one by one; the whole of both runs here as well.
  "seal-day",
  "lapse-lots",
  "invariants",
  "verify*",
  "hashes",
  "holdings",
  "actors*",
  "known",
  "place",
  "proof",
  // Rules of a sale one by one; what they book is booked here by the others.
  "rules",
  "offset",
]
  .map((name) => `--exclude=**/${name}.test.ts`);

const onServer = async (): Promise<Counts> => {
  if (!hasLibsqlServer()) {
    console.log("There is no libSQL server for this machine: the API was tested on a file only.");
    return none;
  }
  const server = await startLibsqlServer({ replica: true, under: folder });
  try {
    return await vitest("server", [...serverRooms, "--no-file-parallelism", ...onFileOnly], {
      TEST_DATABASE_URL: server.url,
      TEST_REPLICA_URL: server.replicaUrl,
      // The random histories ran on the file; here a few show that both behave alike.
      LEDGER_HISTORIES: "6",
    });
  } finally {
    await server.stop();
  }
};

const inBrowser = async (): Promise<Counts> => {
  const chromium = getChromium();
  if (!chromium) {
    console.log(noChromium);
    return oneFailed;
  }
  const built = await runStep(process.execPath, ["run", "-A", ".ci/build.ts"]);
  if (!built.ok) {
    console.log(built.said);
    return oneFailed;
  }
  return await vitest("browser", ["--config", "e2e/vitest.config.ts"], {
    CHROMIUM_PATH: chromium,
  });
};

const parts: Record<string, { title: string; run: () => Promise<Counts> }> = {
  check: { title: "format, lint, types", run: check },
  unit: { title: "rules and API, on a file", run: () => vitest("unit", []) },
  server: { title: "API, on a libSQL server with a replica", run: onServer },
  browser: { title: "journeys in a browser", run: inBrowser },
};

/** What runs side by side, and after what. All at once is slower: five processes and a browser take
 *  the same two cores' caches from each other. */
const phases = [["check", "unit", "server"], ["browser"]];

const runPart = async (name: string): Promise<Counts> => {
  const { title, run } = parts[name]!;
  const from = performance.now();
  const counts = await run();
  const seconds = ((performance.now() - from) / 1000).toFixed(0);
  console.log(`${title}: ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`);
  return counts;
};

const main = async (): Promise<void> => {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !parts[name]);
  if (unknown.length) throw new Error(`Unknown: ${unknown}. Parts: ${Object.keys(parts)}`);
  const sum = { passed: 0, failed: 0 };
  const add = async (name: string): Promise<void> => {
    if (asked.length > 0 && !asked.includes(name)) return;
    const { passed, failed } = await runPart(name);
    sum.passed += passed;
    sum.failed += failed;
  };
  for (const phase of phases) await Promise.all(phase.map(add));
  await rm(folder, { recursive: true, force: true });
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
  process.exit(sum.failed ? 1 : 0);
};

await main();
