/** Bad input made from the doors' own schemas: a right input first, then one thing wrong in it.
 *  @module */
import * as z from "zod/mini";
import type { Endpoint } from "../../shared/endpoint.ts";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Shape = Record<string, unknown> & {
  type?: string;
  properties?: Record<string, Shape>;
  items?: Shape;
  anyOf?: Shape[];
  oneOf?: Shape[];
  enum?: Json[];
  pattern?: string;
};

const digits = (n: number): string => "1234567890".repeat(9).slice(0, n);
/** One of these fits every pattern that a door asks for. */
const texts = [
  ...["和信", "13800001111", "628405", "2026-06-15", "/pictures/enamel-mug.svg", "#c8402f", "H01"],
  ...["https://push.example/x", "shen.haibo", "late-sale", "correct horse battery", "9", digits(4)],
  ...[digits(8), digits(16), digits(22), digits(87), digits(86), "zz-01", "trm_01nothere"],
];

const textFor = (shape: Shape): string => {
  const kind = /^\^([a-z]{3})_\[/.exec(shape.pattern ?? "")?.[1];
  const wanted = new RegExp(shape.pattern ?? "", "u");
  const [min, max] = [Number(shape.minLength ?? 0), Number(shape.maxLength ?? 1e6)];
  const fitting = (kind ? [`${kind}_01nothere`] : texts)
    .find((t) => wanted.test(t) && t.length >= min && t.length <= max);
  if (fitting === undefined) throw new Error(`no text for ${JSON.stringify(shape)}`);
  return fitting;
};

/** A value that the shape takes, with everything optional in it. */
export const rightValue = (shape: Shape): Json => {
  if ("const" in shape) return shape.const as Json;
  if (shape.enum) return shape.enum[0]!;
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices) return rightValue(choices[0]!);
  switch (shape.type) {
    case "string":
      return textFor(shape);
    case "integer":
    case "number":
      return Math.max(1, Number(shape.minimum ?? 1));
    case "boolean":
      return true;
    case "array":
      return [rightValue(shape.items!)];
    case "object":
      return Object.fromEntries(
        Object.entries(shape.properties ?? {}).map(([k, of]) => [k, rightValue(of)]),
      );
    default:
      return null;
  }
};

const shapes = new WeakMap<object, Shape>();

const shapeOf = (schema: z.core.$ZodType, io: "input" | "output" = "input"): Shape => {
  const known = shapes.get(schema);
  if (known) return known;
  const shape = z.toJSONSchema(schema, { io, unrepresentable: "any" }) as Shape;
  shapes.set(schema, shape);
  return shape;
};

/** A body that the door takes, with everything optional in it. */
export const rightBody = (e: Endpoint): Json => e.body ? rightValue(shapeOf(e.body)) : {};

/** Chance that can be repeated (mulberry32). */
export const chanceFrom = (seed: number) => (n: number): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) % n;
};

/** What no field of ours means. */
const wrongValues: Json[] = [
  ...[null, true, -1, 0, 0.5, 1e15, -1e15, 1e308, 2 ** 53, [], {}, [[]], [null]],
  ...["", " ", "1", "null", "-1", "1e15", "NaN", "‮和信", "和\u0000信", "\ud800", "😀".repeat(40)],
  ...["'; drop table sale; --", "%00", "../../etc/passwd", "<script>alert(1)</script>"],
  ...["x".repeat(10_000), { "__proto__x": 1 }, { toString: "x" }, "[object Object]"],
];

const places = (value: Json, at: (string | number)[] = []): (string | number)[][] => {
  if (value === null || typeof value !== "object") return [at];
  const entries = Array.isArray(value)
    ? value.map((v, i) => [i, v] as const)
    : Object.entries(value);
  return [at, ...entries.flatMap(([k, v]) => places(v, [...at, k]))];
};

const changed = (value: Json, at: (string | number)[], into: Json): Json => {
  if (at.length === 0) return into;
  const copy = structuredClone(value) as Record<string | number, Json>;
  copy[at[0]!] = changed(copy[at[0]!]!, at.slice(1), into);
  return copy as Json;
};

const without = (value: Json, key: string): Json =>
  Object.fromEntries(Object.entries(value as object).filter(([k]) => k !== key)) as Json;

/** One body with one thing wrong in it, as text. It may still be one that the door takes. */
export const wrongBody = (e: Endpoint, chance: (n: number) => number): string => {
  const right = rightBody(e);
  const keys = Object.keys(right as object);
  switch (chance(8)) {
    case 0: {
      const extra = ["tier", "balance", "memberId", "points", "storeId", "role"][chance(6)]!;
      return JSON.stringify({ ...(right as object), [extra]: 99_999 });
    }
    case 1:
      return JSON.stringify(right).replace(/^\{/, '{"__proto__":{"role":"hq-admin"},')
        .replace(/,\}$/, "}");
    case 2:
      return keys.length ? JSON.stringify(without(right, keys[chance(keys.length)]!)) : "[]";
    case 3:
      return ["{", "nil", "[]", '"', "{}{}", "\u0000", "[".repeat(5000)][chance(7)]!;
    default: {
      const all = places(right);
      return JSON.stringify(
        changed(right, all[chance(all.length)]!, wrongValues[chance(wrongValues.length)]!),
      );
    }
  }
};

const beyond = (shape: Shape, value: Json, at: string): string[] => {
  if (value === null || typeof value !== "object") return [];
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices) {
    const found = choices.filter((c) => c.type === (Array.isArray(value) ? "array" : "object"))
      .map((c) => beyond(c, value, at));
    return found.sort((a, b) => a.length - b.length)[0] ?? [at];
  }
  if (Array.isArray(value)) return value.flatMap((v) => beyond(shape.items ?? {}, v, `${at}/0`));
  const declared = shape.properties;
  if (!declared) return [];
  return Object.entries(value).flatMap(([k, v]) =>
    Object.hasOwn(declared, k) ? beyond(declared[k]!, v, `${at}/${k}`) : [`${at}/${k}`]
  );
};

/** Places in an answer that its door's contract does not name. */
export const undeclared = (e: Endpoint, answer: Json): string[] => [
  ...new Set(beyond(shapeOf(e.answer, "output"), answer, "")),
];
