/** `deno task bench [--large] [part …]`: measures every budget beside its limit and prints ratios;
 *  exit 1 if one is missed. --large fills a million members and ten million entries (minutes, 9 GB of
 *  disk; BENCH_FOLDER keeps the filled files for the next run). Parts: file, http, server, growth,
 *  running, shells, clients. @module */
import { holds, printRatio, type Ratio } from "./ratio.ts";

const asked = Deno.args.filter((a) => !a.startsWith("--"));
const parts = ["file", "http", "server", "growth", "running", "shells", "clients"];
const usage = `Usage: deno task bench [--large] [part …]

Measures every budget beside its limit. --large fills a million members.
Parts: ${parts.join(", ")}`;
if (Deno.args.some((a) => a === "--help" || a === "-h")) {
  console.log(usage);
  Deno.exit(0);
}
const unknown = Deno.args.filter((a) => !parts.includes(a) && a !== "--large");
if (unknown.length) {
  console.error(`Unknown: ${unknown.join(", ")}\n\n${usage}`);
  Deno.exit(2);
}
const wants = (part: string) => asked.length === 0 || asked.includes(part);
const large = Deno.args.includes("--large") ? 1_000_000 : 100_000;

const all: Ratio[] = [];
const show = (ratios: Ratio[]): void => {
  ratios.forEach(printRatio);
  all.push(...ratios);
};

// Loaded only where they are measured: who asks how this is called need not wait.
if (wants("file")) show(await (await import("./below-http.ts")).belowHttp());
if (wants("http")) show(await (await import("./over-http.ts")).overHttp());
if (wants("server")) show(await (await import("./on-server.ts")).onServer());
if (wants("growth")) show(await (await import("./growth.ts")).growth(large));
if (wants("running")) show(await (await import("./running.ts")).running());
if (wants("shells")) show(await (await import("./shells.ts")).shells());
if (wants("clients")) show(await (await import("./clients.ts")).clients());

console.log(`load of the machine: ${Deno.loadavg().map((n) => n.toFixed(1)).join(", ")}`);
const missed = all.filter((r) => !holds(r)).length;
console.log(`\n${all.length - missed} of ${all.length} within budget`);
Deno.exit(missed ? 1 : 0);
