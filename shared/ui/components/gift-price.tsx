import { commonWords, formats } from "../lang.ts";
import "./gift-price.css";

export interface GiftPriceProps {
  points: number;
  /** Paid at the counter on top. */
  moneyFen: number;
  /** The price without tier and flash, struck through where it differs. */
  base?: { points: number; moneyFen: number };
  /** How the old price is announced to who does not see the line through it. */
  was: string;
  size?: "m" | "l" | "hero";
}

/** Points, or points plus money, as one price. */
export function GiftPrice(props: GiftPriceProps) {
  const { points, moneyFen, base, was, size = "m" } = props;
  const old = base && (base.points !== points || base.moneyFen !== moneyFen) ? base : null;
  return (
    <span class={`gift-cost gift-cost-${size}`}>
      <span>
        <b class="numbers">{formats.value.count(points)}</b>{" "}
        <span class="gift-cost-unit">{commonWords.value.pointsUnit}</span>
      </span>
      {moneyFen > 0 && (
        <span class="gift-cost-money numbers">+ {formats.value.moneyShort(moneyFen)}</span>
      )}
      {old && (
        <s class="gift-cost-was numbers">
          <span class="sr-only">{`${was} `}</span>
          {formats.value.count(old.points)}
          {old.moneyFen > 0 && ` + ${formats.value.moneyShort(old.moneyFen)}`}
        </s>
      )}
    </span>
  );
}
