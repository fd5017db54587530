/** `deno task replay` as it is run, killed in the middle and started again: what it comes to is what
 *  an undisturbed run comes to. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeTestFolder, type TestFolder } from "../api/replay/test-folder.ts";
import { deno } from "./chain.ts";

const home = fileURLToPath(new URL("../", import.meta.url));
const size = { sales: process.env.SOAK ? 2_000 : 200, members: 50, seed: 11 };
let root: string;
let small: TestFolder;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "jifu-replay-"));
  small = await makeTestFolder(join(root, "small"), size);
});
afterAll(() => rm(root, { recursive: true, force: true }));

type Run = {
  child: ChildProcess;
  said: () => string;
  ended: Promise<number | null>;
  /** Resolves once it has said so. */
  says: (what: RegExp) => Promise<void>;
};

const start = (...more: string[]): Run => {
  const args = ["run", "-A", "api/replay/replay.ts", ...more];
  const child = spawn(deno, args, { cwd: home, env: { ...process.env, NO_COLOR: "1" } });
  let said = "";
  const hearers = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (text) => {
      said += text;
      for (const hear of hearers) hear();
    });
  }
  const ended = new Promise<number | null>((done) => child.once("exit", (code) => done(code)));
  const says = (what: RegExp): Promise<void> =>
    new Promise((done, fail) => {
      const hear = () => what.test(said) && done();
      hearers.add(hear);
      void ended.then(() => fail(new Error(`It ended without ${what}:\n${said}`)));
      hear();
    });
  return { child, said: () => said, ended, says };
};

const replay = (database: string): Run =>
  start(small.folder, "--mapping", small.mapping, "--programme", "tiers", "--database", database);

const stepsKept = async (database: string): Promise<number> =>
  JSON.parse(await readFile(`${database}.replay.json`, "utf8")).behind.steps;

/** Where it is killed, one run after the other, before one is let to its end. */
const kills = process.env.SOAK
  ? [
    /^members 50 %/m,
    ...[10, 20, 30, 40, 50, 60, 70, 80, 90].map((n) => RegExp(`^sales ${n} %`, "m")),
  ]
  : [/^sales 50 %/m];

test("killed in the middle and started again, it ends as if nothing had been", async () => {
  const database = join(root, "killed.db");
  for (const at of kills) {
    const killed = replay(database);
    await killed.says(at);
    // How far it is, it notes four times a second: on a busy machine not yet by then.
    if (at.source.includes("sales")) {
      await expect.poll(() => stepsKept(database), { interval: 10 }).toBeGreaterThan(0);
    }
    killed.child.kill("SIGKILL");
    await killed.ended;
    expect(killed.said()).not.toMatch(/^sales 100 %/m);
  }

  const last = replay(database);
  expect([await last.ended, last.said()]).toEqual([0, expect.stringContaining("holds")]);
  const said = last.said();
  const [, behind] = /Going on after (\d+) sales/.exec(said) ?? [];
  expect(Number(behind)).toBeGreaterThan(0);
  const [, sales, returns, booked] = /^(\d+) sales and (\d+) returns, (\d+) of them in/m.exec(said)!
    .map(Number);
  expect(sales).toBe(size.sales);
  expect(booked).toBe(sales! + returns! - Number(behind));
  // Each sale once, or the points of its member would differ.
  expect(said).toMatch(/members \(\d+ \/ \d+ \/ \d+ by tier\), \d+ points; 0 differ/);
  const list = await readFile(`${database}.refused.csv`, "utf8");
  expect(list.trim().split("\n").slice(1).map((line) => line.split(",")[0]))
    .toEqual(small.reasons.map(() => "till lines.csv"));
}, process.env.SOAK ? 600_000 : 60_000);

test("without a second opinion it says that the points were not compared", async () => {
  const tiny = await makeTestFolder(join(root, "tiny"), { sales: 12, members: 4, seed: 3 });
  await rm(tiny.mapping.replace(/\.json$/, ".sql"));
  const run = start(tiny.folder, "--mapping", tiny.mapping, "--database", join(root, "tiny.db"));
  expect([await run.ended, run.said()]).toEqual([
    0,
    expect.stringMatching(/^The points were NOT compared: there is no \S+\.sql$/m),
  ]);
});

test("what it is not told right it says in one sentence", async () => {
  const wrong = start(small.folder, "--mapping", small.mapping, "--programme", "gold");
  expect([await wrong.ended, wrong.said()]).toEqual([
    2,
    expect.stringMatching(/^There is no programme gold\n\nUsage: /),
  ]);
});
