import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findMapping, type Mapping, parseMapping } from "./mapping.ts";

const grocery = await readFile(new URL("mappings/grocery.json", import.meta.url), "utf8");
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jifu-mapping-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The grocery chain's mapping with something changed. */
const changed = (change: (m: Mapping & Record<string, unknown>) => void): string => {
  const mapping = JSON.parse(grocery);
  change(mapping);
  return JSON.stringify(mapping);
};

describe("a mapping is refused", () => {
  test.each<[string, string, RegExp]>([
    ["that is no JSON", "{", /my\.json is not JSON: /],
    ["without what it must say", changed((m) => delete (m as Partial<Mapping>).zone), /zone: is/],
    ["with what nobody reads", changed((m) => m.colour = "red"), /\(all\): nobody reads colour/],
    ["of a zone that is none", changed((m) => m.zone = "Mars"), /zone: no such time zone/],
    [
      "of a time without a day",
      changed((m) => m.sales.time.format = "HH:mm"),
      /sales\.time\.format: needs YYYY/,
    ],
    [
      "of a time of day without its column",
      changed((m) => m.sales.time.timeFormat = "HH:mm"),
      /sales\.time\.timeFormat: timeColumn and timeFormat go together/,
    ],
    ["of four levels", changed((m) => m.products.levels.push("x")), /products\.levels: /],
    [
      "whose thousands are parted by its decimal mark",
      changed((m) => m.money.group = "."),
      /money\.group: group and mark are the same/,
    ],
  ])("%s", (_, json, sentence) => {
    expect(() => parseMapping("my.json", json)).toThrow(sentence);
  });

  test("with a line for each thing that is wrong", () => {
    const json = changed((m) => {
      m.zone = "Mars";
      m.money.decimals = 9;
    });
    const read = () => parseMapping("my.json", json);
    expect(read).toThrow(/my\.json is no mapping:\n {2}zone: .+\n {2}money\.decimals: .+/);
  });
});

const sales =
  "transaction_timestamp,basket_id,store_id,household_id,product_id,quantity,sales_value";
const products = "product_id,department,product_category,product_type,package_size";

describe("for a folder", () => {
  test("the mapping of ours that fits is found, files plain or packed", async () => {
    await writeFile(join(folder, "sale_lines.csv"), `${sales}\n`);
    await writeFile(join(folder, "products.csv.gz"), gzipSync(`${products}\n`));
    const { path, mapping } = await findMapping(folder);
    expect(path).toMatch(/mappings\/grocery\.json$/);
    expect(mapping.brand.en).toBe("Grocery chain 2017");
  });

  test("that none fits is said with the reason for each, and what to do", async () => {
    await writeFile(join(folder, "sale_lines.csv"), `${sales.replace("household_id", "who")}\n`);
    const found = findMapping(folder);
    await expect(found).rejects.toThrow(
      /grocery\.json: sale_lines\.csv has no column household_id/,
    );
    await expect(found).rejects.toThrow(/giftware\.json: there is no invoices\.csv \(or/);
    await expect(found).rejects.toThrow(/--mapping/);
  });

  test("the one that is named must be there and fit", async () => {
    await expect(findMapping(folder, join(folder, "my.json"))).rejects.toThrow(
      /There is no mapping/,
    );
    await writeFile(join(folder, "my.json"), grocery.replace("sale_lines.csv", "lines.csv"));
    await expect(findMapping(folder, join(folder, "my.json"))).rejects.toThrow(/no lines\.csv/);
  });

  test("what is wrong with the one that is named is said under its name", async () => {
    await writeFile(join(folder, "sale_lines.csv"), `${sales}\n`);
    await writeFile(join(folder, "my.json"), grocery.replace("household_id", "who"));
    await expect(findMapping(folder, join(folder, "my.json"))).rejects.toThrow(
      /^The mapping \S+my\.json does not fit \S+:\n {2}sale_lines\.csv has no column who;/,
    );
  });
});
