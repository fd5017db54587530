import { formats } from "../lang.ts";
import "./amount.css";

/** Fen as a price in figures that line up; `signed` adds a plus before gains. */
export function MoneyText(props: { fen: number; signed?: boolean; size?: "m" | "l" | "hero" }) {
  const { fen, signed, size = "m" } = props;
  return (
    <span class={`amount amount-${size}`}>
      {signed && fen > 0 ? "+" : ""}
      {formats.value.money(fen)}
    </span>
  );
}

export interface PointsTextProps {
  points: number;
  /** Plus or minus in front, and the colour that goes with it. */
  signed?: boolean;
  size?: "m" | "l" | "hero";
  /** The word after the number; leave out where a heading says it. */
  unit?: string;
}

/** Points in figures that line up. */
export function PointsText(props: PointsTextProps) {
  const { points, signed, size = "m", unit } = props;
  const tone = signed ? (points > 0 ? "amount-gain" : points < 0 ? "amount-loss" : "") : "";
  return (
    <span class={`amount amount-${size} ${tone}`}>
      {signed ? formats.value.signed(points) : formats.value.count(points)}
      {unit && <span class="amount-unit">{unit}</span>}
    </span>
  );
}
