/** What is looked at before a file is served: whether its pages still fit together. @module */
import type { Db } from "./open.ts";

/** A file up to this size is looked through whole at every start: measured 5 ms per MB for its pages,
 *  10 for its texts, 10 for its balances, on two busy cores: less than a second in all. Of a larger
 *  one only the newest seal is compared; the rest is left to `deno task verify`. */
export const checkedMost = 32 * 2 ** 20;

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
