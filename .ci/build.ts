/** Builds the three clients into dist/, each only if something it is made of has changed.
 *  `--all` builds regardless, `--bench` every screen in every state as well. A running server keeps a
 *  whole client at every moment: the new one is built beside the old one and takes its place by a
 *  rename. @module */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import process from "node:process";
import { isSqueezed, squeeze, SQUEEZED } from "../api/site/squeeze.ts";

const home = fileURLToPath(new URL("../", import.meta.url));

/** Client folder → the path it is served under. */
export const clients = { pwa: "card", kiosk: "kiosk", console: "console" } as const;
type Client = keyof typeof clients;

const filesUnder = async (folder: string): Promise<string[]> => {
  const entries = await readdir(join(home, folder), { withFileTypes: true, recursive: true });
  return entries.filter((e) => e.isFile() && !e.name.includes(".test."))
    .map((e) => join(e.parentPath, e.name)).sort();
};

/** Every screen in every state as well, at <client>/bench.html: for looking at. */
const withBench = process.argv.includes("--bench");

/** One hash over everything that a client is made of. */
const fingerprint = async (client: Client): Promise<string> => {
  const hash = createHash("sha256").update(`compressed${withBench ? " with its bench" : ""}`);
  const single = ["vite.config.ts", "package-lock.json", "tsconfig.json"].map((f) => join(home, f));
  for (const path of [...await filesUnder(client), ...await filesUnder("shared"), ...single]) {
    hash.update(path.slice(home.length)).update("\0").update(await readFile(path)).update("\0");
  }
  return hash.digest("hex");
};

/** Node where there is one that Vite runs on: with it a build takes a third of the time. */
const runner = (): [command: string, ...args: string[]] => {
  const { stdout } = spawnSync("node", ["--version"], { encoding: "utf8" });
  const [major = 0, minor = 0] = (stdout ?? "").slice(1).split(".").map(Number);
  const fits = major === 20 && minor >= 19 || major === 22 && minor >= 12 || major > 22;
  return fits ? ["node"] : [process.execPath, "run", "-A"];
};

const vite = (client: Client, outDir: string): Promise<string> =>
  new Promise((done, fail) => {
    const [command, ...before] = runner();
    const child = spawn(command, [...before, "node_modules/vite/bin/vite.js", "build"], {
      cwd: home,
      env: {
        ...process.env,
        APP: client,
        OUT_DIR: outDir,
        NO_COLOR: "1",
        ...(withBench ? { BENCH: "1" } : {}),
      },
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (d) => (said += d));
    child.on("error", fail);
    child.on("close", (code) =>
      code === 0 ? done(said) : fail(new Error(said.trim().split("\n").slice(-40).join("\n"))));
  });

/** Puts the compressed form beside each file: a server that has just started need not make it. */
const squeezeAll = async (folder: string): Promise<void> => {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  await Promise.all(
    entries.filter((each) => each.isFile()).map(async (each) => {
      const path = join(each.parentPath, each.name);
      const plain = await readFile(path);
      if (isSqueezed(path, plain.length)) await writeFile(path + SQUEEZED, await squeeze(plain));
    }),
  );
};

/** @returns true if it had to be built */
export const buildClient = async (client: Client, always: boolean): Promise<boolean> => {
  const place = join(home, "dist", clients[client]);
  const mark = join(place, ".made-from");
  const made = await fingerprint(client);
  if (!always && existsSync(mark) && (await readFile(mark, "utf8")) === made) return false;
  const fresh = join(home, "dist", `.${clients[client]}-${process.pid}`);
  const old = `${fresh}-old`;
  try {
    const said = await vite(client, fresh);
    const size = /first screen .*$/m.exec(said)?.[0];
    await squeezeAll(fresh);
    await writeFile(join(fresh, ".made-from"), made);
    // What `deno task bench` holds against the budget.
    if (size) await writeFile(join(fresh, ".first-screen"), size);
    if (existsSync(place)) await rename(place, old);
    await rename(fresh, place);
    console.log(`built ${client}${size ? `: ${size.trim()}` : ""}`);
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
  }
  return true;
};

const main = async (): Promise<void> => {
  await mkdir(join(home, "dist"), { recursive: true });
  const always = process.argv.includes("--all");
  for (const client of Object.keys(clients) as Client[]) {
    if (!existsSync(join(home, client, "index.html"))) continue;
    await buildClient(client, always).catch((error) => {
      console.error(`The client ${client} could not be built:\n${error.message}`);
      process.exit(1);
    });
  }
};

await main();
