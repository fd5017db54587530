/** The real server on a given file, watched closely: how long until it is ready, what it says, how
 *  it ends. @module */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { type Chain, deno, serveArgs } from "../chain.ts";
import { freePort } from "../free-port.ts";
import { secretKey } from "./small-chain.ts";

export const home = fileURLToPath(new URL("../../", import.meta.url));

export type Server = {
  url: string;
  pid: number;
  /** What it has printed so far. */
  said: () => string;
  /** From its start to the first answer that says "ready". */
  readyMs: number;
  /** How long of that it stood in line for a core that others had (0 where nobody counts it). */
  queuedMs: number;
  /** Sends a signal and waits for the end. @returns the exit code, null where a signal ended it */
  end: (signal: "SIGKILL" | "SIGINT") => Promise<number | null>;
  /** How it ends by itself. */
  ended: Promise<number | null>;
};

export type Start = {
  database: string;
  port?: number;
  /** A program that starts the server: strace, nsenter. */
  before?: string[];
  /** False: does not wait for readiness. */
  wait?: boolean;
  patienceMs?: number;
};

export const isReady = async (url: string): Promise<boolean> => {
  try {
    const answer = await fetch(`${url}/api/ready`, { signal: AbortSignal.timeout(2000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
};

/** Waits until `so`, looked at every few milliseconds.
 *  @throws Error after `patienceMs` */
export const until = async (
  what: string,
  so: () => boolean | Promise<boolean>,
  patienceMs = 60_000,
): Promise<void> => {
  const from = performance.now();
  while (!await so()) {
    if (performance.now() - from > patienceMs) throw new Error(`Waited in vain: ${what}`);
    await new Promise((done) => setTimeout(done, 5));
  }
};

const gather = (child: ChildProcess) => {
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (more) => (text = (text + more).slice(-200_000)));
  }
  return () => text;
};

/** Milliseconds that the main thread waited for a core so far: Linux counts them. */
const queuedFor = (pid: number): number => {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[1]) / 1e6;
  } catch {
    return 0;
  }
};

/** A test that fails leaves nothing running. */
const running = new Set<ChildProcess>();
process.once("exit", () => running.forEach((child) => child.kill("SIGKILL")));

/** Starts the server as `deno task serve` does.
 *  @throws Error with what it said if it ends before it is ready */
export const startServer = async (start: Start): Promise<Server> => {
  const port = start.port ?? await freePort();
  const [program, ...args] = [...start.before ?? [], deno, ...await serveArgs()];
  const from = performance.now();
  const child = spawn(program!, args, {
    cwd: home,
    env: {
      ...process.env,
      NO_COLOR: "1",
      PORT: String(port),
      HOST: "127.0.0.1",
      DATABASE_URL: `file:${start.database}`,
      SECRET_KEY: secretKey,
      TRUST_PROXY: "1",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  child.once("close", () => running.delete(child));
  const said = gather(child);
  const ended = new Promise<number | null>((done) => child.once("close", (code) => done(code)));
  const url = `http://127.0.0.1:${port}`;
  const over = () => child.exitCode !== null || child.signalCode !== null;
  if (start.wait !== false) {
    await until(`${url} is ready`, async () => {
      if (over()) throw new Error(`The server ended at once:\n${said()}`);
      return await isReady(url);
    }, start.patienceMs).catch((error) => {
      child.kill("SIGKILL");
      throw new Error(`${error.message}\n${said()}`);
    });
  }
  return {
    url,
    pid: child.pid!,
    said,
    readyMs: performance.now() - from,
    queuedMs: queuedFor(child.pid!),
    ended,
    end: (signal) => {
      if (!over()) child.kill(signal);
      return ended;
    },
  };
};

/** What `newPhone` asks of a chain: where it is, and the code in its outbox. */
export const chainAt = (url: string): Chain => ({
  url,
  codeFor: async (phone: string) => {
    let found: string | undefined;
    await until(`a code for ${phone}`, async () => {
      const { messages } = await (await fetch(`${url}/api/outbox`)).json() as {
        messages: { to: string; text: string }[];
      };
      found = messages.filter((m) => m.to.replace(/\D/g, "").endsWith(phone))
        .map((m) => /(?<!\d)\d{6}(?!\d)/.exec(m.text)?.[0]).find((code) => code);
      return found !== undefined;
    });
    return found!;
  },
} as Chain);

/** How fast starts were: as measured, and less what they stood in line for a core, which on a
 *  machine that does other things says nothing about the server. */
export const startTimes = () => {
  const wall: number[] = [];
  const own: number[] = [];
  const at = (of: number[], q: number): number =>
    Math.round([...of].sort((a, b) => a - b)[Math.min(of.length - 1, Math.floor(of.length * q))]!);
  return {
    note: ({ readyMs, queuedMs }: Server): void => {
      wall.push(readyMs);
      own.push(readyMs - queuedMs);
    },
    rounds: (): number => wall.length,
    /** At least this share of the starts took no longer, less the queue, ms. */
    own: (q: number): number => at(own, q),
    said: (): string =>
      `ready after ${at(wall, 0.5)} ms (median), ${at(wall, 0.95)} ms (95 %), ${at(wall, 1)} ms ` +
      `(slowest); less the wait for a core ${at(own, 0.5)}, ${at(own, 0.95)}, ${at(own, 1)} ms`,
  };
};
