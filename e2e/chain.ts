/** A demo chain on the real server: Deno, with the permissions of `deno task serve`, on a free port
 *  and a database of its own. The demo data is made once per run and copied. @module */
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "./free-port.ts";
import { oncePerRun } from "./once-per-run.ts";

const home = fileURLToPath(new URL("../", import.meta.url));
const npmBinary = join(home, "node_modules/deno/deno");
export const deno = existsSync(npmBinary) ? npmBinary : join(home, "node_modules/.bin/deno");

/** The arguments that the product itself is served with. */
export const serveArgs = async (): Promise<string[]> => {
  const { tasks } = JSON.parse(await readFile(join(home, "deno.json"), "utf8"));
  return (tasks.serve.command as string).split(" ").slice(1);
};

export type Chain = {
  /** http://localhost:<port>; localhost is a secure context, as a phone's https is. */
  url: string;
  /** Path of the database file. */
  database: string;
  /** What the server has printed so far. */
  said: () => string;
  /** The server's process, for what only the system knows of it. */
  pid: () => number;
  /** The last six-digit code that was sent to this phone, as the outbox shows it. */
  codeFor: (phone: string) => Promise<string>;
  /** Ctrl-C. @returns the exit code */
  stop: () => Promise<number | null>;
  /** kill -9: what was acknowledged must still be there after `start`. */
  kill: () => Promise<void>;
  /** Starts again on the same data and port. */
  start: () => Promise<void>;
  /** Stops and removes the data. */
  close: () => Promise<void>;
};

type Running = { child: ChildProcess; said: () => string };

const isUp = async (url: string): Promise<boolean> => {
  try {
    const answer = await fetch(`${url}/api/brands`, { signal: AbortSignal.timeout(1000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
};

const run = async (port: number, env: Record<string, string>): Promise<Running> => {
  const child = spawn(deno, await serveArgs(), {
    cwd: home,
    env: { ...process.env, NO_COLOR: "1", PORT: String(port), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (text) => (said = (said + text).slice(-100_000)));
  }
  for (let i = 0; i < 1200; i++) {
    if (child.exitCode !== null) throw new Error(`The server ended at once:\n${said}`);
    if (await isUp(`http://localhost:${port}`)) return { child, said: () => said };
    await new Promise((done) => setTimeout(done, 100));
  }
  child.kill("SIGKILL");
  throw new Error(`The server does not answer:\n${said}`);
};

const end = (child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> =>
  new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) return done(child.exitCode);
    child.once("exit", (code) => done(code));
    child.kill(signal);
  });

type Demo = { path: string; secretKey: string };
let demo: Promise<Demo> | null = null;

/** A demo database and the secret it was sealed with, made once. The server is stopped first, so the
 *  file is whole. */
const makeDemo = async (): Promise<Demo> => {
  const folder = await oncePerRun("demo", async (folder) => {
    const secretKey = randomBytes(32).toString("base64url");
    const { child } = await run(await freePort(), {
      DATABASE_URL: `file:${join(folder, "demo.db")}`,
      SECRET_KEY: secretKey,
      HOST: "127.0.0.1",
    });
    await end(child, "SIGINT");
    await writeFile(join(folder, "secret"), secretKey);
  });
  return {
    path: join(folder, "demo.db"),
    secretKey: await readFile(join(folder, "secret"), "utf8"),
  };
};

const latestCode = async (url: string, phone: string): Promise<string> => {
  for (let i = 0; i < 100; i++) {
    const { messages } = await (await fetch(`${url}/api/outbox`)).json() as {
      messages: { to: string; text: string }[];
    };
    const code = messages.filter((m) => m.to.replace(/\D/g, "").endsWith(phone))
      .map((m) => /(?<!\d)\d{6}(?!\d)/.exec(m.text)?.[0]).find((found) => found);
    if (code) return code;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`No code was sent to ${phone}`);
};

/** Opens a chain with demo data.
 *  @param env further settings, for example WRITER_URL */
export const openChain = async (env: Record<string, string> = {}): Promise<Chain> => {
  const { path, secretKey } = await (demo ??= makeDemo());
  const folder = await mkdtemp(join(tmpdir(), "jifu-chain-"));
  const database = join(folder, "jifu.db");
  await copyFile(path, database);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const settings = {
    DATABASE_URL: `file:${database}`,
    SECRET_KEY: secretKey,
    HOST: "127.0.0.1",
    ...env,
  };
  let running = await run(port, settings);
  return {
    url,
    database,
    said: () => running.said(),
    pid: () => running.child.pid!,
    codeFor: (phone) => latestCode(url, phone),
    stop: () => end(running.child, "SIGINT"),
    kill: async () => void await end(running.child, "SIGKILL"),
    start: async () => {
      running = await run(port, settings);
    },
    close: async () => {
      await end(running.child, "SIGINT");
      await rm(folder, { recursive: true, force: true });
    },
  };
};
