/** The sweep: books out what has lapsed. Reads never count a lapsed lot, so nothing waits for it; it
 *  makes the books say what the member already sees. Running it twice adds nothing. @module */
import { settle } from "../db/settle.ts";
import { reading } from "../db/statement.ts";
import { type Desk, openDesk, programme } from "../desk.ts";
import { findHoldings } from "./holdings.ts";
import { startPosting } from "./posting.ts";

const lapsedAccounts = reading<[now: number, limit: number], { loyalty_id: string }>(
  "accounts with lapsed lots",
  `select 0 as n, a.loyalty_id from (
     select distinct t.account_id from lot t
     where t.remaining > 0 and t.lapses_at is not null and t.lapses_at <= json_extract(?1, '$[0][0]')
     limit json_extract(?1, '$[0][1]')) x
   join account a on a.id = x.account_id`,
);

/** Lapses every lot that is due, account by account.
 *  @returns how many accounts were booked
 *  @throws nothing of its own; an account that stays too busy is left for the next run */
export const lapseLots = async (desk: Desk, { groupMax = 200 } = {}): Promise<number> => {
  let booked = 0;
  for (;;) {
    const due = await desk.db.read(lapsedAccounts, [desk.now, groupMax]);
    if (due.length === 0) return booked;
    const results = await Promise.all(
      due.map((row) => lapseAccount(desk, row.loyalty_id).catch(() => 0)),
    );
    const done = results.reduce((sum, n) => sum + n, 0);
    booked += done;
    if (done === 0) return booked;
  }
};

/** One journal per account and run; the lots that lapsed say when. */
const lapseAccount = async (desk: Desk, loyaltyId: string): Promise<number> => {
  const own = openDesk(desk, programme, { now: desk.now });
  let lapsedPoints = 0;
  await settle(own, `lapse:${loyaltyId}:${desk.now}`, { loyaltyId }, async () => {
    const holdings = await findHoldings(own, loyaltyId);
    const due = holdings?.lots.filter((l) => l.lapsesAt !== null && l.lapsesAt <= desk.now) ?? [];
    lapsedPoints = due.reduce((sum, l) => sum + l.remaining, 0);
    if (!holdings || due.length === 0) return { answer: { lapsed: 0 }, writes: [], touches: [] };
    const posting = startPosting(own, holdings, {
      kind: "lapse",
      cause: { kind: "lapse", id: `${loyaltyId}:${desk.now}` },
      storeId: null,
      occurredAt: Math.min(...due.map((l) => l.lapsesAt!)),
      explanation: { reasons: due.map((l) => ({ code: "lapses-at", at: l.lapsesAt })) },
    });
    posting.draw(
      due.map((l) => ({ lotId: l.id, amount: l.remaining })),
      `lapsed@${holdings.brandId}`,
    );
    return { answer: { lapsed: lapsedPoints }, writes: posting.writes(), touches: posting.touches };
  });
  return lapsedPoints > 0 ? 1 : 0;
};
