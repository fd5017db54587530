import { defineConfig } from "vitest/config";

/** Journeys in a real browser against the real server, one file at a time. */
export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    include: ["e2e/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    pool: "forks",
    isolate: false,
  },
});
