/** How much JavaScript each client's first screen brings, gzip -9, as the build has counted it: the
 *  entry, what it imports at once, and what is fetched on demand but always demanded. A build that
 *  left no count is counted here, without the last. @module */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Ratio } from "./ratio.ts";

const budgets = { card: 40, kiosk: 60, console: 80 } as const;

/** Scripts that index.html loads, and whatever those import statically. */
const shellFiles = async (folder: string): Promise<string[]> => {
  const html = await readFile(join(folder, "index.html"), "utf8");
  const found = new Set<string>();
  const queue = [...html.matchAll(/(?:src|href)="[^"]*?(assets\/[^"]+\.js)"/g)].map((m) => m[1]!);
  for (const file of queue) {
    if (found.has(file)) continue;
    found.add(file);
    const text = await readFile(join(folder, file), "utf8");
    for (const m of text.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)) {
      queue.push(`assets/${m[1]}`);
    }
  }
  return [...found];
};

/** KB that the build has counted, null where it left none. */
const builtKb = async (folder: string): Promise<number | null> => {
  const said = await readFile(join(folder, ".first-screen"), "utf8").catch(() => "");
  const kb = /first screen ([\d.]+) KB/.exec(said)?.[1];
  return kb ? Number(kb) : null;
};

export const shells = async (): Promise<Ratio[]> => {
  const ratios: Ratio[] = [];
  for (const [name, budget] of Object.entries(budgets)) {
    const folder = join("dist", name);
    let bytes = 0;
    for (const file of await shellFiles(folder)) {
      bytes += gzipSync(await readFile(join(folder, file)), { level: 9 }).length;
    }
    const built = await builtKb(folder);
    ratios.push({
      what: `${name} shell, gzip KB of JavaScript`,
      ratio: Math.max(built ?? 0, bytes / 1024),
      budget,
      atLeast: false,
      detail: `entry alone ${(bytes / 1024).toFixed(1)}${built ? "" : ", the build left no count"}`,
    });
  }
  return ratios;
};
