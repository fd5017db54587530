// Mutation testing, one set at a time: `deno task mutate <set>` (.ci/mutate.ts). A set names what is
// changed on purpose and the tests that have to notice; both stay small, so that a mutant costs little.
import process from "node:process";

export const sets = {
  ledger: {
    mutate: [
      "accrue",
      "draw-back",
      "factors",
      "limits",
      "lot",
      "portions",
      "rates",
      "take-back",
      "validity",
      "worth",
    ].map((name) => `shared/points/${name}.ts`),
    tests: ["shared/points/*.test.ts"],
  },
  // Every test of points sums fractions: its own tests alone say it sooner.
  fractions: {
    mutate: ["shared/points/fraction.ts"],
    tests: ["shared/points/fraction.test.ts"],
  },
  offset: {
    mutate: ["shared/points/offset.ts"],
    tests: ["shared/points/offset*.test.ts"],
  },
  posting: {
    mutate: ["api/points/posting.ts", "api/points/posting-rows.ts"],
    tests: ["api/points/posting.test.ts"],
  },
  // What reads and sweeps the ledger, each part with its own tests: together they took ten times as
  // long.
  holdings: {
    mutate: ["api/points/holdings.ts"],
    tests: ["api/points/holdings.test.ts", "api/points/posting.test.ts"],
  },
  hashes: {
    mutate: ["api/points/hashes.ts"],
    tests: ["api/points/hashes.test.ts"],
  },
  sweeps: {
    mutate: ["api/points/lapse-lots.ts", "api/points/seal-day.ts"],
    tests: ["hashes", "lapse-lots", "seal-day"].map((name) => `api/points/${name}.test.ts`),
  },
  proof: {
    mutate: ["api/points/verify.ts"],
    tests: ["api/points/verify.test.ts", "api/points/verify-file.test.ts"],
  },
  // Statements and nothing else: they are made while the file is loaded.
  statements: {
    mutate: ["api/points/heads.ts", "api/points/invariants.ts"],
    tests: ["api/points/holdings.test.ts", "api/points/invariants.test.ts"],
    loaded: true,
  },
  queries: {
    mutate: ["api/points/queries.ts"],
    tests: [
      "api/points/holdings.test.ts",
      "api/programme/publish-rules.test.ts",
      "api/programme/withdraw-version.test.ts",
      "api/sales/return-limits.test.ts",
      "api/sales/sale.test.ts",
    ],
    loaded: true,
  },
  limits: {
    mutate: ["api/http/limits.ts", "api/access/secret-try.ts"],
    tests: ["api/http/limits*.test.ts", "api/access/secret-try.test.ts"],
  },
  cards: {
    mutate: [
      "card-code",
      "card-key",
      "card",
      "check-digits",
      "ecard",
      "mask",
    ].map((name) => `shared/cards/${name}.ts`),
    tests: ["shared/cards/*.test.ts"],
  },
  "card-doors": {
    mutate: ["open-scan", "scan-limits", "card-keys", "show-scan"]
      .map((name) => `api/cards/${name}.ts`),
    tests: ["bad-codes", "open-scan", "scan-limits"].map((name) => `api/cards/${name}.test.ts`),
  },
  rights: {
    // What decides; the table of rights itself is shown by the matrix.
    mutate: ["shared/access.ts:112-193"],
    tests: ["shared/access.test.ts"],
  },
  access: {
    mutate: ["within", "place", "known", "proof", "identify"]
      .map((name) => `api/access/${name}.ts`),
    // On a house without doors: identify.test.ts asks the same from outside, at ten times the time.
    tests: ["actors", "actors-at-work", "known", "place", "proof"]
      .map((name) => `api/access/${name}.test.ts`),
  },
};

const name = process.env.MUTATION_SET ?? "ledger";
const set = sets[name];
if (!set) throw new Error(`No set ${name}. There are: ${Object.keys(sets).join(", ")}`);

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  mutate: set.mutate,
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: ".ci/mutate-vitest.config.ts", related: false },
  coverageAnalysis: "perTest",
  // What runs only while a file is loaded is counted neither way: all tests would run for each.
  ignoreStatic: !set.loaded,
  concurrency: 1,
  timeoutMS: 20_000,
  reporters: ["json", "progress-append-only"],
  jsonReporter: { fileName: `data/mutation/${name}.json` },
  tempDirName: `data/mutation/sandbox-${name}`,
  ignorePatterns: ["/data", "/dist", "/docs", "/bench", "/console", "/kiosk", "/pwa"],
  // Types are checked by `npm test`; a mutant only has to run.
  tsconfigFile: "none",
  disableTypeChecks: false,
  allowEmpty: true,
};
