/** Commands through a real libSQL server against one plain batch at a time. @module */
import { hasLibsqlServer, startLibsqlServer } from "../../e2e/libsql-server.ts";
import { createClient } from "@libsql/client";
import process from "node:process";
import { batchOf } from "../db/writer.ts";
import { openTestHouse } from "../test-house.ts";
import { median, perSecond, type Ratio, rounded } from "./ratio.ts";
import { openBenchScene } from "./scene.ts";

export const onServer = async (): Promise<Ratio[]> => {
  if (!hasLibsqlServer()) return [];
  const server = await startLibsqlServer({ replica: false });
  process.env.TEST_DATABASE_URL = server.url;
  try {
    const scene = await openBenchScene(await openTestHouse(), 200);
    await perSecond(8, 100, scene.sell);
    const rates = new Map<number, number>();
    for (const [callers, n] of [[1, 150], [8, 600], [64, 3000]] as const) {
      rates.set(callers, await perSecond(callers, n, scene.sell));
    }
    const plain = await plainRate(scene, server.url);
    await scene.chain.close();
    return [...rates].map(([callers, rate]): Ratio => ({
      what: `sale on a libSQL server, ${callers} callers ÷ one plain batch at a time`,
      ratio: rate / plain,
      budget: callers === 64 ? 10 : 0,
      atLeast: true,
      detail: `${rounded(rate)}/s ÷ ${rounded(plain)}/s`,
    }));
  } finally {
    delete process.env.TEST_DATABASE_URL;
    await server.stop();
  }
};

type Scene = Awaited<ReturnType<typeof openBenchScene>>;

/** The same command's statements as one batch of the client, one after the other, read included. */
const plainRate = async (scene: Scene, url: string): Promise<number> => {
  const client = createClient({ url });
  // Of as many members, so that none is decided from what another of them would have changed.
  const commands = await scene.writesOf(() => perSecond(1, 120, scene.sell), "decided");
  const runs: number[] = [];
  for (const writes of commands) {
    const batch = batchOf([{ writes }]).map((s) => ({ sql: s.sql, args: s.args }));
    const from = performance.now();
    await client.batch([{ sql: "select 1", args: [] }], "read");
    await client.batch(batch, "write");
    runs.push(performance.now() - from);
  }
  client.close();
  return 1000 / median(runs);
};
