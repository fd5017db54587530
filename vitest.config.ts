import { defineConfig } from "vitest/config";

/** Everything that runs on Node without a browser; the journeys have e2e/vitest.config.ts. */
export default defineConfig({
  test: {
    include: [
      "{api,shared,kiosk,pwa,console,docs}/**/*.test.{ts,tsx}",
      ".ci/*.test.ts",
      "*.test.ts",
    ],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    pool: "forks",
    // Files of one worker share their modules: loading them anew was most of the time.
    isolate: false,
    maxWorkers: 2,
  },
});
