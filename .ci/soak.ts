/** `deno task soak`: the fault tests in their long form, one file after the other, and one table of
 *  what was tried. Names of files can be given: `deno task soak crash disk`. @module */
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { getChromium } from "../e2e/chromium.ts";
import type { Tried } from "../e2e/faults/tried.ts";
import { home, runStep } from "./run-step.ts";
import { wantsHelp } from "./usage.ts";

/** No single test of a soak may take longer, ms. */
const mostMs = 4 * 3_600_000;

const padded = (cells: readonly string[], widths: readonly number[]): string =>
  cells.map((cell, i) => cell.padEnd(widths[i]!)).join("  ").trimEnd();

const table = (rows: readonly Tried[]): string => {
  const lines = [["fault", "tried", "what happened"]];
  for (const { fault, times, happened } of rows) lines.push([fault, times, happened]);
  const widths = [0, 1, 2].map((i) => Math.max(...lines.map((line) => line[i]!.length)));
  return lines.map((line) => padded(line, widths)).join("\n");
};

const linesOf = (text: string): Tried[] =>
  text.split("\n").filter(Boolean).map((line) => JSON.parse(line));

const run = async (names: readonly string[]): Promise<boolean> => {
  const named = names.map((name) => `e2e/faults/${name}`);
  const folder = await mkdtemp(join(tmpdir(), "jifu-soak-"));
  const gathered = join(folder, "tried.jsonl");
  const chromium = getChromium();
  const { ok, seconds } = await runStep("node", [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--config",
    "e2e/vitest.config.ts",
    "--no-file-parallelism",
    `--testTimeout=${mostMs}`,
    `--hookTimeout=${mostMs}`,
    ...(named.length ? named : ["e2e/faults/"]),
  ], {
    live: true,
    env: {
      SOAK: "1",
      TRIED_TO: gathered,
      ...(chromium ? { CHROMIUM_PATH: chromium } : {}),
    },
  });
  const rows = linesOf(await readFile(gathered, "utf8").catch(() => ""));
  await rm(folder, { recursive: true, force: true });
  console.log(`\n${table(rows)}`);
  console.log(`\n${ok ? "All held" : "SOMETHING DID NOT HOLD"} (${(seconds / 60).toFixed(1)} min)`);
  return ok;
};

const main = async (): Promise<number> => {
  const names = process.argv.slice(2);
  const ending = ".test.ts";
  const there = (await readdir(join(home, "e2e/faults"))).filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length)).sort();
  const usage = "Usage: deno task soak [name …]\n\nRuns the fault tests in their long form, all " +
    `or those whose names begin so:\n  ${there.join(", ")}`;
  if (wantsHelp(names)) {
    console.log(usage);
    return 0;
  }
  const unknown = names.filter((name) =>
    !there.some((file) => `${file}${ending}`.startsWith(name))
  );
  if (unknown.length) {
    console.error(`Unknown: ${unknown.join(", ")}\n\n${usage}`);
    return 2;
  }
  return await run(names) ? 0 : 1;
};

process.exit(await main());
