/** What is looked at before a file is served: whether its pages still fit together. @module */
import type { Db } from "./open.ts";

/** A file up to this size is looked through whole at every start: measured 16 ms per MB with its
 *  balances, about a second in all. A larger one is left to `deno task verify`. */
export const checkedMost = 64 * 2 ** 20;

export const sizeOf = async (db: Db): Promise<number> => {
  const [pages] = await db.execute("pragma page_count");
  const [page] = await db.execute("pragma page_size");
  return Number(pages?.page_count) * Number(page?.page_size);
};

/** @returns what SQLite finds wrong with the file, a line each; [] is right */
export const checkPages = async (db: Db): Promise<string[]> => {
  // Unlike quick_check it also compares each index with its table: balances are read from indexes.
  const rows = await db.execute("pragma integrity_check(5)");
  return rows.map((row) => String(row.integrity_check)).filter((line) => line !== "ok");
};
