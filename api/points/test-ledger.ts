/** A ledger for tests of what reads and sweeps it: members, and postings that give, draw and owe.
 *  @module */
import { openBareHouse } from "../test-bare-house.ts";
import { openTestChain, type TestMember } from "../test-chain.ts";
import type { TestHouse } from "../test-house.ts";
import { type Holdings, readHoldings } from "./holdings.ts";
import { type Cause, type Posting, startPosting } from "./posting.ts";

export const day = 86_400_000;

export const openLedger = async (environment: Record<string, string> = {}) => {
  const chain = await openTestChain(await openBareHouse(environment) as TestHouse);
  const { db } = chain.house;
  let count = 0;
  const start = (from: Holdings, more: Partial<Cause> = {}): Posting =>
    startPosting(chain.desk(), from, {
      kind: "adjustment",
      cause: { kind: "test", id: `${count++}` },
      storeId: "sto_a",
      occurredAt: chain.clock.now,
      explanation: { reasons: [] },
      ...more,
    });
  const holdings = (who: TestMember) => readHoldings(chain.desk(), who.loyaltyId);
  const book = (posting: Posting) => db.write(posting.writes(), posting.touches);
  return {
    ...chain,
    db,
    start,
    holdings,
    book,
    rows: (sql: string, ...args: (string | number)[]) => db.execute(sql, args),
    /** Gives points; returns the id of their lot. */
    give: async (who: TestMember, points: number, lapsesAt: number | null, from = 0) => {
      const posting = start(await holdings(who));
      const availableAt = chain.clock.now + from;
      const id = posting.issue(points, {
        contra: "issued@sto_a",
        availableAt,
        lapsesAt,
        rulesId: "rul_a",
      })!;
      await book(posting);
      return id;
    },
    draw: async (who: TestMember, lotId: string, amount: number, more: Partial<Cause> = {}) => {
      const posting = start(await holdings(who), more);
      posting.draw([{ lotId, amount }], "redeemed@sto_a");
      await book(posting);
      return posting.journalId;
    },
  };
};

export type TestLedger = Awaited<ReturnType<typeof openLedger>>;

/** Takes away every trigger, as whoever holds the file can. */
export const dropGuards = async ({ db }: TestLedger): Promise<void> => {
  const guards = await db.execute("select name from sqlite_master where type = 'trigger'");
  await db.batch(guards.map(({ name }) => ({ sql: `drop trigger "${name}"` })));
};
