/** Replays the sales of a brand: page by page from the nearest copy of the database, member by member
 *  through both sides, giving way to whoever waits. Writes nothing. @module */
import { maskName } from "../../shared/cards/mask.ts";
import { type PastSale, replayMember } from "../../shared/programme/replay.ts";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import {
  addMember,
  openSum,
  type WhatIfSum,
  type Worth,
} from "../../shared/programme/what-if-sum.ts";
import type { Desk } from "../desk.ts";
import { pastSaleOf, startOf } from "./past-sales.ts";
import { accountPages, pageSizes, type PastSaleRow, salesOfMembers, startsOf } from "./queries.ts";

export interface Replay {
  brandId: string;
  /** First instant, and the first after the period (ms). */
  from: number;
  to: number;
  /** The store's day of the first instant. */
  fromDay: string;
  draft: ProgrammeRules;
  /** The rules that a sale was under. */
  inForce: (sale: PastSale) => ProgrammeRules;
  worth: { inForce: Worth; draft: Worth };
}

export interface Watch {
  /** Called between pages; what it throws ends the replay. */
  moved: (accountsDone: number, salesDone: number) => Promise<void> | void;
}

/** A page should carry about so many sales, */
const salesWanted = 500;
/** and nobody should wait longer than this for their turn (ms). */
const sliceMs = 8;

const pause = (): Promise<void> => new Promise((done) => setImmediate(done));

/** @throws whatever `watch.moved` throws, and what the database does */
export const replaySales = async (desk: Desk, replay: Replay, watch: Watch): Promise<WhatIfSum> => {
  const sum = openSum(desk.now, replay.worth);
  let after = "";
  let size = 1;
  let accounts = 0;
  for (;;) {
    const page = await desk.db.readSeen(accountPages[size]!, [replay.brandId, after], desk.seen);
    if (page.length === 0) return sum;
    const sales = await replayPage(desk, replay, sum, page);
    after = page.at(-1)!.id;
    accounts += page.length;
    size = nextSize(page.length, sales);
    await watch.moved(accounts, sum.sales);
    await pause();
  }
};

/** The largest page that would have carried no more than is wanted. */
const nextSize = (accounts: number, sales: number): number => {
  const most = sales === 0 ? Infinity : salesWanted * accounts / sales;
  const fits = pageSizes.findLastIndex((each) => each <= most);
  return Math.max(0, fits);
};

const replayPage = async (
  desk: Desk,
  replay: Replay,
  sum: WhatIfSum,
  page: readonly { id: string; member_id: string }[],
): Promise<number> => {
  const { from, to, fromDay } = replay;
  const ids = page.map((row) => row.member_id);
  const rows = await desk.db.readSeen(salesOfMembers, [ids, from, to], desk.seen);
  if (rows.length === 0) return 0;
  const byAccount = new Map<string, PastSaleRow[]>();
  for (const row of rows) {
    const found = byAccount.get(row.account_id);
    if (found) found.push(row);
    else byAccount.set(row.account_id, [row]);
  }
  await pause();
  const starts = await desk.db.readSeen(
    startsOf,
    [[...byAccount.keys()], from, fromDay],
    desk.seen,
  );
  let turn = performance.now();
  for (const row of starts) {
    const past = byAccount.get(row.id)!.map(pastSaleOf);
    const start = startOf(row);
    addMember(
      sum,
      { memberId: row.member_id, nameMasked: maskName(row.name) },
      { balance: row.balance, debt: row.debt },
      past,
      {
        inForce: replayMember(past, start, replay.inForce, replay.inForce),
        draft: replayMember(past, start, () => replay.draft, replay.inForce),
      },
    );
    if (performance.now() - turn < sliceMs) continue;
    await pause();
    turn = performance.now();
  }
  return rows.length;
};
