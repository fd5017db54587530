/** The API as its own process, with the permissions of `deno task serve`, on a database server.
 *  @module */
import { type ChildProcess, spawn } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { deno, serveArgs } from "../chain.ts";
import { freePort } from "../free-port.ts";

const home = fileURLToPath(new URL("../../", import.meta.url));

export type ApiProcess = {
  url: string;
  said: () => string;
  /** Null while it runs. */
  ended: () => boolean;
  kill: () => Promise<void>;
};

const isUp = async (url: string): Promise<boolean> => {
  try {
    const answer = await fetch(`${url}/api/brands`, { signal: AbortSignal.timeout(1000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
};

const end = (child: ChildProcess): Promise<void> =>
  new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) return done();
    child.once("exit", () => done());
    child.kill("SIGKILL");
  });

/** @param env at least DATABASE_URL and SECRET_KEY
 *  @param wait false: does not wait until it answers */
export const startApi = async (
  env: Record<string, string>,
  { wait = true } = {},
): Promise<ApiProcess> => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(deno, await serveArgs(), {
    cwd: home,
    env: {
      ...process.env,
      NO_COLOR: "1",
      HOST: "127.0.0.1",
      PORT: String(port),
      DEMO: "0",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (text) => (said = (said + text).slice(-100_000)));
  }
  const ended = () => child.exitCode !== null || child.signalCode !== null;
  for (let i = 0; wait && !await isUp(url); i++) {
    if (ended() || i > 600) throw new Error(`The API does not answer:\n${said}`);
    await new Promise((done) => setTimeout(done, 50));
  }
  return { url, said: () => said, ended, kill: () => end(child) };
};
