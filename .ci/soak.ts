/** `deno task soak`: the fault tests in their long form, one file after the other, and one table of
 *  what was tried. Names of files can be given: `deno task soak crash disk`. @module */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { getChromium } from "../e2e/chromium.ts";
import type { Tried } from "../e2e/faults/tried.ts";
import { runStep } from "./run-step.ts";

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

const main = async (): Promise<boolean> => {
  const named = process.argv.slice(2).map((name) => `e2e/faults/${name}`);
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

process.exit(await main() ? 0 : 1);
