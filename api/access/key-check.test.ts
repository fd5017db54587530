/** A database starts only with the key that it was made with. */
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { House } from "../desk.ts";
import { openHouse } from "../open-house.ts";
import { vapidOf } from "../push/vapid.ts";
import { readSettings } from "../settings.ts";
import { phoneFields } from "./phone.ts";

let folder: string;
let path: string;
let number = 0;
/** A database that was started with the key beside it, to be copied. */
let started: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jifu-key-"));
  path = started = join(folder, "started.db");
  await once(undefined, ({ db }) => db.execute("pragma wal_checkpoint(truncate)"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const another = "B".repeat(43);

const start = async (secret?: string): Promise<House> =>
  await openHouse(readSettings({ DATABASE_URL: `file:${path}`, DEMO: "0", SECRET_KEY: secret }));

/** Starts anew, and ends after some work. */
const once = async (secret?: string, work: (house: House) => Promise<unknown> = async () => {}) => {
  const house = await start(secret);
  try {
    await work(house);
  } finally {
    house.db.close();
  }
};

const forget = ({ db }: House) => db.execute("delete from keepsake where name = 'key-check'");
const addMember = async ({ db, keys }: House): Promise<void> => {
  const id = "mem_00000000000000000000000001";
  const { phone_cipher } = phoneFields(keys, id, "brd_1", "13800138000");
  await db.execute("pragma foreign_keys = off");
  await db.execute(
    "insert into member (id, brand_id, name, joined_at, source, phone_cipher) values (?, ?, ?, ?, ?, ?)",
    [id, "brd_1", "Lin", 1, "counter", phone_cipher],
  );
};

const otherKey =
  /^Cannot start: the database file:\S+ cannot be read with this key, it was made with/;

describe("a database", () => {
  beforeEach(async () => {
    path = join(folder, `jifu-${number++}.db`);
    for (const end of ["", ".key"]) await copyFile(started + end, path + end);
  });

  test("whose key file is missing does not start, and gets no new key", async () => {
    await rm(`${path}.key`);
    await expect(start()).rejects.toThrow(
      /^Cannot start: the database file:\S+ cannot be read, its key is missing: \S+\.key\n/,
    );
    expect(await readdir(folder)).not.toContain(`${basename(path)}.key`);
  });

  test("with another key does not start, beside it or given; with its own it does", async () => {
    await expect(start(another)).rejects.toThrow(otherKey);
    const own = await readFile(`${path}.key`);
    await writeFile(`${path}.key`, another);
    await expect(start()).rejects.toThrow(otherKey);
    await writeFile(`${path}.key`, own);
    await once();
  });

  test.each([
    ["push keys", vapidOf],
    ["a member's phone", addMember],
  ])("from before keys were checked is tried on %s", async (_, seal) => {
    await once(undefined, async (house) => {
      await seal(house);
      await forget(house);
    });
    await expect(start(another)).rejects.toThrow(otherKey);
    await once();
  });

  test("from before keys were checked that sealed nothing takes the key it is given", async () => {
    await once(undefined, forget);
    await once(another);
    await expect(start()).rejects.toThrow(otherKey);
  });
});

test("a folder instead of a database is said without what the library says", async () => {
  path = join(folder, "folder");
  await mkdir(path);
  await expect(start(another)).rejects.toThrow(
    /^Cannot start: the database \S+ cannot be opened: it must be a file, not a folder, [^()]+$/,
  );
});
