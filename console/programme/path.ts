/** Values inside of something nested, by a path like "gives.steps.1.fromFen". @module */

export const valueAt = (from: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>(
    (at, name) => (at as Record<string, unknown> | null | undefined)?.[name],
    from,
  );

/** A copy with a value at a path; undefined takes a field out. */
export function withValue<T>(from: T, path: string, value: unknown): T {
  const [name = "", ...rest] = path.split(".");
  if (Array.isArray(from)) {
    const copy = [...from] as unknown[];
    copy[Number(name)] = rest.length ? withValue(copy[Number(name)], rest.join("."), value) : value;
    return copy as T;
  }
  const copy = { ...(from as Record<string, unknown>) };
  if (rest.length) copy[name] = withValue(copy[name] ?? {}, rest.join("."), value);
  else if (value === undefined) delete copy[name];
  else copy[name] = value;
  return copy as T;
}
