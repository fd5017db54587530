import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { csvLine, headingOf, readCsv } from "./read-csv.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jifu-csv-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const rowsOf = async (name: string, bytes: string | Uint8Array) => {
  const path = join(folder, name);
  await writeFile(path, bytes);
  const rows = [];
  for await (const row of readCsv(path)) rows.push(row);
  return rows;
};

const hard = '\ufeffsku,name,price\r\n1,"Soup, ""hot""",2.50\r\n\r\n2,"two\r\nlines",3\r\n3,蛋糕,4';
const read = [
  { line: 2, values: { sku: "1", name: 'Soup, "hot"', price: "2.50" }, fault: null },
  { line: 4, values: { sku: "2", name: "two\r\nlines", price: "3" }, fault: null },
  { line: 6, values: { sku: "3", name: "蛋糕", price: "4" }, fault: null },
];

describe("a CSV file", () => {
  test("with a byte order mark, CRLF, quotes, a line break in a field and no last line end", async () => {
    expect(await rowsOf("plain.csv", hard)).toEqual(read);
  });

  test("packed reads the same", async () => {
    expect(await rowsOf("packed.csv.gz", gzipSync(hard))).toEqual(read);
  });

  test("of many chunks loses nothing between them", async () => {
    const many = Array.from({ length: 20_000 }, (_, i) => `${i},"商品, ${i}",${i}.00`);
    const rows = await rowsOf("many.csv", ["sku,name,price", ...many].join("\n"));
    expect(rows.map((r) => r.values.name)).toEqual(many.map((_, i) => `商品, ${i}`));
  });

  test("says of a row why it is none, and goes on", async () => {
    const rows = await rowsOf("ragged.csv", "a,b\n1\n1,2,3\n1,2\n");
    expect(rows.map((r) => r.fault)).toEqual([
      "the line has 1 fields, the heading 2",
      "the line has 3 fields, the heading 2",
      null,
    ]);
    const open = await rowsOf("open.csv", 'a,b\n1,2\n3,"four\n5,6\n');
    expect(open.map((r) => [r.line, r.fault])).toEqual([
      [2, null],
      [3, "a quote is opened and never closed"],
    ]);
  });

  test("that is not what it is called, not there or empty is refused by name", async () => {
    await expect(rowsOf("lie.csv.gz", "a,b\n1,2\n")).rejects.toThrow(/lie\.csv\.gz cannot be read/);
    const cut = gzipSync(hard.repeat(50)).subarray(0, 60);
    await expect(rowsOf("cut.csv.gz", cut)).rejects.toThrow(/cut\.csv\.gz cannot be read/);
    await expect(headingOf(join(folder, "none.csv"))).rejects.toThrow(/none\.csv cannot be read/);
    await writeFile(join(folder, "empty.csv"), "");
    await expect(headingOf(join(folder, "empty.csv"))).rejects.toThrow(/empty\.csv is empty/);
  });

  test("is written so that it reads back", async () => {
    const fields = ["a,b", 'say "no"', "two\nlines", "plain"];
    const [row] = await rowsOf("back.csv", `w,x,y,z\n${csvLine(fields)}\n`);
    expect(Object.values(row!.values)).toEqual(fields);
  });
});
