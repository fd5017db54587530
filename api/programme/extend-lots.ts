/** Carries approved extensions out, account by account: what is left of each lot moves into one that
 *  lapses later. Running it twice adds nothing. @module */
import { settle } from "../db/settle.ts";
import { type Desk, openDesk, programme } from "../desk.ts";
import { findHoldings } from "../points/holdings.ts";
import { startPosting } from "../points/posting.ts";
import {
  accountsToExtend,
  endExtension,
  type ExtensionRow,
  insertLotExtension,
  lotsToExtend,
  openExtensions,
} from "./extension-queries.ts";

const dayMs = 86_400_000;

/** @returns how many accounts were booked */
export const extendLots = async (desk: Desk): Promise<number> => {
  let booked = 0;
  for (const extension of await desk.db.read(openExtensions, [])) {
    booked += await carryOut(desk, extension);
  }
  return booked;
};

const carryOut = async (desk: Desk, extension: ExtensionRow): Promise<number> => {
  let booked = 0;
  let after = "";
  let missed = false;
  for (;;) {
    const page = await desk.db.read(
      accountsToExtend,
      [extension.rules_id, extension.at, desk.now, after],
    );
    if (page.length === 0) break;
    const done = await Promise.allSettled(
      page.map((row) => extendAccount(desk, extension, row.loyalty_id)),
    );
    booked += done.filter((each) => each.status === "fulfilled").length;
    missed ||= done.some((each) => each.status === "rejected");
    after = `${page.at(-1)!.loyalty_id}.points`;
  }
  // An account that stayed too busy is left for the next run; the others are not booked again.
  if (!missed) {
    await desk.db.write([endExtension.row({ extension_id: extension.id, at: desk.now })]);
  }
  return booked;
};

const extendAccount = (
  desk: Desk,
  { id, rules_id, days, at, reason }: ExtensionRow,
  loyaltyId: string,
): Promise<{ points: number }> => {
  const own = openDesk(desk, programme, { now: desk.now });
  return settle(own, `extend:${id}:${loyaltyId}`, { id, loyaltyId }, async () => {
    const [holdings, wanted] = await Promise.all([
      findHoldings(own, loyaltyId),
      own.db.read(lotsToExtend, [loyaltyId, rules_id, at, id]),
    ]);
    const ids = new Set(wanted.map((row) => row.id));
    const lots = holdings?.lots.filter((lot) =>
      ids.has(lot.id) && lot.lapsesAt !== null && lot.lapsesAt > own.now
    ) ?? [];
    const points = lots.reduce((sum, lot) =>
      sum + lot.remaining, 0);
    if (!holdings || points === 0) return { answer: { points: 0 }, writes: [], touches: [] };
    const posting = startPosting(own, holdings, {
      kind: "policy",
      cause: { kind: "extension", id: `${id}:${loyaltyId}` },
      storeId: null,
      occurredAt: own.now,
      explanation: {
        title: reason,
        reasons: [{ code: "validity-extended", points, days }],
      },
    });
    const made = posting.renew(
      lots,
      (lot) => lot.lapsesAt! + days * dayMs,
      `policy@${holdings.brandId}`,
    );
    return {
      answer: { points },
      touches: posting.touches,
      writes: [
        ...posting.writes(),
        ...lots.map((lot, i) =>
          insertLotExtension.row({
            lot_id: made[i]!,
            from_lot_id: lot.id,
            extension_id: id,
            points: lot.remaining,
          })
        ),
      ],
    };
  });
};
