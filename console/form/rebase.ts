/** One field that somebody else changed while it was being edited here. */
export interface TheirChange<D> {
  name: keyof D;
  was: unknown;
  now: unknown;
  /** It was changed here as well. */
  conflict: boolean;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Puts my changes on top of theirs: where I changed nothing, theirs holds.
 *  @param base what both started from */
export function rebase<D extends object>(base: D, mine: D, theirs: D): {
  merged: D;
  changes: TheirChange<D>[];
} {
  const merged = { ...theirs };
  const changes: TheirChange<D>[] = [];
  for (const name of Object.keys(base) as (keyof D)[]) {
    const iChanged = !same(base[name], mine[name]);
    if (iChanged) merged[name] = mine[name];
    if (same(base[name], theirs[name])) continue;
    const conflict = iChanged && !same(mine[name], theirs[name]);
    changes.push({ name, was: base[name], now: theirs[name], conflict });
  }
  return { merged, changes };
}
