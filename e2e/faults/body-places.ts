/** The places of a body, from its shape. @module */
import type { Shape } from "../../api/http/test-bad-input.ts";

export type At = readonly (string | number)[];
export type Place = { at: At; shape: Shape };

/** Every place of a shape as `rightValue` fills it: the first choice, one item of each list. */
export const places = (shape: Shape, at: At = []): Place[] => {
  const chosen = (shape.anyOf ?? shape.oneOf)?.[0];
  if (chosen) return places(chosen, at);
  const inner = shape.type === "array" && shape.items
    ? places(shape.items, [...at, 0])
    : Object.entries(shape.properties ?? {}).flatMap(([k, of]) => places(of, [...at, k]));
  return [{ at, shape }, ...inner];
};

/** What stands at a place. */
export const rightAt = (value: unknown, at: At): unknown =>
  at.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], value);

/** The value with another thing at a place; undefined: without it. */
export const withAt = (value: unknown, [key, ...rest]: At, into: unknown): unknown => {
  if (key === undefined) return into ?? null;
  const copy: Record<string | number, unknown> | unknown[] = Array.isArray(value)
    ? [...value]
    : { ...value as object };
  const inner = (copy as Record<string | number, unknown>)[key];
  if (rest.length === 0 && into === undefined) {
    if (Array.isArray(copy)) copy.splice(Number(key), 1);
    else delete copy[key];
    return copy;
  }
  (copy as Record<string | number, unknown>)[key] = withAt(inner, rest, into);
  return copy;
};

/** Text that may be kept: no half character and no NUL, anywhere. */
export const isRight = (value: unknown): boolean => {
  if (typeof value === "string") return value.isWellFormed() && !value.includes("\0");
  if (value === null || typeof value !== "object") return true;
  return Object.entries(value).every(([name, inner]) => isRight(name) && isRight(inner));
};
