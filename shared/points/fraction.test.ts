import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  ceil,
  exceeds,
  floor,
  type Fraction,
  lesser,
  minus,
  plus,
  scaled,
  sum,
  times,
  whole,
  zero,
} from "./fraction.ts";

const of = (n: bigint, d: bigint): Fraction => ({ n, d });
const equal = (a: Fraction, b: Fraction): boolean => a.n * b.d === b.n * a.d;
const third = of(1n, 3n);
/** Denominators of this many bits and more are shortened. */
const long = 1n << 512n;

describe("a fraction", () => {
  test("a third three times is one; nothing added stays what it was", () => {
    expect(equal(plus(plus(third, third), third), whole(1))).toBe(true);
    expect(plus(third, zero)).toBe(third);
    expect(plus(zero, third)).toBe(third);
    expect(plus(third, third)).toEqual(of(2n, 3n));
    expect(equal(plus(third, of(1n, 6n)), of(1n, 2n))).toBe(true);
    expect(equal(minus(third, of(1n, 2n)), of(-1n, 6n))).toBe(true);
    expect(equal(sum([third, of(1n, 6n), whole(2)]), of(5n, 2n))).toBe(true);
    expect(equal(scaled(whole(10), of(2n, 3n), of(5n, 6n)), whole(8))).toBe(true);
    expect(equal(times(third, 6, 4n), of(1n, 2n))).toBe(true);
    expect(equal(times(third, 6), whole(2))).toBe(true);
  });

  test("is more than another, or is not", () => {
    expect([exceeds(third, of(1n, 2n)), exceeds(of(1n, 2n), third)]).toEqual([false, true]);
    expect([exceeds(third, third), exceeds(of(2n, 3n), third)]).toEqual([false, true]);
    expect(exceeds(of(2n, 6n), third)).toBe(false);
    expect([lesser(third, whole(1)), lesser(whole(1), third)]).toEqual([third, third]);
  });

  test("is shortened when it has grown long, and is the same then", () => {
    const short = times(of(6n, 1n), 2n, long);
    expect(short).toEqual(of(3n, 1n << 510n));
    expect(times(of(-6n, 1n), 2n, long)).toEqual(of(-3n, 1n << 510n));
    expect(times(of(6n, 1n), 2n, long >> 1n)).toEqual(of(12n, 1n << 511n));
    expect(times(of(7n, 1n), 1n, long)).toEqual(of(7n, long));
    expect(times(of(0n, 1n), 5n, long * 3n)).toEqual(of(0n, 1n));
  });

  test.each<[bigint, bigint, number, number]>([
    [7n, 2n, 3, 4],
    [-7n, 2n, -4, -3],
    [8n, 2n, 4, 4],
    [-8n, 2n, -4, -4],
    [0n, 5n, 0, 0],
    [1n, 1_000_000n, 0, 1],
    [-1n, 1_000_000n, -1, 0],
  ])("%d/%d rounds down to %d and up to %d", (n, d, down, up) => {
    expect([floor(of(n, d)), ceil(of(n, d))]).toEqual([down, up]);
    // No −0: it would be another text in a hash.
    expect(Object.is(ceil(of(n, d)), -0)).toBe(false);
  });

  test("too large to count, is told as the largest that is not", () => {
    const most = Number.MAX_SAFE_INTEGER - 1_000_000;
    const one = BigInt(most);
    expect([floor(of(one, 1n)), floor(of(one + 1n, 1n))]).toEqual([most, most]);
    expect([floor(of(-one, 1n)), floor(of(-one - 1n, 1n))]).toEqual([-most, -most]);
    expect([floor(of(one - 1n, 1n)), floor(of(1n - one, 1n))]).toEqual([most - 1, 1 - most]);
    expect([floor(of(1n << 600n, 1n)), ceil(of(-(1n << 600n), 1n))]).toEqual([most, -most]);
  });

  test("sums and products are exact, whatever they are made of", () => {
    const any = fc.tuple(
      fc.bigInt({ min: -(1n << 300n), max: 1n << 300n }),
      fc.bigInt({ min: 1n, max: 1n << 300n }),
    )
      .map(([n, d]) => of(n, d));
    fc.assert(fc.property(any, any, any, (a, b, c) => {
      expect(equal(plus(a, b), of(a.n * b.d + b.n * a.d, a.d * b.d))).toBe(true);
      expect(equal(plus(plus(a, b), c), plus(a, plus(b, c)))).toBe(true);
      expect(equal(plus(minus(a, b), b), a)).toBe(true);
      expect(equal(times(a, b.n, b.d), of(a.n * b.n, a.d * b.d))).toBe(true);
      expect(exceeds(a, b)).toBe(a.n * b.d > b.n * a.d);
    }));
  });
});
