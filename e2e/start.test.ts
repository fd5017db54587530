/** What starting says when something is wrong: one clear sentence, no stack, exit code 1. */
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deno, serveArgs } from "./chain.ts";
import { startLibsqlServer } from "./libsql-server.ts";

const home = fileURLToPath(new URL("../", import.meta.url));
const secret = "a".repeat(43);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jifu-start-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const start = async (env: Record<string, string>): Promise<{ code: number; said: string }> => {
  const args = await serveArgs();
  return new Promise((done) => {
    const child = spawn(deno, args, {
      cwd: home,
      env: {
        ...process.env,
        NO_COLOR: "1",
        DATABASE_URL: `file:${join(folder, "jifu.db")}`,
        SECRET_KEY: secret,
        ...env,
      },
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (d) => (said += d));
    const tooLong = setTimeout(() => child.kill("SIGKILL"), 50_000);
    child.on("exit", (code) => {
      clearTimeout(tooLong);
      done({ code: code ?? -1, said: said.trim() });
    });
  });
};

const refused = async (env: Record<string, string>): Promise<string> => {
  const { code, said } = await start(env);
  expect([code, said]).toEqual([1, expect.stringMatching(/^Cannot start: /)]);
  expect(said).not.toMatch(/^\s+at /m);
  return said;
};

describe("starting", () => {
  test("names every setting that is wrong, with what was given", async () => {
    const said = await refused({ PORT: "22x", WRITER_URL: "nowhere", DATABASE_URL: "mysql://x" });
    expect(said).toContain("PORT");
    expect(said).toContain('"22x"');
    expect(said).toContain("WRITER_URL");
    expect(said).toContain("DATABASE_URL");
  });

  test("says that the port is taken, and touches no data", async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
    const { port } = other.address() as { port: number };
    const said = await refused({ PORT: String(port), DATABASE_URL: `file:${folder}/none/x.db` });
    expect(said).toContain(`port ${port} is taken`);
    other.close();
  });

  test("says that a database cannot be opened", async () => {
    const said = await refused({ PORT: "18431", DATABASE_URL: "file:/nowhere/x.db" });
    expect(said).toContain("file:/nowhere/x.db");
  });

  test("keeps production from starting with the demo or without a secret", async () => {
    expect(await refused({ PRODUCTION: "1", DEMO: "1" })).toContain("DEMO");
    expect(await refused({ PRODUCTION: "1", SECRET_KEY: "" })).toContain("SECRET_KEY");
  });

  test("asks for the secret and for the migrations of a database server", async () => {
    const server = await startLibsqlServer({ replica: false });
    try {
      const onServer = { DATABASE_URL: server.url, DEMO: "0" };
      expect(await refused({ ...onServer, SECRET_KEY: "" })).toContain("SECRET_KEY is needed");
      expect(await refused(onServer)).toContain("deno task migrate");
    } finally {
      await server.stop();
    }
  });
});
