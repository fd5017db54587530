/** Limits on scanning: requests, codes that fit nothing, forgeries of one handle. @module */
import { badPerCardMax, limits } from "../access/limit-table.ts";
import type { Place } from "../access/place.ts";
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import {
  attemptByKey,
  type Limit,
  openWrite,
  readTries,
  takeTry,
  tooMany,
  triesOf,
  tryWrite,
} from "../http/limits.ts";
import { countForgery, type PresentedRow } from "./queries.ts";

export type ScanLimits = {
  rate: { key: string; limit: Limit };
  bad: { key: string; limit: Limit }[];
};

/** The limits that one scan is under.
 *  @param handle of a rotating code; known or not, so that the sixth try tells nothing either */
export const scanLimits = (place: Place, handle: string | null): ScanLimits => {
  const who = place.terminalId ?? place.apiKeyId ?? place.storeId;
  const isKey = place.terminalId === undefined;
  return {
    rate: {
      key: `scan/${who}`,
      limit: isKey ? limits.scanPerKey : limits.scanPerTerminal,
    },
    bad: [
      { key: `scan-bad/${who}`, limit: isKey ? limits.badPerKey : limits.badPerTerminal },
      ...(handle === null ? [] : [{ key: `forged/${handle}`, limit: limits.badPerHandle }]),
    ],
  };
};

/** @throws Problem too-many if one of them has nothing left */
export const checkScanLimits = async (desk: Desk, { rate, bad }: ScanLimits): Promise<void> => {
  const all = [rate, ...bad];
  const rows = await Promise.all(all.map(({ key }) => desk.db.read(attemptByKey, [key])));
  all.forEach(({ limit }, i) => {
    const { left, opensAt } = triesOf(rows[i]![0], limit, desk.now);
    if (left === 0) throw tooMany(desk, opensAt);
  });
};

/** A number that was typed where nothing was scanned: guesses at a sale count as guesses at a scan do.
 *  @throws Problem too-many if nothing is left */
export const checkBadCodes = async (desk: Desk): Promise<void> => {
  const { key, limit } = badCodes(desk);
  const { left, opensAt } = await readTries(desk, key, limit);
  if (left === 0) throw tooMany(desk, opensAt);
};

/** Counts a number that fits nothing. @throws Problem too-many */
export const countBadCode = (desk: Desk): Promise<void> => {
  const { key, limit } = badCodes(desk);
  return takeTry(desk, key, limit);
};

const badCodes = ({ actor }: Desk): { key: string; limit: Limit } => ({
  key: `scan-bad/${actor.terminalId ?? actor.apiKeyId ?? actor.id}`,
  limit: actor.terminalId ? limits.badPerTerminal : limits.badPerKey,
});

/** Rows that count a scan which recognised somebody; they collide where too many bad ones came in
 *  between. */
export const goodScan = (desk: Desk, { rate, bad }: ScanLimits): Write[] => [
  tryWrite(desk, rate.key, rate.limit),
  ...bad.map(({ key }) => openWrite(desk, key)),
];

/** Rows that count a code which fits nothing.
 *  @param card whose code was forged, if it is one's; the rows then touch its id */
export const badScan = (
  desk: Desk,
  { rate, bad }: ScanLimits,
  card: Pick<PresentedRow, "card_id"> | undefined,
): Write[] => [
  ...[rate, ...bad].map(({ key, limit }) => tryWrite(desk, key, limit)),
  ...(card ? [countForgery.row({ id: card.card_id, freezes_at: badPerCardMax })] : []),
];
