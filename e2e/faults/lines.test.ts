/** Lines that go wrong between clients and the API, and between the API and a real libSQL server with
 *  a replica: whatever is lost, late, torn or sent twice, every member has exactly what was wanted. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyLedger } from "../../api/points/verify.ts";
import { type LibsqlServer, startLibsqlServer } from "../libsql-server.ts";
import { type ApiProcess, startApi } from "./api-process.ts";
import { type Chances, type FaultProxy, faults, openFaultProxy } from "./fault-proxy.ts";
import { differences, strayKeys } from "./money-books.ts";
import { type MoneyChain, openMoneyChain, secretKey } from "./money-chain.ts";
import { openWork, workAll } from "./money-work.ts";
import { watchServer } from "./server-watch.ts";
import { memoryFolder } from "./memory-folder.ts";
import { noTries } from "./stubborn.ts";
import { seeded, soak, tried } from "./tried.ts";

const commands = soak ? 10_000 : 200;
const patrons = soak ? 40 : 16;

let server: LibsqlServer;
let chain: MoneyChain;
let api: ApiProcess;
let [front, back, copy]: FaultProxy[] = [];

beforeAll(async () => {
  server = await startLibsqlServer({ replica: true, under: memoryFolder });
  chain = await openMoneyChain(server.url, { patrons, scans: Math.ceil(commands / patrons) });
  back = await openFaultProxy(server.url, { seed: 2 });
  copy = await openFaultProxy(server.replicaUrl, { seed: 3 });
  api = await startApi({
    DATABASE_URL: back.url,
    DATABASE_REPLICA_URL: copy.url,
    SECRET_KEY: secretKey,
    DATABASE_TIMEOUT_MS: soak ? "3000" : "1500",
  });
  front = await openFaultProxy(api.url, { seed: 4 });
}, 120_000);
afterAll(async () => {
  await api?.kill();
  for (const proxy of [front, back, copy]) await proxy?.close();
  chain?.house.db.close();
  await server?.stop();
});

/** Each fault alike. */
const each = (chance: number, but: Chances = {}): Chances => ({
  ...Object.fromEntries(faults.map((f) => [f, chance])),
  ...but,
});

test(`${commands} money operations over lines that go wrong come out as wanted`, async () => {
  const tries = noTries();
  const work = openWork(chain, () => front!.url, tries, seeded(5));
  front!.set(each(0.012));
  // What is swallowed there costs a time-out of seconds, during which all writes wait.
  const swallowed = soak ? 0.0002 : 0;
  back!.set(each(0.008, { drop: swallowed, "drop-answer": swallowed }));
  copy!.set(each(0.02));
  const from = performance.now();
  const watch = watchServer(server, tries);
  const progress = soak && setInterval(() => console.log(JSON.stringify(tries)), 30_000);
  await workAll(work, commands).finally(() => {
    if (progress) clearInterval(progress);
    return watch.stop();
  });
  const seconds = (performance.now() - from) / 1000;
  for (const proxy of [front, back, copy]) proxy!.set({});

  expect(await differences(chain.house.db, work)).toEqual([]);
  expect(await strayKeys(chain.house.db, work)).toEqual([]);
  expect(tries.broken, api.said()).toEqual([]);
  expect(tries.withoutRetryAfter).toBe(0);
  expect(api.ended()).toBe(false);
  for (const proxy of [front, back]) {
    const befell = Object.values(proxy!.befell()).reduce((a, b) => a + b, 0);
    expect(befell).toBeGreaterThan(commands / 50);
  }
  const { findings } = await verifyLedger(chain.house.db, Date.now());
  expect(findings).toEqual([]);
  const sum = (proxy: FaultProxy) => Object.values(proxy.befell()).reduce((a, b) => a + b, 0);
  tried({
    fault: "lines that go wrong, clients to API and API to libSQL server",
    times: `${work.keys.size} commands, ${sum(front!)} + ${sum(back!)} + ${sum(copy!)} faults`,
    happened: `${tries.tries} tries, ${tries.unanswered} without an answer, not now ${
      JSON.stringify(tries.notNow)
    }, server hung ${watch.restarts()} times, none lost, none doubled, ${seconds.toFixed(0)} s`,
  });
}, 3_600_000);
