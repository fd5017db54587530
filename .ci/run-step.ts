/** Runs one program to its end and keeps what it said. @module */
import { spawn } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";

export const home = fileURLToPath(new URL("../", import.meta.url));

export type Outcome = { ok: boolean; said: string; seconds: number };

/** @param live show what it says while it runs, not only keep it */
export const runStep = (
  command: string,
  args: string[],
  options: { env?: Record<string, string>; live?: boolean } = {},
): Promise<Outcome> =>
  new Promise((done) => {
    const from = performance.now();
    let said = "";
    const child = spawn(command, args, {
      cwd: home,
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0", ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const end = (ok: boolean) =>
      done({ ok, said: said.trim(), seconds: (performance.now() - from) / 1000 });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (text) => {
        said += text;
        if (options.live) process.stdout.write(text);
      });
    }
    child.on("error", (error) => {
      said += error.message;
      end(false);
    });
    child.on("close", (code) => end(code === 0));
  });
