/** A libSQL server has a parser of its own in front of the engine, which refuses some of what a file
 *  takes: every statement of the API is laid before the database of this run. */
import { readdir } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "../test-house.ts";
import { declared } from "./statement.ts";

const api = new URL("../", import.meta.url);
/** What is started by hand, and what belongs to tests and measurements. */
const aside =
  /(^|\/)(main|migrate|verify-ledger|add-admin|start|test-[^/]*)\.ts$|\.test\.ts$|^(bench|replay)\//;

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
  const files = (await readdir(api, { recursive: true })).filter((file) =>
    file.endsWith(".ts") && !aside.test(file)
  );
  for (const file of files) await import(new URL(file, api).href);
});
afterAll(() => house.close());

test("every statement is understood", async () => {
  expect(declared.size).toBeGreaterThan(300);
  const refused: string[] = [];
  for (const [name, sql] of declared) {
    try {
      await house.house.db.execute(`explain ${sql}`, sql.includes("?1") ? ["[]"] : []);
    } catch (error) {
      refused.push(`${name}: ${error}`);
    }
  }
  expect(refused).toEqual([]);
});
