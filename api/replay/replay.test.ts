/** A folder of sales through the public API under each programme, then every member against plain
 *  SQL over the files. The small folder always; real ones where REPLAY_DATA names a folder of them. */
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyLedger } from "../points/verify.ts";
import { addFirstAdmin } from "../staff/first-admin.ts";
import { openTestHouse, type TestHouse } from "../test-house.ts";
import { bookAll } from "./book-all.ts";
import { compare, opinionBeside } from "./check.ts";
import { findMapping } from "./mapping.ts";
import { type ProgrammeName, programmeNames } from "./programmes.ts";
import { readProducts } from "./read-products.ts";
import { readSales } from "./read-sales.ts";
import { openChain, setUp } from "./set-up.ts";
import { makeTestFolder, type TestFolder } from "./test-folder.ts";

const size = { sales: 90, members: 12, seed: 7 };
let root: string;
let small: TestFolder;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "jifu-replay-"));
  small = await makeTestFolder(join(root, "small"), size);
});
afterAll(() => rm(root, { recursive: true, force: true }));

const readAll = async (folder: string, named?: string) => {
  const { path, mapping } = await findMapping(folder, named);
  const products = await readProducts(folder, mapping);
  return { path, mapping, products, sold: await readSales(folder, mapping, products) };
};

/** Books a folder into a house of its own, straight into the API. */
const replay = async (programme: ProgrammeName, folder: string, named?: string) => {
  const read = await readAll(folder, named);
  const { path, mapping, products, sold } = read;
  const test = await openTestHouse();
  test.clock.now = Date.now();
  const admin = await addFirstAdmin(test.house, "replay", "Replay");
  const send = async (at: string, init: RequestInit) => await test.app.request(at, init);
  const plan = { mapping, programme, products, sales: sold.sales };
  const chain = openChain(send, await setUp(send, admin, plan, () => {}));
  const book = (steps = 0) =>
    bookAll(chain, sold, {
      atOnce: 16,
      say: () => {},
      behind: { steps, refused: [] },
      note: () => {},
    });
  const refused = await book();
  const check = (as: ProgrammeName = programme, at = folder) =>
    compare(test.house.db, chain.brandId, at, {
      mapping,
      programme: as,
      opinion: opinionBeside(path)!,
    });
  return { ...read, test, refused, book, check, brandId: chain.brandId };
};

const countSales = async ({ house: { db } }: TestHouse): Promise<number[]> => {
  const [row] = await db.execute(
    "select (select count(*) from sale) as s, (select count(*) from sale_return) as r, " +
      "(select count(*) from entry) as e",
    [],
  );
  return [row!.s, row!.r, row!.e].map(Number);
};

/** The small folder with another amount in one line of the member K2. */
const withOneLineChanged = async (): Promise<string> => {
  const { folder } = await makeTestFolder(join(root, "other"), size);
  const path = join(folder, "till lines.csv");
  const line = /^(B\d+,[^,]+,[^,]+,[^,]+,K2,[^,]+,(?:"[^"]+"|\d+)),("[\d.]+,\d+"|\d+)/m;
  const text = await readFile(path, "utf8");
  expect(text).toMatch(line);
  await writeFile(path, text.replace(line, "$1,9999"));
  return folder;
};

// What the API makes of a sale on a libSQL server is shown by the sales' own tests.
describe.skipIf(process.env.TEST_DATABASE_URL)("a small folder", () => {
  test("is read with a reason for each line that cannot be booked", async () => {
    const { sold, products } = await readAll(small.folder, small.mapping);
    expect(sold.refused.map((r) => r.reason).sort()).toEqual(small.reasons);
    expect(sold.sales).toHaveLength(90);
    expect(sold.returns.length).toBeGreaterThan(10);
    expect(products.find((p) => p.sku === "A-6")).toMatchObject({
      name: "Servietten klein 6",
      levels: ["Haushalt", "Papier", "Servietten klein"],
    });
    expect(sold.sales.some((s) => s.member === "")).toBe(true);
    expect(sold.sales.map((s) => s.at)).toEqual(sold.sales.map((s) => s.at).sort((a, b) => a - b));
  });

  test.each(programmeNames)("under the programme %s gives what SQL gives", async (programme) => {
    const { test: house, refused, check, book, sold } = await replay(
      programme,
      small.folder,
      small.mapping,
    );
    try {
      expect(refused).toEqual([]);
      const before = await countSales(house);
      expect(before.slice(0, 2)).toEqual([sold.sales.length, sold.returns.length]);
      expect((await verifyLedger(house.house.db, house.clock.now)).findings).toEqual([]);
      const result = await check();
      expect(result.different).toEqual([]);
      expect(result.points).toBeGreaterThan(0);
      expect(result.tiers.filter((n) => n > 0)).toHaveLength(programme === "tiers" ? 3 : 1);
      if (programme !== "carried") return;
      for (const other of ["tens", "tiers"] as const) {
        expect((await check(other)).different).not.toEqual([]);
      }
      expect((await check(programme, await withOneLineChanged())).different).toMatchObject([
        { member: "K2" },
      ]);
      // Everything sent again, as after a kill before the first note: nothing is doubled.
      await book();
      expect(await countSales(house)).toEqual(before);
    } finally {
      await house.close();
    }
  });
});

const data = process.env.REPLAY_DATA ?? "";
const folders = data && existsSync(data)
  ? (await readdir(data, { withFileTypes: true })).filter((f) => f.isDirectory()).map((f) => f.name)
  : [];
const runs = folders.flatMap((folder) => programmeNames.map((name) => [folder, name] as const));

describe.skipIf(runs.length === 0 || process.env.TEST_DATABASE_URL)("real sales", () => {
  test.each(runs)("of %s under %s give what SQL gives", async (name, programme) => {
    const { test: house, refused, check } = await replay(programme, join(data, name));
    try {
      expect(refused).toEqual([]);
      expect((await verifyLedger(house.house.db, house.clock.now)).findings).toEqual([]);
      const { different, tiers, members, points } = await check();
      expect(different).toEqual([]);
      expect(tiers.filter((n) => n > 0)).toHaveLength(programme === "tiers" ? 3 : 1);
      console.log(`${name}, ${programme}: ${members} members, ${points} points, none differs`);
    } finally {
      await house.close();
    }
  }, 1_200_000);
});
