/** Format, lint and types of every floor, each floor with only what exists there: `shared` has no
 *  DOM and no Deno, a service worker has no window. @module */
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { home, runStep } from "./run-step.ts";

type Step = { name: string; command: string; args: string[] };

const tsc = (project: string): Step => ({
  name: `types of ${project}`,
  command: "node",
  args: ["node_modules/typescript/bin/tsc", "-p", project],
});
const deno = (name: string, ...args: string[]): Step => ({ name, command: process.execPath, args });

/** Tests of the rules run on Node: they are checked with everything there is. Those of the clients
 *  are `.ci/tsconfig.json`: they have a DOM. */
const ruleTests = async (): Promise<string[]> => {
  const entries = await readdir(join(home, "shared"), { recursive: true });
  return entries.filter((f) => f.endsWith(".test.ts") && !f.startsWith("ui"))
    .map((f) => `shared/${f}`);
};

const steps = async (): Promise<Step[]> => [
  deno("format", "fmt", "--check", "--quiet"),
  deno("lint", "lint", "--quiet"),
  ...["shared", "pwa", "kiosk", "console"].map(tsc),
  ...["pwa", "kiosk", "console"].map((client) => `${client}/tsconfig.sw.json`)
    .filter((project) => existsSync(join(home, project))).map(tsc),
  deno("types of api, e2e and tools", "check", "--quiet", "api", "e2e", ".ci", "vite.config.ts"),
  deno("types of rule tests", "check", "--quiet", "tidy.test.ts", ...await ruleTests()),
  { ...tsc(".ci"), name: "types of client tests" },
];

/** @returns how many steps passed and failed; what failed is printed */
export const check = async (): Promise<{ passed: number; failed: number }> => {
  const waiting = await steps();
  let failed = 0;
  const total = waiting.length;
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const { ok, said, seconds } = await runStep(step.command, step.args);
      console.log(`${ok ? "ok  " : "FAIL"} ${step.name} (${seconds.toFixed(1)} s)`);
      if (!ok) {
        failed++;
        console.log(said.split("\n").slice(-60).join("\n"));
      }
    }
  };
  await Promise.all([worker(), worker()]);
  return { passed: total - failed, failed };
};

if (import.meta.main) {
  const { failed } = await check();
  process.exit(failed ? 1 : 0);
}
