import process from "node:process";
import { defineConfig } from "vitest/config";
import { sets } from "../stryker.config.mjs";

/** The tests that have to notice what Stryker changes: those of one set, few runs of each property. */
export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    include: sets[process.env.MUTATION_SET as keyof typeof sets].tests,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    env: { RUNS: "30", LEDGER_HISTORIES: "4" },
    // Files share their modules: loading them anew for each mutant was most of the time.
    isolate: false,
    setupFiles: [".ci/mutate-setup.ts"],
  },
});
