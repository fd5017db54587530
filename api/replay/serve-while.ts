/** The product, for as long as the process that started it lives. @module */
import process from "node:process";

const parent = Number(Deno.args[0]);
setInterval(() => process.ppid === parent || Deno.exit(1), 100);
await import("../start.ts");
