/** What a till needs of a member to preview a sale by itself. @module */
import type { AnswerOf } from "../../shared/endpoint.ts";
import { asksGround, OFFSET_KEY, relevantGround } from "../../shared/points/ground.ts";
import { MICRO_PER_POINT } from "../../shared/points/limits.ts";
import { hasLapsed } from "../../shared/points/lot.ts";
import { blankGround } from "../../shared/points/when.ts";
import type { showSaleGround as door } from "../../shared/sales/endpoints.ts";
import type { GroundView } from "../../shared/sales/ground-view.ts";
import type { Desk } from "../desk.ts";
import { rulesAt } from "../points/queries.ts";
import { parsedRules } from "../points/rules.ts";
import { saleMember, type Whose } from "./sale-member.ts";
import type * as z from "zod/mini";

/** Cut to the rules in force. @throws Problem scan-expired, member-frozen */
export const showSaleGround = async (
  desk: Desk,
  scanId: string,
): Promise<AnswerOf<typeof door>> => {
  const [whose, [row]] = await Promise.all([
    saleMember(desk, { scanId }, { booking: false, at: desk.now, lots: true }),
    desk.db.read(rulesAt, [desk.actor.brandId ?? "", desk.now]),
  ]);
  const rules = parsedRules(row!);
  const { ground, holdings } = whose!;
  const own = { ...ground, storeId: desk.actor.storeId ?? null };
  const cut = asksGround(rules)
    ? relevantGround(rules, own, desk.now)
    : { ...blankGround, storeId: own.storeId };
  return {
    rulesId: row!.id,
    // relevantGround tells a birthday as windows only.
    ground: cut as z.infer<typeof GroundView>,
    offset: {
      usedToday: (ground.tally.day[OFFSET_KEY] ?? 0) / MICRO_PER_POINT,
      lots: rules.offset ? byLapse(holdings, desk.now) : [],
    },
  };
};

const byLapse = ({ lots }: Whose["holdings"], now: number) => {
  const found = new Map<number | null, number>();
  for (const lot of lots) {
    if (lot.availableAt > now || hasLapsed(lot, now)) continue;
    found.set(lot.lapsesAt, (found.get(lot.lapsesAt) ?? 0) + lot.remaining);
  }
  return [...found].map(([lapsesAt, points]) => ({ lapsesAt, points }));
};
