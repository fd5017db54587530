/** How much JavaScript each client's shell brings: the entry and what it imports at once, gzip -9.
 *  @module */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Ratio } from "./ratio.ts";

const budgets = { card: 40, kiosk: 60 } as const;

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

export const shells = async (): Promise<Ratio[]> => {
  const ratios: Ratio[] = [];
  for (const [name, budget] of Object.entries(budgets)) {
    const folder = join("dist", name);
    let bytes = 0;
    const files = await shellFiles(folder);
    for (const file of files) {
      bytes += gzipSync(await readFile(join(folder, file)), { level: 9 }).length;
    }
    ratios.push({
      what: `${name} shell, gzip KB of JavaScript`,
      ratio: bytes / 1024,
      budget,
      atLeast: false,
      detail: `${files.length} files`,
    });
  }
  return ratios;
};
