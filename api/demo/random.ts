/** Chance that can be repeated: the demo chain is the same from the same seed. @module */

export type Chance = {
  /** 0 up to, not including, 1. */
  next: () => number;
  /** A whole number from `from` to `to`, both included. */
  int: (from: number, to: number) => number;
  /** True in `share` of all cases. */
  happens: (share: number) => boolean;
  pick: <T>(list: readonly T[]) => T;
  /** One of the list, each as likely as its weight says. */
  weighted: <T>(list: readonly T[], weight: (item: T) => number) => T;
  bytes: (count: number) => Uint8Array;
};

/** FNV-1a: a 32-bit number from a name. */
const hash = (name: string): number => {
  let h = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) h = Math.imul(h ^ name.charCodeAt(i), 0x01000193);
  return h >>> 0;
};

/** sfc32 (Chris Doty-Humphrey, PractRand): 128 bits of state, so that streams of different names do
 *  not run into each other. */
export const chanceOf = (seed: string, name: string): Chance => {
  let a = hash(seed), b = hash(name), c = hash(`${name}/${seed}`), d = 1;
  const next32 = (): number => {
    const t = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 15; i++) next32();
  const next = () => next32() / 2 ** 32;
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    int,
    happens: (share) => next() < share,
    pick: (list) => list[int(0, list.length - 1)]!,
    weighted: (list, weight) => {
      let left = next() * list.reduce((sum, item) => sum + weight(item), 0);
      for (const item of list) {
        left -= weight(item);
        if (left < 0) return item;
      }
      return list.at(-1)!;
    },
    bytes: (count) => Uint8Array.from({ length: count }, () => next32() & 255),
  };
};
