/** Every task says how it is called instead of doing something else, and what it does not know. */
import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { home } from "./run-step.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jifu-usage-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const task = (args: string[], url = "file:none.db") =>
  new Promise<{ code: number; said: string }>((done) =>
    execFile("node", [".ci/task.js", ...args], {
      cwd: home,
      env: { ...process.env, NO_COLOR: "1", DATABASE_URL: url, DEMO: "0" },
    }, (error, out, wrong) => done({ code: Number(error?.code ?? 0), said: out + wrong }))
  );

test("every task says how it is called", async () => {
  const names = ["soak", "bench", "mutate", "replay"];
  const answers = await Promise.all(names.map((name) => task([name, "--help"])));
  expect(answers.map(({ code, said }) => [code, said.split(" ", 4).join(" ")]))
    .toEqual(names.map((name) => [0, `Usage: deno task ${name}`]));
});

test("what is not there is unknown, and nothing is done", async () => {
  const names = ["soak", "bench", "mutate"];
  const answers = await Promise.all(names.map((name) => task([name, "nosuch"])));
  for (const { code, said } of answers) {
    expect(said).toMatch(/^Unknown: nosuch\n\nUsage: /);
    expect([code, said]).toEqual([2, expect.not.stringMatching(/^\s+at /m)]);
  }
  const { code, said } = await task(["nosuch"]);
  expect([code, said]).toEqual([
    2,
    expect.stringMatching(/^No task nosuch\. There are: [^\n]+\n$/),
  ]);
});

/** What is said of a ledger that cannot be proven, less the place. */
const verified = async (name: string): Promise<[number, string]> => {
  const { code, said } = await task(["verify"], `file:${join(folder, name)}`);
  return [code, said.replaceAll(folder, "")];
};

test("verify of nothing says so and makes nothing", async () => {
  expect(await verified("none.db")).toEqual([
    1,
    "Not verified: there is no database at /none.db\n",
  ]);
  expect(await readdir(folder)).toEqual([]);
});

test("verify of an empty database, or of something else, says so in a sentence", async () => {
  await writeFile(join(folder, "empty.db"), "");
  await writeFile(join(folder, "other.db"), "no database at all");
  const empty = "Not verified: the database file:/empty.db is empty, there is no ledger in it\n";
  const [ofEmpty, [code, said] = []] = await Promise.all(["empty.db", "other.db"].map(verified));
  expect(ofEmpty).toEqual([1, empty]);
  expect(said).toMatch(/^Not verified: the database file:\/other\.db is damaged/);
  expect([code, said]).toEqual([1, expect.not.stringMatching(/^\s+at |deno task verify/m)]);
  expect(await readdir(folder)).toEqual(["empty.db", "other.db"]);
});
