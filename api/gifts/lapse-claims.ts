/** The sweep for gifts nobody fetched: their points go back to their own lots, the gift back to the
 *  shelf. Running it twice adds nothing. @module */
import { settle } from "../db/settle.ts";
import { type Desk, openDesk, programme } from "../desk.ts";
import { overdueClaims } from "./claim-queries.ts";
import { readClaimed, releaseClaim } from "./release-claim.ts";

/** Releases every open claim whose time is over, a hundred at a time.
 *  @returns how many were released
 *  @throws nothing of its own; a claim that stays too busy is left for the next run */
export const lapseClaims = async (desk: Desk): Promise<number> => {
  let released = 0;
  for (;;) {
    const due = await desk.db.read(overdueClaims, [desk.now]);
    if (due.length === 0) return released;
    const results = await Promise.all(
      due.map((row) => lapseClaim(desk, row.claim_id).catch(() => 0)),
    );
    const done = results.reduce((sum, n) => sum + n, 0);
    released += done;
    if (done === 0) return released;
  }
};

const lapseClaim = async (desk: Desk, claimId: string): Promise<number> => {
  const own = openDesk(desk, programme, { now: desk.now });
  const { memberId } = await settle<{ memberId: string | null }>(own, `lapse-claim:${claimId}`, {
    claimId,
  }, async () => {
    const claimed = await readClaimed(own, claimId);
    // Between the list and here somebody was faster: then there is nothing left to do.
    if (claimed.row.ended_as !== null || claimed.row.expires_at > own.now) {
      return { answer: { memberId: null }, writes: [], touches: [] };
    }
    const { writes, touches } = releaseClaim(own, claimed, "lapsed");
    return { answer: { memberId: claimed.row.member_id }, writes, touches };
  });
  if (memberId === null) return 0;
  desk.nudge(memberId);
  return 1;
};
