/** Amounts and quantities as other systems write them, exactly: no floating point comes in between.
 *  @module */

/** `units` times ten to the power of minus `scale`. */
export type Decimal = { units: bigint; scale: number };

export type NumberFormat = { mark: "." | ","; group?: string | undefined };

/** Null: not a number written so. */
export const decimalOf = (text: string, { mark, group }: NumberFormat): Decimal | null => {
  const plain = group ? text.trim().replaceAll(group, "") : text.trim();
  const [, sign, whole, fraction = ""] =
    (mark === "." ? /^([+-]?)(\d+)(?:\.(\d+))?$/ : /^([+-]?)(\d+)(?:,(\d+))?$/).exec(plain) ?? [];
  if (whole === undefined) return null;
  const digits = fraction.replace(/0+$/, "");
  return { units: BigInt(`${sign === "-" ? "-" : ""}${whole}${digits}`), scale: digits.length };
};

/** In parts of ten to the power of minus `scale`; null: it is more exact than that. */
export const partsOf = (value: Decimal, scale: number): number | null =>
  value.scale > scale ? null : Number(value.units * 10n ** BigInt(scale - value.scale));

/** Two numbers multiplied, in parts of ten to the power of minus `scale`, halves away from 0. */
export const productOf = (a: Decimal, b: Decimal, scale: number): number => {
  const units = a.units * b.units;
  const from = a.scale + b.scale;
  if (from <= scale) return Number(units * 10n ** BigInt(scale - from));
  const by = 10n ** BigInt(from - scale);
  const half = units < 0n ? -by / 2n : by / 2n;
  return Number((units + half) / by);
};
