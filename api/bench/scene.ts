/** A chain to measure on: 500 members, a till, one sale after another. @module */
import type { Write } from "../db/statement.ts";
import { openDesk } from "../desk.ts";
import { recordSale } from "../sales/record-sale.ts";
import { openTestChain } from "../test-chain.ts";
import { newKey, openTestHouse, type TestHouse } from "../test-house.ts";

export const openBenchScene = async (test?: TestHouse, members = 500) => {
  const chain = await openTestChain(test ?? await openTestHouse());
  const cards: string[] = [];
  for (let i = 0; i < members; i += 50) {
    const part = await Promise.all(Array.from({ length: 50 }, () => chain.enrol("刘思雨")));
    cards.push(...part.map((m) => m.card));
  }
  let order = 0;
  const kept: Write[][] = [];
  let keeping: "no" | "written" | "decided" = "no";
  const { db } = chain.house;
  const watched = {
    ...db,
    write: async (writes: Write[], touches?: readonly string[]) => {
      if (keeping !== "decided") await db.write(writes, touches);
      if (keeping !== "no") kept.push(writes);
    },
  };
  const house = { ...chain.house, db: watched };
  // Time goes on, as it does in a shop: ids begin with it, so that new rows lie beside each other.
  const started = performance.now();
  const now = () => chain.clock.now + Math.floor(performance.now() - started);
  return {
    chain,
    cards,
    /** Books a sale of one bag of rice for the i-th member. */
    sell: (i: number) =>
      recordSale(openDesk(house, chain.actor(), { now: now() }), newKey(), {
        orderNo: `B${order++}`,
        member: { card: cards[i % cards.length]! },
        lines: [{ sku: "6901", quantityMilli: 1000, amountFen: 6990 }],
        totalFen: 6990,
      }),
    /** What was written while `work` ran, command by command.
     *  @param how "decided" for what would have been: nothing is written */
    writesOf: async (
      work: () => Promise<unknown>,
      how: "written" | "decided" = "written",
    ): Promise<Write[][]> => {
      kept.length = 0;
      keeping = how;
      await work();
      keeping = "no";
      return [...kept];
    },
  };
};

export type BenchScene = Awaited<ReturnType<typeof openBenchScene>>;
