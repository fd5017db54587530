import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{api,shared,kiosk,pwa,console,docs}/**/*.test.ts", "*.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    pool: "forks",
  },
});
