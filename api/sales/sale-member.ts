/** Whose sale it is: a scan of this very till, or a plastic card number that may only earn. @module */
import type { z } from "zod/mini";
import { hasValidCheckDigits } from "../../shared/cards/check-digits.ts";
import type { EarningGround } from "../../shared/points/when.ts";
import { Problem } from "../../shared/problems.ts";
import type { SaleMember } from "../../shared/sales/endpoints.ts";
import { cardByNumber, scanById } from "../cards/queries.ts";
import { checkBadCodes, countBadCode } from "../cards/scan-limits.ts";
import { isLater } from "../clock-back.ts";
import type { Desk } from "../desk.ts";
import type { Holdings } from "../points/holdings.ts";
import { cardAtSale, type LateCard, type LateMember } from "./late-member.ts";
import { findBuyer } from "./sale-ground.ts";

export type Whose = {
  holdings: Holdings;
  scanId: string | null;
  /** May points be spent? */
  rights: "earn" | "spend";
  /** What is known before the sale; the store is left open. */
  ground: EarningGround;
  /** The e-card whose code was read without network. */
  late?: LateCard;
};

export type Reading = {
  /** A scan that paid already is refused. */
  booking: boolean;
  /** Instant of the sale. */
  at: number;
  /** Points are to be spent. */
  lots: boolean;
};

type Buyer = { holdings: Holdings; ground: EarningGround };

/** Reads the member of a sale in one go; null: nobody's sale.
 *  @throws Problem scan-expired, scan-used, card-code-invalid, card-frozen, member-frozen, and what
 *  cardAtSale refuses */
export const saleMember = async (
  desk: Desk,
  member: z.infer<typeof SaleMember> | LateMember | null | undefined,
  reading: Reading,
): Promise<Whose | null> => {
  if (!member) return null;
  if ("code" in member) return await byLateCode(desk, member, reading);
  return "scanId" in member
    ? await byScan(desk, member.scanId, reading)
    : await byCard(desk, member.card, reading);
};

const checked = (buyer: Buyer | null, brandId: string | undefined): Buyer => {
  if (!buyer || buyer.holdings.brandId !== brandId) throw new Problem("card-code-invalid");
  if (buyer.holdings.memberState !== "active") throw new Problem("member-frozen");
  return buyer;
};

const byScan = async (desk: Desk, scanId: string, reading: Reading): Promise<Whose> => {
  const [rows, buyer] = await Promise.all([
    desk.db.read(scanById, [scanId]),
    findBuyer(desk, scanId, reading),
  ]);
  const scan = rows[0];
  const { terminalId, apiKeyId } = desk.actor;
  const own = scan &&
    (terminalId ? scan.terminal_id === terminalId : scan.api_key_id === (apiKeyId ?? ""));
  // A sale that comes late is judged for its own moment; points are not spent by it (wantedOffset).
  const at = reading.booking ? Math.min(reading.at, desk.now) : desk.now;
  if (!scan || !own || scan.expires_at <= at || isLater(scan.opened_at, desk.now)) {
    throw new Problem("scan-expired");
  }
  if (reading.booking && scan.used_by) throw new Problem("scan-used");
  return { ...checked(buyer, desk.actor.brandId), scanId, rights: scan.rights };
};

const byLateCode = async (desk: Desk, member: LateMember, reading: Reading): Promise<Whose> => {
  const late = await cardAtSale(desk, member, reading.at);
  const known = checked(await findBuyer(desk, late.accountId, reading), desk.actor.brandId);
  return { ...known, scanId: null, rights: "earn", late };
};

const byCard = async (desk: Desk, number: string, reading: Reading): Promise<Whose> => {
  if (!hasValidCheckDigits(number)) throw new Problem("code-malformed");
  const [rows, buyer] = await Promise.all([
    desk.db.read(cardByNumber, [number]),
    findBuyer(desk, number, reading),
    checkBadCodes(desk),
  ]);
  const card = rows[0];
  // Numbers are guessed here no further than at a scan.
  if (card?.brand_id !== desk.actor.brandId) await countBadCode(desk);
  const known = checked(card ? buyer : null, desk.actor.brandId);
  if (card!.state !== "active") throw new Problem("card-frozen", { state: card!.state });
  return { ...known, scanId: null, rights: "earn" };
};
