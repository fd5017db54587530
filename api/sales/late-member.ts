/** The member of a sale that was made without network, by the rotating code that the till read then.
 *  It is judged for that moment, earns and never spends, and serves one sale. @module */
import { parseCardCode } from "../../shared/cards/card-code.ts";
import { judgeCode, stepOf } from "../../shared/cards/ecard.ts";
import { CLOCK_AHEAD_MS, SCAN_TO_SALE_MS } from "../../shared/offline/late.ts";
import { Problem } from "../../shared/problems.ts";
import { placeOf } from "../access/place.ts";
import { macOf } from "../cards/card-keys.ts";
import { ecardByHandle, moveCounter, type PresentedRow } from "../cards/queries.ts";
import { badScan, checkScanLimits, type ScanLimits, scanLimits } from "../cards/scan-limits.ts";
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { insertLateCode, lateCode } from "../offline/queries.ts";

export type LateMember = { code: string; scannedAt: number };

export type LateCard = {
  accountId: string;
  cardId: string;
  /** What marks the code as used once the sale stands. */
  used: (saleId: string) => Write[];
};

/** @param soldAt instant of the sale
 *  @throws Problem code-malformed, time-refused, too-many, card-code-invalid, card-frozen,
 *  card-code-skewed, card-code-used */
export const cardAtSale = async (
  desk: Desk,
  { code, scannedAt }: LateMember,
  soldAt: number,
): Promise<LateCard> => {
  const parsed = parseCardCode(code);
  if (parsed.kind !== "rotating") throw new Problem("code-malformed");
  // The code belongs to this sale: who read it an hour before kept it for another.
  if (scannedAt > soldAt + CLOCK_AHEAD_MS || scannedAt < soldAt - SCAN_TO_SALE_MS) {
    throw new Problem("time-refused");
  }
  const place = placeOf(desk);
  const limits = scanLimits(place, parsed.handle);
  const [[card]] = await Promise.all([
    desk.db.read(ecardByHandle, [place.brandId, parsed.handle]),
    // Not the rate: a queue brings at once what was read in a day.
    checkScanLimits(desk, { ...limits, rate: limits.bad[0]! }),
  ]);
  const key = card && { id: card.card_id, key_cipher: card.key_cipher };
  const macAt = macOf(desk.keys, key, parsed.handle, parsed.refresh);
  const verdict = await judgeCode(parsed, stepOf(scannedAt), macAt);
  if (verdict.age === "forged" || !card) return refuseBad(desk, limits, card);
  if (card.card_state !== "active") throw new Problem("card-frozen", { state: card.card_state });
  if (verdict.age === "skewed") throw new Problem("card-code-skewed");
  const [served] = await desk.db.read(lateCode, [card.card_id, verdict.counter]);
  if (served) throw new Problem("card-code-used");
  return {
    accountId: card.account_id,
    cardId: card.card_id,
    used: (saleId) => [
      insertLateCode.row({
        card_id: card.card_id,
        counter: verdict.counter,
        sale_id: saleId,
        at: scannedAt,
      }),
      // Shown once, it must not serve at a terminal with network either.
      ...(verdict.counter > card.last_counter
        ? [moveCounter.row({ id: card.card_id, last_counter: verdict.counter })]
        : []),
    ],
  };
};

/** Counts a code that fits nothing as the scan does. */
const refuseBad = async (
  desk: Desk,
  limits: ScanLimits,
  card: PresentedRow | undefined,
): Promise<never> => {
  await desk.db.write(badScan(desk, limits, card), card ? [card.card_id] : []);
  throw new Problem("card-code-invalid");
};
