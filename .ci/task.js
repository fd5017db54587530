// Runs a task of deno.json with the Deno that npm installed: `node .ci/task.js start`. The commands
// stand there and only there; this runs them without a shell in between, so that Ctrl-C, a kill or a
// closed terminal reaches the server itself and its end is waited for.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";

const require = createRequire(import.meta.url);
const home = new URL("../", import.meta.url);
const { tasks } = JSON.parse(readFileSync(new URL("deno.json", home), "utf8"));

/** Commands of a task, each as the arguments of one `deno`; a task that calls tasks is unfolded. */
const commandsOf = (name) => {
  return tasks[name].command.split("&&").flatMap((command) => {
    const [program, ...args] = command.trim().split(/\s+/);
    if (program !== "deno") throw new Error(`Task ${name} must call deno: ${command}`);
    return args[0] === "task" ? commandsOf(args.at(-1)) : [args];
  });
};

const denoBinary = () => {
  const folder = dirname(require.resolve("deno/package.json"));
  const there = join(folder, process.platform === "win32" ? "deno.exe" : "deno");
  // Packages run no scripts when they are installed: the first start puts the binary in place.
  return existsSync(there) ? there : require("deno/install_api.cjs").runInstall();
};

let child = null;
const pass = (signal) => child?.kill(signal);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => pass(signal));
// A kill that only reaches the shell above leaves us without a parent.
const parent = process.ppid;
setInterval(() => process.ppid === parent || pass("SIGTERM"), 500).unref();

const run = (binary, args) =>
  new Promise((done, fail) => {
    // Nothing is fetched from a third party at run time, a look for updates neither.
    const env = { ...process.env, DENO_NO_UPDATE_CHECK: "1" };
    child = spawn(binary, args, { cwd: home, stdio: "inherit", env });
    child.on("error", fail);
    child.on("exit", (code, signal) => done(code ?? 128 + (constants.signals[signal] ?? 0)));
  });

const [name, ...more] = process.argv.slice(2);
if (!Object.hasOwn(tasks, name ?? "")) {
  console.error(`No task ${name ?? "named"}. There are: ${Object.keys(tasks).join(", ")}`);
  process.exit(2);
}
const commands = commandsOf(name);
commands.at(-1).push(...more);
const binary = denoBinary();
/** The disk was in doubt (api/settings.ts, diskInDoubt): started again, more and more seldom. */
const diskInDoubt = 74;
const runUntilDone = async (args) => {
  for (let seconds = 1;; seconds = Math.min(seconds * 2, 30)) {
    const code = await run(binary, args);
    if (code !== diskInDoubt) return code;
    console.error(`Starting again in ${seconds} s`);
    await new Promise((done) => setTimeout(done, seconds * 1000));
  }
};

for (const args of commands) {
  const code = await runUntilDone(args);
  if (code !== 0) process.exit(code);
}
