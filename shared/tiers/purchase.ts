/** Spending points to climb a tier. @module */
import { addMonths, type Day } from "../business-day.ts";
import type { Tier } from "./tier.ts";

export type Buyable = Pick<Tier, "id" | "level" | "pricePoints"> & { priceMonths: number };

export interface PurchaseGround<T extends Buyable> {
  tiers: readonly T[];
  heldId: string | null;
  wantedId: string;
  /** The price the member said yes to. */
  agreedPoints: number;
  spendable: number;
  debt: number;
  today: Day;
}

/** The refusals in their order: what nobody can change first, what more shopping changes last. */
export const purchaseRefusals = [
  "not-found",
  "tier-held",
  "changed-meanwhile",
  "debt-open",
  "points-short",
] as const;

export type PurchaseOutcome<T extends Buyable> =
  | { tier: T; points: number; heldUntil: Day }
  | { refused: typeof purchaseRefusals[number]; fields: Record<string, number> };

/** Whether a member can buy a tier now, for how much, and until when it is held at least. */
export const buyTier = <T extends Buyable>(g: PurchaseGround<T>): PurchaseOutcome<T> => {
  const tier = g.tiers.find((each) => each.id === g.wantedId);
  const held = g.tiers.find((each) => each.id === g.heldId);
  if (!tier || tier.pricePoints == null) return { refused: "not-found", fields: {} };
  if (held && held.level >= tier.level) return { refused: "tier-held", fields: {} };
  if (tier.pricePoints !== g.agreedPoints) return { refused: "changed-meanwhile", fields: {} };
  if (g.debt > 0) return { refused: "debt-open", fields: { debt: g.debt } };
  if (g.spendable < tier.pricePoints) {
    const fields = { spendable: g.spendable, needed: tier.pricePoints };
    return { refused: "points-short", fields };
  }
  return { tier, points: tier.pricePoints, heldUntil: addMonths(g.today, tier.priceMonths) };
};
