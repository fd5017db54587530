/** Commands on a file against the same rows in one raw prepared transaction per command, in another
 *  engine of the same durability (synchronous=FULL). @module */
import { copyFile } from "node:fs/promises";
import process from "node:process";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { pragmas } from "../db/pragmas.ts";
import type { Write } from "../db/statement.ts";
import { median, perSecond, type Ratio, rounded } from "./ratio.ts";
import { openBenchScene } from "./scene.ts";

const budgets = [[1, 0.3, 600], [8, 1.2, 2000], [64, 2.5, 6000]] as const;

const rawRate = (path: string, commands: readonly Write[][]): number => {
  const db = new DatabaseSync(path);
  for (const pragma of pragmas) db.exec(pragma);
  const prepared = new Map<unknown, StatementSync>();
  const statementOf = ({ statement: s }: Write): StatementSync => {
    let found = prepared.get(s);
    if (!found) {
      const table = s.name.replace("insert ", "");
      const marks = s.columns.map(() => "?").join(", ");
      found = db.prepare(`insert into ${table} (${s.columns.join(", ")}) values (${marks})`);
      prepared.set(s, found);
    }
    return found;
  };
  const ordered = commands.map((writes) =>
    [...writes].sort((a, b) => a.statement.rank - b.statement.rank)
  );
  const from = performance.now();
  for (const writes of ordered) {
    db.exec("begin immediate");
    for (const write of writes) statementOf(write).run(...write.values as SQLInputValue[]);
    db.exec("commit");
  }
  const rate = ordered.length / (performance.now() - from) * 1000;
  db.close();
  return rate;
};

/** Rate of some work, and what it cost this process. */
type Measured = { rate: number; cpuUs: number };

const measured = async (n: number, work: () => number | Promise<number>): Promise<Measured> => {
  const before = process.cpuUsage();
  const rate = await work();
  const { user, system } = process.cpuUsage(before);
  return { rate, cpuUs: (user + system) / n };
};

const commandsMade = 600;

/** Three rounds, in turn, so that a slow moment of the machine meets both: a ratio is that of one
 *  round, and the median of the rounds counts. CPU is told as well, which others' work moves less. */
export const belowHttp = async (): Promise<Ratio[]> => {
  const scene = await openBenchScene();
  const { db } = scene.chain.house;
  await perSecond(8, 500, scene.sell);
  const raws: Measured[] = [];
  const ours = new Map<number, Measured[]>(budgets.map(([callers]) => [callers, []]));
  for (let round = 0; round < 3; round++) {
    await db.execute("pragma wal_checkpoint(truncate)");
    const copy = `${scene.chain.path}.raw${round}`;
    await copyFile(scene.chain.path, copy);
    const commands = await scene.writesOf(() => perSecond(1, commandsMade, scene.sell));
    raws.push(await measured(commandsMade, () => rawRate(copy, commands)));
    for (const [callers, , n] of budgets) {
      ours.get(callers)!.push(await measured(n, () => perSecond(callers, n, scene.sell)));
    }
  }
  await scene.chain.close();
  const middle = (list: Measured[], of: keyof Measured) => median(list.map((m) => m[of]));
  return budgets.map(([callers, budget]): Ratio => {
    const own = ours.get(callers)!;
    const cpu = `CPU ${rounded(middle(own, "cpuUs"))} ÷ ${rounded(middle(raws, "cpuUs"))} µs`;
    return {
      what: `sale on a file, ${callers} callers ÷ raw prepared transaction`,
      ratio: median(own.map(({ rate }, i) => rate / raws[i]!.rate)),
      budget,
      atLeast: true,
      detail: `${rounded(middle(own, "rate"))}/s ÷ ${rounded(middle(raws, "rate"))}/s, ${cpu}`,
    };
  });
};
