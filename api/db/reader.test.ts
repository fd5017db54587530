import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "../test-house.ts";
import { reading } from "./statement.ts";

const shared = reading<[x: string], { x: string }>(
  "what each caller said",
  "select j.key as n, j.value->>0 as x from json_each(?1) j",
);
const alone = reading<[x: string], { x: string }>(
  "what the one caller said",
  "select 0 as n, json_extract(?1, '$[0][0]') as x",
);

let house: TestHouse;
beforeAll(async () => void (house = await openTestHouse()));
afterAll(() => house.close());

test.each([shared, alone])("callers of one turn get each their own rows: $name", async (read) => {
  const said = ["米", "油", "盐"];
  const rows = await Promise.all(said.map((x) => house.house.db.read(read, [x])));
  expect(rows.map((found) => found.map(({ x }) => x))).toEqual([["米"], ["油"], ["盐"]]);
});
