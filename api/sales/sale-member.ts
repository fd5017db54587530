/** Whose sale it is: a scan of this very till, or a plastic card number that may only earn. @module */
import type { z } from "zod/mini";
import { hasValidCheckDigits } from "../../shared/cards/check-digits.ts";
import { Problem } from "../../shared/problems.ts";
import type { SaleMember } from "../../shared/sales/endpoints.ts";
import { cardByNumber, scanById } from "../cards/queries.ts";
import type { Desk } from "../desk.ts";
import { findHeads, type Holdings } from "../points/holdings.ts";

export type Whose = { holdings: Holdings; scanId: string | null };

/** Reads the member of a sale in one go; null: nobody's sale.
 *  @throws Problem scan-expired, scan-used, card-code-invalid, card-frozen, member-frozen */
export const saleMember = async (
  desk: Desk,
  member: z.infer<typeof SaleMember> | null | undefined,
  { booking }: { booking: boolean },
): Promise<Whose | null> => {
  if (!member) return null;
  return "scanId" in member
    ? await byScan(desk, member.scanId, booking)
    : await byCard(desk, member.card);
};

const checked = (holdings: Holdings | null, brandId: string | undefined): Holdings => {
  if (!holdings || holdings.brandId !== brandId) throw new Problem("card-code-invalid");
  if (holdings.memberState !== "active") throw new Problem("member-frozen");
  return holdings;
};

const byScan = async (desk: Desk, scanId: string, booking: boolean): Promise<Whose> => {
  const [rows, holdings] = await Promise.all([
    desk.db.read(scanById, [scanId]),
    findHeads(desk, scanId),
  ]);
  const scan = rows[0];
  const { terminalId, apiKeyId } = desk.actor;
  const own = scan &&
    (terminalId ? scan.terminal_id === terminalId : scan.api_key_id === (apiKeyId ?? ""));
  if (!scan || !own || scan.expires_at <= desk.now) throw new Problem("scan-expired");
  if (booking && scan.used_by) throw new Problem("scan-used");
  return { holdings: checked(holdings, desk.actor.brandId), scanId };
};

const byCard = async (desk: Desk, number: string): Promise<Whose> => {
  if (!hasValidCheckDigits(number)) throw new Problem("code-malformed");
  const [rows, holdings] = await Promise.all([
    desk.db.read(cardByNumber, [number]),
    findHeads(desk, number),
  ]);
  const card = rows[0];
  const known = checked(card ? holdings : null, desk.actor.brandId);
  if (card!.state !== "active") throw new Problem("card-frozen", { state: card!.state });
  return { holdings: known, scanId: null };
};
