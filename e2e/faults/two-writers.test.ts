/** Two processes that both write to one libSQL server, against advice (there is WRITER_URL), over
 *  lines that go wrong: it may be slow, it may not be wrong. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyLedger } from "../../api/points/verify.ts";
import { type ApiProcess, startApi } from "./api-process.ts";
import { secretKey } from "./money-chain.ts";
import { openWork, workAll } from "./money-work.ts";
import { differences, strayKeys } from "./money-books.ts";
import { openServerScene, type ServerScene } from "./server-scene.ts";
import { watchServer } from "./server-watch.ts";
import { seeded, soak, tried } from "./tried.ts";

const commands = 500;

let scene: ServerScene;
let second: ApiProcess;

beforeAll(async () => {
  if (!soak) return;
  scene = await openServerScene({ patrons: 8, scans: commands / 4, seed: 9 });
  second = await startApi({
    DATABASE_URL: scene.server.url,
    SECRET_KEY: secretKey,
    DATABASE_TIMEOUT_MS: "1500",
  });
}, 120_000);
afterAll(async () => {
  await second?.kill();
  await scene?.close();
});

// Slow, and nobody is to run it so: in the long form only.
test.runIf(soak)(`${commands} money operations by two writers come out as wanted`, async () => {
  const { api, back, chain, server, tries } = scene;
  let sent = 0;
  // A repeat goes to the other one as often as not.
  const work = openWork(chain, () => [api.url, second.url][sent++ % 2]!, tries, seeded(9));
  back.set({ reset: 0.01, "cut-answer": 0.01, delay: 0.01, duplicate: 0.01 });
  const from = performance.now();
  const watch = watchServer(server, tries);
  await workAll(work, commands).finally(watch.stop);
  const seconds = (performance.now() - from) / 1000;
  back.set({});
  expect(await differences(chain.house.db, work)).toEqual([]);
  expect(await strayKeys(chain.house.db, work)).toEqual([]);
  expect(tries.broken, api.said() + second.said()).toEqual([]);
  expect([api.ended(), second.ended()]).toEqual([false, false]);
  const { findings } = await verifyLedger(chain.house.db, Date.now());
  expect(findings).toEqual([]);
  tried({
    fault: "two processes that write to one libSQL server, over lines that go wrong",
    times: `${work.keys.size} commands`,
    happened: `${tries.tries} tries, not now ${
      JSON.stringify(tries.notNow)
    }, server hung ${watch.restarts()} times, none lost, none doubled, ${seconds.toFixed(0)} s`,
  });
}, 3_600_000);
