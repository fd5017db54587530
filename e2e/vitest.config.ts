import { defineConfig } from "vitest/config";
import { LongestFirst } from "./longest-first.ts";

/** Journeys in a real browser against the real server, three files at a time: most of a journey is
 *  waiting. */
export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    include: ["e2e/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 3,
    pool: "forks",
    isolate: false,
    globalSetup: ["e2e/once-per-run.ts"],
    sequence: { sequencer: LongestFirst },
  },
});
