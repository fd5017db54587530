/** The tables that lists are built from say what the migrations made. */
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { getTableConfig, SQLiteTable } from "drizzle-orm/sqlite-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "../test-house.ts";

const api = new URL("../", import.meta.url);
const rooms = (await readdir(api)).filter((room) => existsSync(new URL(`${room}/tables.ts`, api)));
const modules = await Promise.all(
  rooms.map((room): Promise<object> => import(new URL(`${room}/tables.ts`, api).href)),
);
const tables = modules.flatMap((m) => Object.values(m).filter((t) => t instanceof SQLiteTable))
  .map((t: SQLiteTable) => getTableConfig(t));

let house: TestHouse;
beforeAll(async () => void (house = await openTestHouse()));
afterAll(() => house.close());

describe("tables.ts", () => {
  test("there are some", () => expect(tables.length).toBeGreaterThan(5));

  test.each(tables.map((t) => [t.name, t] as const))("%s", async (name, table) => {
    const rows = await house.house.db.execute(
      'select name, type, "notnull", pk from pragma_table_info(?)',
      [name],
    );
    const made = new Map(rows.map((r) => [String(r.name), r]));
    for (const column of table.columns) {
      const there = made.get(column.name);
      expect(there, `${name}.${column.name}`).toBeTruthy();
      expect(column.getSQLType().toUpperCase()).toBe(there!.type);
      const mustBe = there!.notnull === 1 || there!.pk !== 0;
      expect(column.notNull || column.primary, `${name}.${column.name} not null`).toBe(mustBe);
    }
  });
});
