/** Exact fractions: a third of a point three times is a point. @module */
export interface Fraction {
  n: bigint;
  /** Above 0. */
  d: bigint;
}

export const zero: Fraction = { n: 0n, d: 1n };
export const whole = (n: number): Fraction => ({ n: BigInt(n), d: 1n });

const gcd = (a: bigint, b: bigint): bigint => {
  while (b) [a, b] = [b, a % b];
  return a < 0n ? -a : a;
};

/** Shortened only when it has grown long: that costs more than most sums. */
const LONG = 1n << 512n;
const reduced = (n: bigint, d: bigint): Fraction => {
  if (d < LONG) return { n, d };
  const by = gcd(n, d);
  return by > 1n ? { n: n / by, d: d / by } : { n, d };
};

export const plus = (a: Fraction, b: Fraction): Fraction => {
  if (b.n === 0n) return a;
  if (a.n === 0n) return b;
  return a.d === b.d ? { n: a.n + b.n, d: a.d } : reduced(a.n * b.d + b.n * a.d, a.d * b.d);
};
export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { n: -b.n, d: b.d });
/** `a` times n over d. */
export const times = (a: Fraction, n: number | bigint, d: number | bigint = 1): Fraction =>
  reduced(a.n * BigInt(n), a.d * BigInt(d));
/** Is a more than b? */
export const exceeds = (a: Fraction, b: Fraction): boolean =>
  a.d === b.d ? a.n > b.n : a.n * b.d > b.n * a.d;
export const lesser = (a: Fraction, b: Fraction): Fraction => exceeds(a, b) ? b : a;
export const sum = (all: Iterable<Fraction>): Fraction => {
  let total = zero;
  for (const each of all) total = plus(total, each);
  return total;
};
/** a × (b ÷ c), c not 0. */
export const scaled = (a: Fraction, b: Fraction, c: Fraction): Fraction =>
  reduced(a.n * b.n * c.d, a.d * b.d * c.n);

/** The largest whole number that is told, with room for a point more. */
const MOST = BigInt(Number.MAX_SAFE_INTEGER - 1_000_000);

/** Rounded down to a whole number; what is too large to count is told as the largest that is not. */
export function floor({ n, d }: Fraction): number {
  const down = n >= 0n ? n / d : -((-n + d - 1n) / d);
  return Number(down > MOST ? MOST : down < -MOST ? -MOST : down);
}

/** Rounded up to a whole number; bounded as `floor` is. */
export const ceil = ({ n, d }: Fraction): number => 0 - floor({ n: -n, d });
