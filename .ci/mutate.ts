/** `deno task mutate <set> [files…]`: changes the code of a set on purpose, a little at a time, and
 *  sees whether its tests notice. Prints the score of each file and what was not noticed; the least
 *  that is asked is 85 %. Sets stand in stryker.config.mjs. @module */
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { sets } from "../stryker.config.mjs";
import { readHouse } from "./house.ts";
import { runStep } from "./run-step.ts";
import { wantsHelp } from "./usage.ts";

type Mutant = {
  status: "Killed" | "Timeout" | "Survived" | "NoCoverage" | string;
  mutatorName: string;
  replacement?: string;
  location: { start: { line: number; column: number } };
};
type Report = { files: Record<string, { mutants: Mutant[] }> };
type Score = { noticed: number; all: number };

/** The least share of mutants that the tests of a set have to notice. */
const least = 0.85;

/** In memory where there is some: nothing of it has to outlive a power cut. */
const scratch = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

const noticed = ["Killed", "Timeout"];
const missed = ["Survived", "NoCoverage"];

const count = (mutants: Mutant[]): Score => {
  const found = mutants.filter((m) => noticed.includes(m.status)).length;
  return { noticed: found, all: found + mutants.filter((m) => missed.includes(m.status)).length };
};

const share = ({ noticed, all }: Score): number => all === 0 ? 1 : noticed / all;
const line = (name: string, score: Score): string =>
  `${name.padEnd(34)} ${`${score.noticed} of ${score.all}`.padStart(14)} ${
    (share(score) * 100).toFixed(1).padStart(7)
  } %`;

const usage = `Usage: deno task mutate <set> [file …]

Changes the code of a set a little at a time and sees whether its tests notice.
Sets: ${Object.keys(sets).join(", ")}`;

const mutate = async (name: string, files: readonly string[]): Promise<void> => {
  const folder = await mkdtemp(join(scratch, "jifu-mutate-"));
  const { ok, said } = await runStep("node", [
    "node_modules/@stryker-mutator/core/bin/stryker.js",
    "run",
    ...(files.length > 0 ? ["--mutate", files.join(",")] : []),
  ], {
    // Each mutant gets a thread of its own: migrating a house in each was half of the time.
    env: { MUTATION_SET: name, TMPDIR: folder, HOUSE_TEMPLATE: join(folder, "template.db") },
    live: true,
  });
  // With the houses of mutants that were cut off.
  await rm(folder, { recursive: true, force: true });
  if (!ok) throw new Error(`Stryker failed: ${said.slice(-2000)}`);

  const report = JSON.parse(readHouse(`data/mutation/${name}.json`)) as Report;
  const byFile = Object.entries(report.files);
  for (const [file, { mutants }] of byFile) {
    for (const m of mutants.filter((m) => missed.includes(m.status))) {
      const { line, column } = m.location.start;
      const text = m.replacement?.replaceAll(/\s+/g, " ").slice(0, 120);
      console.log(`${m.status} ${file}:${line}:${column} ${m.mutatorName} → ${text}`);
    }
  }
  for (const [file, { mutants }] of byFile) console.log(line(file, count(mutants)));
  const all = count(byFile.flatMap(([, { mutants }]) => mutants));
  console.log(line(name, all));
  process.exit(share(all) < least ? 1 : 0);
};

const [name = "", ...files] = process.argv.slice(2);
if (wantsHelp([name, ...files])) console.log(usage);
else if (Object.hasOwn(sets, name)) await mutate(name, files);
else {
  console.error(`${name ? `Unknown: ${name}` : "Which set?"}\n\n${usage}`);
  process.exit(2);
}
