import type { ScanView } from "../../shared/cards/endpoints.ts";
import { type Accrual, accrue } from "../../shared/points/accrue.ts";
import type { Offset } from "../../shared/points/offset.ts";
import type { EarningGround } from "../../shared/points/when.ts";
import type { TerminalView } from "../terminal/standing.ts";
import { type Basket, toEarningLines } from "./basket.ts";

export interface Preview extends Accrual {
  /** How much of it will pay off what the member owes. */
  debtRepaid: number;
}

/** What the sale would earn if it were booked at `now` (ms): by the function that books it.
 *  @param ground what the rules ask of the member; null: nothing
 *  @param offset points that pay for a part of it */
export function previewOf(
  basket: Basket,
  points: ScanView["points"],
  rules: TerminalView["rules"],
  now: number,
  ground: EarningGround | null = null,
  offset: Offset | null = null,
): Preview {
  const share = new Map(offset?.shares.map(({ n, fen }) => [n, fen]));
  const accrual = accrue({
    lines: toEarningLines(basket).map((line) => ({ ...line, offsetFen: share.get(line.n) ?? 0 })),
    rules: rules.body,
    ruleVersionId: rules.id,
    tierId: points.tier.current.id,
    carryMicro: points.carryMicro,
    earnedAt: now,
    ...(ground ? { ground } : {}),
  });
  return { ...accrual, debtRepaid: Math.min(points.debt, accrual.points) };
}
