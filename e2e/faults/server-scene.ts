/** The API on a real libSQL server with a replica, a line that can be held on the way to each, and
 *  members who shop. @module */
import { expect } from "vitest";
import { type LibsqlServer, startLibsqlServer } from "../libsql-server.ts";
import { type ApiProcess, startApi } from "./api-process.ts";
import { type FaultProxy, openFaultProxy } from "./fault-proxy.ts";
import { memoryFolder } from "./memory-folder.ts";
import { differences, strayKeys } from "./money-books.ts";
import { type MoneyChain, openMoneyChain, secretKey } from "./money-chain.ts";
import { openWork, type Work, workFor } from "./money-work.ts";
import { openPausingLine, type PausingLine } from "./pausing-line.ts";
import { noTries, type Tries } from "./stubborn.ts";
import { seeded } from "./tried.ts";

export const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms));
/** Longer than any key that was asked for before. */
export const freshKey = (name: string) => `${name}-${crypto.randomUUID()}`.slice(0, 40);

export type Sold = {
  status: number;
  type: string | undefined;
  retryAfter: string | null;
  ms: number;
};

export type ServerScene = {
  server: LibsqlServer;
  chain: MoneyChain;
  api: ApiProcess;
  back: FaultProxy;
  copy: FaultProxy;
  /** From the replica to the primary. */
  between: PausingLine;
  work: Work;
  tries: Tries;
  /** One sale without a member, asked once. */
  sellOnce: (key: string) => Promise<Sold>;
  /** The same until it is booked. @returns how long that took, ms */
  sellUntilBooked: (key: string) => Promise<number>;
  /** Everybody shops while `trouble` lasts and a little longer. @returns commands done */
  shopThrough: (trouble: () => Promise<void>) => Promise<number>;
  /** Expects every member to have exactly what was wanted. */
  inOrder: () => Promise<void>;
  close: () => Promise<void>;
};

const sell = async (url: string, { till }: MoneyChain, key: string): Promise<Sold> => {
  const from = performance.now();
  const answer = await fetch(`${url}/api/sales`, {
    method: "POST",
    headers: {
      ...till.headers,
      "jifu-client": "pos",
      "content-type": "application/json",
      "idempotency-key": key,
    },
    body: JSON.stringify({
      orderNo: key,
      lines: [{ name: "散装大米", quantityMilli: 1000, amountFen: 1280 }],
      totalFen: 1280,
    }),
  });
  const { type } = await answer.json() as { type?: string };
  const retryAfter = answer.headers.get("retry-after");
  return { status: answer.status, type, retryAfter, ms: performance.now() - from };
};

const shopping = async (work: Work, trouble: () => Promise<void>): Promise<number> => {
  let going = true;
  let done = 0;
  const before = work.keys.size;
  const more = (n: number) => {
    done += n;
    return going;
  };
  const all = Promise.all(
    work.chain.patrons.flatMap((p) => [workFor(work, p, more), workFor(work, p, more)]),
  );
  while (done < 20) await Promise.race([sleep(10), all]);
  try {
    await trouble();
    await sleep(300);
  } finally {
    going = false;
  }
  await all;
  return work.keys.size - before;
};

/** @param seed of the work that is done */
export const openServerScene = async (
  { patrons, scans, seed }: { patrons: number; scans: number; seed: number },
): Promise<ServerScene> => {
  let between: PausingLine;
  const through = async (url: string) => (between = await openPausingLine(url)).url;
  const server = await startLibsqlServer({ replica: true, under: memoryFolder, through });
  const chain = await openMoneyChain(server.url, { patrons, scans });
  const [back, copy] = [
    await openFaultProxy(server.url),
    await openFaultProxy(server.replicaUrl),
  ];
  const api = await startApi({
    DATABASE_URL: back.url,
    DATABASE_REPLICA_URL: copy.url,
    SECRET_KEY: secretKey,
    DATABASE_TIMEOUT_MS: "1500",
  });
  const tries = noTries();
  const work = openWork(chain, () => api.url, tries, seeded(seed));
  const sellOnce = (key: string) => sell(api.url, chain, key);
  return {
    server,
    chain,
    api,
    back,
    copy,
    between: between!,
    work,
    tries,
    sellOnce,
    sellUntilBooked: async (key) => {
      const from = performance.now();
      while ((await sellOnce(key)).status !== 201) await sleep(20);
      work.keys.add(key);
      return performance.now() - from;
    },
    shopThrough: (trouble) => shopping(work, trouble),
    inOrder: async () => {
      expect(await differences(chain.house.db, work)).toEqual([]);
      expect(await strayKeys(chain.house.db, work)).toEqual([]);
      expect(tries.broken, api.said()).toEqual([]);
      expect(tries.withoutRetryAfter).toBe(0);
      expect(api.ended()).toBe(false);
    },
    close: async () => {
      await api.kill();
      await back.close();
      await copy.close();
      chain.house.db.close();
      await server.stop();
      await between.close();
    },
  };
};
