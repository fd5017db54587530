/** Values and texts that no field of ours means, made from what a field should be. @module */
import type { Shape } from "../../api/http/test-bad-input.ts";

export type Chance = (n: number) => number;
export const oneOf = <T>(all: readonly T[], chance: Chance): T => all[chance(all.length)]!;

/** JSON that stands in a body as it is: what `JSON.stringify` would never write. */
export type Raw = { raw: string };
export const raw = (text: string): Raw => ({ raw: text });

const kinds: readonly Raw[] = ["null", "true", "0", '""', "[]", "{}", '"1"', "[null]", "[[]]"]
  .map(raw);

/** Some are JSON that means too much, some are none. */
const numbers: readonly Raw[] = [
  ...["-1", "0", "-0", "0.5", "0.1e-300", "1e15", "-1e15", "1e308", "1e400", "-1e400"],
  ...["9007199254740991", "9007199254740992", "9007199254740993", "18446744073709551616"],
  ...["1E+3", "1e-7", "NaN", "Infinity", "-Infinity", "0x10", "01", ".5", "5.", "1_000", "+1"],
  ...["1e9999999999", "9".repeat(400), `0.${"3".repeat(3000)}`],
].map(raw);

const texts: readonly Raw[] = [
  ...['"\\ud800"', '"\\udc00\\ud800"', '"a\\u0000b"', '"\\u202e福积\\u202c"', '"\\u200b\\ufeff"'],
  ...[
    '"\\u2028\\u2029"',
    '"\\u0007\\u001b[31m"',
    `"${"长".repeat(20_000)}"`,
    `"${"x".repeat(300)}"`,
  ],
  ...['" "', '"\\n"', `"${"😀".repeat(200)}"`, '"\'; drop table sale; --"', '"%00"', '"\\\\u0000"'],
  ...['"../../etc/passwd"', '"<script>alert(1)</script>"', '"${7*7}{{7*7}}"', '"[object Object]"'],
  ...['"NaN"', '"null"', '"undefined"', '"true"', '"1e400"', '"Z̷̢̛a̷l̷g̷o̷"', '"ﷺ"', '"１２３"'],
  ...['"2026-02-30"', '"2026-13-01"', '"0000-00-00"', '"=1+1"', '"@SUM(A1)"', '"\ud83d"'],
].map(raw);

/** Names that mean something to the language below. */
export const strangeNames = [
  ...["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "then", "toJSON"],
  ...["$ref", "role", "memberId", "balance", "points", "storeId", "", "a\\u0000", "\\ud800"],
];

/** As deep as a body may be long. */
const deep = (n: number, open: string, close: string, core = "1"): string =>
  open.repeat(n) + core + close.repeat(n);

const depths: readonly Raw[] = [
  raw(deep(60, "[", "]")),
  raw(deep(5_000, "[", "]")),
  raw(deep(30_000, "[", "]", "")),
  raw(deep(60, '{"a":', "}")),
  raw(deep(6_000, '{"a":', "}")),
  raw("[".repeat(60_000)),
];

/** Just outside of what the shape allows, and what is not of its kind at all. */
const beside = (shape: Shape, chance: Chance): Raw | null => {
  switch (shape.type) {
    case "integer":
    case "number": {
      const [min, max] = [Number(shape.minimum ?? 0), Number(shape.maximum ?? 1e15)];
      return raw(oneOf([`${min - 1}`, `${max + 1}`, `${min}.5`, `${max}0`, `"${min}"`], chance));
    }
    case "string": {
      const long = "9".repeat(Math.min(60_000, Number(shape.maxLength ?? 64) + 1));
      const enumerated = shape.enum ? `"${String(shape.enum[0])} "` : `"${long}"`;
      return raw(oneOf([enumerated, `"${long}"`, '""', `["${long.slice(0, 9)}"]`], chance));
    }
    case "array": {
      const most = Math.min(4_000, Number(shape.maxItems ?? 400) + 1);
      return raw(oneOf([`[${Array(most).fill("null")}]`, `[${Array(4_000).fill("1")}]`], chance));
    }
    case "boolean":
      return raw(oneOf(['"true"', "1", "null"], chance));
    default:
      return null;
  }
};

const choicesOf = (shape: Shape): Shape => (shape.anyOf ?? shape.oneOf)?.[0] ?? shape;

/** Something that should not stand where this shape does. */
export const wrongFor = (shape: Shape, chance: Chance): Raw => {
  const found = chance(3) === 0 ? beside(choicesOf(shape), chance) : null;
  return found ?? oneOf(oneOf([kinds, numbers, texts, depths], chance), chance);
};

const isRaw = (value: unknown): value is Raw =>
  typeof value === "object" && value !== null && typeof (value as Raw).raw === "string";

/** A value as JSON text, with the raw parts in it as they are. */
export const textOf = (value: unknown): string => {
  if (isRaw(value)) return value.raw;
  if (Array.isArray(value)) return `[${value.map(textOf).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  return `{${
    Object.entries(value).map(([k, v]) => `${JSON.stringify(k)}:${textOf(v)}`).join(",")
  }}`;
};

/** A text that was JSON before. */
export const broken = (text: string, chance: Chance): string =>
  oneOf([
    text.slice(0, Math.max(1, chance(text.length))),
    text.replace(/\}$/, ",}"),
    text.replaceAll('"', "'"),
    `${text}${text}`,
    `\ufeff${text}`,
    `/* ${text} */`,
    `<?xml version="1.0"?><a>${text.length}</a>`,
    "a=1&b=2",
    `)]}',\n${text}`,
    text.replace(/:/, "="),
    '"',
    "\u0000",
  ], chance);

/** Bytes that are no UTF-8, or not what the headers say. */
export const strangeBytes = (text: string, chance: Chance): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(Buffer.from(text));
  const other = oneOf<number[]>([
    [0xff, 0xfe],
    [0xc0, 0x80],
    [0xed, 0xa0, 0x80],
    [0xf5, 0x80, 0x80, 0x80],
    [0xba, 0xcd, 0xd0, 0xc5],
    [0x1f, 0x8b, 0x08, 0x00],
  ], chance);
  const at = chance(bytes.length + 1);
  return new Uint8Array([...bytes.slice(0, at), ...other, ...bytes.slice(at)]);
};
