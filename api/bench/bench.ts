/** `deno task bench [--large] [part …]`: measures every budget beside its limit and prints ratios;
 *  exit 1 if one is missed. --large fills a million members and ten million entries (minutes, 9 GB of
 *  disk; BENCH_FOLDER keeps the filled files for the next run). Parts: file, http, server, growth,
 *  running, shells, clients. @module */
import { belowHttp } from "./below-http.ts";
import { clients } from "./clients.ts";
import { growth } from "./growth.ts";
import { onServer } from "./on-server.ts";
import { overHttp } from "./over-http.ts";
import { holds, printRatio, type Ratio } from "./ratio.ts";
import { running } from "./running.ts";
import { shells } from "./shells.ts";

const asked = Deno.args.filter((a) => !a.startsWith("--"));
const parts = ["file", "http", "server", "growth", "running", "shells", "clients"];
const unknown = asked.filter((part) => !parts.includes(part));
if (unknown.length) throw new Error(`Unknown: ${unknown.join(", ")}. Parts: ${parts.join(", ")}`);
const wants = (part: string) => asked.length === 0 || asked.includes(part);
const large = Deno.args.includes("--large") ? 1_000_000 : 100_000;

const all: Ratio[] = [];
const show = (ratios: Ratio[]): void => {
  ratios.forEach(printRatio);
  all.push(...ratios);
};

if (wants("file") || wants("http")) {
  const below = await belowHttp();
  show(below.ratios);
  if (wants("http")) show(await overHttp(below.rates));
}
if (wants("server")) show(await onServer());
if (wants("growth")) show(await growth(large));
if (wants("running")) show(await running());
if (wants("shells")) show(await shells());
if (wants("clients")) show(await clients());

console.log(`load of the machine: ${Deno.loadavg().map((n) => n.toFixed(1)).join(", ")}`);
const missed = all.filter((r) => !holds(r)).length;
console.log(`\n${all.length - missed} of ${all.length} within budget`);
Deno.exit(missed ? 1 : 0);
