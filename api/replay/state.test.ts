import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "../test-house.ts";
import { openState } from "./state.ts";

let folder: string;
let house: TestHouse;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jifu-state-"));
  house = await openTestHouse();
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true, force: true });
});

const refused = [{ file: "lines.csv", line: 0, sale: "B1", reason: "refused by the API: x" }];
const chain = { brandId: "brd_1", keys: [["7", "jifu_secret"]], cards: [["K1", "8000"]] };

test("what a replay has behind it is there again, for the same replay only", async () => {
  const path = join(folder, "x.db.replay.json");
  const first = await openState(house.house, path, "one");
  expect([first.chain, first.behind]).toEqual([null, { steps: 0, refused: [] }]);
  await first.keepChain(chain as Parameters<typeof first.keepChain>[0]);
  first.note({ steps: 41, refused });
  await first.keep();

  const again = await openState(house.house, path, "one");
  expect(again).toMatchObject({ admin: first.admin, chain, behind: { steps: 41, refused } });
  await expect(openState(house.house, path, "two")).rejects.toThrow(/is of another replay/);
  expect((await readdir(folder)).filter((name) => name.endsWith(".new"))).toEqual([]);
});

test("an administrator whose password a kill kept from being written down is left behind", async () => {
  const { admin } = await openState(house.house, join(folder, "lost.db.replay.json"), "one");
  expect(admin.login).toBe("replay-2");
});
