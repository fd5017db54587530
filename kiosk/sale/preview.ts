import type { ScanView } from "../../shared/cards/endpoints.ts";
import { type Accrual, accrue } from "../../shared/points/accrue.ts";
import type { TerminalView } from "../terminal/standing.ts";
import { type Basket, toEarningLines } from "./basket.ts";

export interface Preview extends Accrual {
  /** How much of it will pay off what the member owes. */
  debtRepaid: number;
}

/** What the sale would earn if it were booked at `now` (ms): by the function that books it. */
export function previewOf(
  basket: Basket,
  points: ScanView["points"],
  rules: TerminalView["rules"],
  now: number,
): Preview {
  const accrual = accrue({
    lines: toEarningLines(basket),
    rules: rules.body,
    ruleVersionId: rules.id,
    tierId: points.tier.current.id,
    carryMicro: points.carryMicro,
    earnedAt: now,
  });
  return { ...accrual, debtRepaid: Math.min(points.debt, accrual.points) };
}
