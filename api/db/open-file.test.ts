import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Collision } from "./collision.ts";
import { worthFrom } from "./group-program.ts";
import { openFile } from "./open-file.ts";
import type { Write } from "./statement.ts";
import { createWriter } from "./writer.ts";

let folder: string;
let file: ReturnType<typeof openFile>;

const insert = (table: string) => `insert into ${table} select j.value from json_each(?1) j`;
const rows = (n: number) => [JSON.stringify(Array.from({ length: n }, (_, i) => `第 ${i} 行`))];
const both = (n: number) => ["taken", "given"].map((t) => ({ sql: insert(t), args: rows(n) }));
const counts = ["taken", "given"].map((t) => ({ sql: `select count(*) as n from ${t}`, args: [] }));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "jifu-file-"));
  file = openFile(`file:${join(folder, "a.db")}`);
  const tables = ["taken", "given"].map((t) => ({ sql: `create table ${t} (x text)`, args: [] }));
  await file.write(tables, 1);
});
afterEach(async () => {
  file.close();
  await rm(folder, { recursive: true, force: true });
});

test("a group is written beside our own work, and reads of one batch see one state of it", async () => {
  await file.write(both(200), 8);
  let landed = false;
  const writing = (async () => {
    for (let i = 0; i < 8; i++) await file.write(both(10_000), 8);
    landed = true;
  })();
  let looks = 0;
  while (!landed) {
    const [taken, given] = file.read(counts).map((found) => Number(found[0]!.n));
    expect(taken).toBe(given);
    looks++;
    await new Promise((done) => setImmediate(done));
  }
  await writing;
  // Many more looks than groups: the loop was free while they were written.
  expect(looks).toBeGreaterThan(16);
  expect(file.read(counts).map((found) => found[0]!.n)).toEqual([80_200, 80_200]);
});

test.each([1, 8])("a refused group of %s leaves nothing behind", async (units) => {
  const once = { sql: "create unique index only on given (x)", args: [] };
  await file.write([once], 1);
  const group = [...both(2), { sql: insert("given"), args: rows(1) }];
  // First statement by statement, then as one.
  for (let i = 0; i <= worthFrom; i++) {
    await expect(file.write(group, units)).rejects.toThrow(/UNIQUE/);
    expect(file.read(counts).map((found) => found[0]!.n)).toEqual([0, 0]);
  }
  await file.write(both(2), units);
  expect(file.read(counts).map((found) => found[0]!.n)).toEqual([2, 2]);
});

test("what was decided while a batch changes the same hears of it when the batch has landed", async () => {
  const batches: number[] = [];
  const said: string[] = [];
  let land = () => {};
  const writer = createWriter(async (_batch, units) => {
    batches.push(units);
    await new Promise<void>((done) => land = done);
    said.push("landed");
  });
  const statement = {
    name: "take",
    rank: 0,
    columns: ["x"],
    sql: insert("taken"),
    row: () => row,
  };
  const row: Write = { statement, values: ["米"] };
  const first = writer.write([row], ["acc_a"]);
  while (batches.length === 0) await new Promise((done) => setImmediate(done));
  const same = writer.write([row], ["acc_a"]).catch((error) => {
    said.push("told");
    expect(error).toBeInstanceOf(Collision);
  });
  const other = writer.write([row], ["acc_b"]);
  await new Promise((done) => setImmediate(done));
  expect(said).toEqual([]);
  land();
  await first;
  await same;
  while (batches.length === 1) await new Promise((done) => setImmediate(done));
  land();
  await other;
  expect(said).toEqual(["landed", "told", "landed"]);
  expect(batches).toEqual([1, 1]);
});

test("a group that no trigger can hold is written statement by statement, all or nothing", async () => {
  const withBefore = {
    sql:
      "with more as (select j.value as x from json_each(?1) j) insert into given select x from more",
    args: rows(3),
  };
  await file.write([both(2)[0]!, withBefore], 3);
  expect(file.read(counts).map((found) => found[0]!.n)).toEqual([2, 3]);
  await file.write([{ sql: "create unique index only on given (x)", args: [] }], 1);
  for (let i = 0; i <= worthFrom; i++) {
    await expect(file.write([both(2)[0]!, withBefore], 3)).rejects.toThrow(/UNIQUE/);
    expect(file.read(counts).map((found) => found[0]!.n)).toEqual([2, 3]);
  }
});

test("of what comes at once half is written first, and the rest is on its way before they hear", async () => {
  const said: string[] = [];
  const lands: (() => void)[] = [];
  const writer = createWriter(async (_batch, units) => {
    said.push(`${units} on their way`);
    await new Promise<void>((done) => lands.push(done));
  });
  const statement = {
    name: "take",
    rank: 0,
    columns: ["x"],
    sql: insert("taken"),
    row: () => row,
  };
  const row: Write = { statement, values: ["油"] };
  const all = Array.from({ length: 12 }, async () => {
    await writer.write([row]);
    if (said.at(-1) !== "told") said.push("told");
  });
  for (let i = 0; i < 2; i++) {
    while (lands.length <= i) await new Promise((done) => setImmediate(done));
    lands[i]!();
  }
  await Promise.all(all);
  expect(said).toEqual(["6 on their way", "6 on their way", "told"]);
});

test("one that cannot be written at all does not take the others of its group with it", async () => {
  await file.write([{ sql: "create table shelf (n integer) strict", args: [] }], 1);
  const writer = createWriter(file.write);
  const statement = {
    name: "put",
    rank: 0,
    columns: ["n"],
    sql: "insert into shelf select j.value->>0 from json_each(?1) j",
    row: () => ({ statement, values: [] } as Write),
  };
  const put = (n: unknown) => writer.write([{ statement, values: [n] }]).then(() => "put", String);
  const told = await Promise.all([put(1), put("no number"), put(3)]);
  expect(told).toEqual(["put", expect.stringMatching(/cannot store TEXT value/), "put"]);
  expect(file.read([{ sql: "select n from shelf order by n", args: [] }])[0])
    .toEqual([{ n: 1 }, { n: 3 }]);
});
