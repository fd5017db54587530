/** What the product is built from is pinned, new enough, and the same for everybody. */
import { describe, expect, test } from "vitest";
import { settingNames } from "../api/settings.ts";
import { type Lock, missingFrom } from "./complete-lock.ts";
import { readHouse } from "./house.ts";

type Package = {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};
const own = JSON.parse(readHouse("package.json")) as Package;
const { tasks } = JSON.parse(readHouse("deno.json")) as {
  tasks: Record<string, { command: string }>;
};
const lock = JSON.parse(readHouse("package-lock.json")) as {
  packages: Record<string, Pinned>;
};
type Pinned = {
  version?: string;
  resolved?: string;
  integrity?: string;
  optional?: boolean;
  os?: string[];
};

/** Versions below these have known holes or lose data (advisories, upstream issues). */
const least: Record<string, string> = {
  "hono": "4.12.21",
  "@libsql/client": "0.18.0",
  "drizzle-orm": "0.45.4",
  "vite": "8.3.8",
  "zod": "4.6.7",
  "swagger-ui-dist": "5.35.0",
};

const isAtLeast = (version: string, floor: string): boolean => {
  const [a, b] = [version, floor].map((v) => v.split(".").map(Number));
  const at = a!.findIndex((n, i) => n !== b![i]);
  return at === -1 || a![at]! > b![at]!;
};

describe("packages", () => {
  test("are pinned to one version each", () => {
    const loose = Object.entries({ ...own.dependencies, ...own.devDependencies })
      .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
    expect(loose).toEqual([]);
  });

  test("are new enough", () => {
    const all = { ...own.dependencies, ...own.devDependencies };
    const old = Object.entries(least).filter(([name, floor]) =>
      !isAtLeast(all[name] ?? "0.0.0", floor)
    );
    expect(old).toEqual([]);
  });

  test("come with their hash and from wherever npm is set up to look", () => {
    const entries = Object.entries(lock.packages).filter(([path]) => path !== "");
    expect(entries.filter(([, p]) => p.resolved).map(([path]) => path)).toEqual([]);
    // Builds for machines that the registry at hand did not offer have no hash (complete-lock.ts).
    const unproven = entries.filter(([, p]) => !p.integrity && !(p.optional && p.os));
    expect(unproven.map(([path]) => path)).toEqual([]);
  });

  test("are all in the lock, for every machine: else npm ci refuses it", () => {
    expect(missingFrom(lock as Lock)).toEqual([]);
  });

  test("run no scripts when they are installed", () => {
    expect(readHouse(".npmrc")).toContain("ignore-scripts=true");
  });
});

describe("tasks", () => {
  test("have the same names in npm, which runs what stands there", () => {
    const called = Object.fromEntries(
      Object.keys(tasks).map((n) => [n, `node .ci/task.js ${n}`]),
    );
    expect(own.scripts).toEqual(called);
  });

  test("the server may read every setting", () => {
    const leave = /--allow-env=(\S+)/.exec(tasks.serve!.command)![1]!.split(",");
    expect(settingNames.filter((name) => !leave.includes(name))).toEqual([]);
  });
});
