/** Completes package-lock.json after `npm install`: npm leaves out the builds for other machines
 *  that the registry at hand does not offer, and `npm ci` then refuses the lock everywhere. Adds
 *  them by name and version; their hash is added by whoever installs where they are offered.
 *  Run: deno run -A .ci/complete-lock.ts @module */
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { readHouse } from "./house.ts";

type Entry = {
  version: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
};
export type Lock = { packages: Record<string, Entry> };

/** Where node would look for `name` from `place`, nearest first. */
const placesOf = (place: string, name: string): string[] => {
  const parts = place.split("/node_modules/");
  return parts.map((_, i) => [...parts.slice(0, parts.length - i), name].join("/node_modules/"))
    .concat(`node_modules/${name}`);
};

/** Optional packages that the lock names but does not hold. */
export const missingFrom = (lock: Lock): { name: string; version: string; dev: boolean }[] =>
  Object.entries(lock.packages).flatMap(([place, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !placesOf(place, name).some((p) => lock.packages[p]))
      .map(([name, version]) => ({ name, version, dev: entry.dev ?? false }))
  );

const systems = ["darwin", "linux", "win32", "android", "freebsd", "openbsd", "openharmony"];

/** What the name of such a package says about the machine it is for. */
const machineOf = (name: string): Pick<Entry, "os" | "cpu" | "libc"> => {
  const words = name.split("/").pop()!.split("-");
  const at = words.findIndex((word) => systems.includes(word));
  const cpu = words[at + 1]!;
  const last = words.at(-1)!;
  const libc = last.startsWith("musl") ? "musl" : /^(gnu|glibc)/.test(last) ? "glibc" : null;
  return {
    os: [words[at]!],
    cpu: [cpu],
    ...(libc && words[at] === "linux" ? { libc: [libc] } : {}),
  };
};

const complete = async (): Promise<void> => {
  const lock = JSON.parse(readHouse("package-lock.json")) as Lock;
  const missing = missingFrom(lock);
  for (const { name, version, dev } of missing) {
    lock.packages[`node_modules/${name}`] = {
      version,
      ...(dev ? { dev } : {}),
      optional: true,
      ...machineOf(name),
    };
  }
  const [root, ...others] = Object.entries(lock.packages);
  others.sort(([a], [b]) => a.localeCompare(b, "en"));
  lock.packages = Object.fromEntries([root!, ...others]);
  const path = fileURLToPath(new URL("../package-lock.json", import.meta.url));
  await writeFile(path, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`Added ${missing.length}: ${missing.map((m) => m.name).join(", ")}`);
};

if (import.meta.main) await complete();
