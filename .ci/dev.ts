/** `deno task dev`: the API on PORT (default 8000), restarted when its code changes, and one client
 *  under Vite with live reload (APP, default pwa; its API calls go to port 8000). @module */
import { spawn } from "node:child_process";
import process from "node:process";
import { home } from "./run-step.ts";

const start = (command: string, args: string[]) =>
  spawn(command, args, { cwd: home, stdio: "inherit" });

const children = [
  start(process.execPath, ["run", "-A", "--watch", "api/start.ts"]),
  start("node", ["node_modules/vite/bin/vite.js"]),
];

const stop = () => children.forEach((child) => child.kill("SIGTERM"));
process.on("SIGINT", stop);
process.on("SIGTERM", stop);
await Promise.race(children.map((child) => new Promise((done) => child.once("exit", done))));
stop();
