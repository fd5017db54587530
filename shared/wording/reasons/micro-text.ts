/** Millionths of a point as points with no more decimals than needed: 1250000 is "1.25". */
export function microText(micro: number): string {
  return (micro / 1_000_000).toFixed(6).replace(/\.?0+$/, "");
}
