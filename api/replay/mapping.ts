/** Which columns of a folder of CSV files mean what. A mapping is a JSON file: one of ours in
 *  mappings/, found by what is in the folder, or one that is named. @module */
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import * as z from "zod/mini";
import { headingOf } from "./read-csv.ts";
import { isTimeFormat, isZone } from "./read-time.ts";

const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));
const Column = text(200);
const Names = z.strictObject({ zh: text(40), en: text(60) });

/** A level of the categories: a column, the same word for all, or by the first word that the column
 *  has in it. */
const Level = z.union([
  Column,
  z.strictObject({ fixed: text(80) }),
  z.strictObject({
    column: Column,
    words: z.array(z.tuple([text(80), text(80)])).check(z.minLength(1), z.maxLength(200)),
    otherwise: text(80),
  }),
]);
export type Level = z.infer<typeof Level>;

const Money = z.strictObject({
  /** "main": yuan, dollars; "hundredths": fen, cents, without a fraction. */
  unit: z.enum(["main", "hundredths"]),
  /** Places after the mark at most; a line's amount must come to whole hundredths. */
  decimals: z.int().check(z.gte(0), z.lte(6)),
  mark: z.enum([".", ","]),
  /** What parts thousands, if anything does. */
  group: z.optional(z.enum([",", ".", " ", "'"])),
}).check(
  z.refine((m) => m.group !== m.mark, { error: "group and mark are the same", path: ["group"] }),
);

const Time = z.strictObject({
  column: Column,
  /** YYYY MM M DD D HH H hh h mm m ss s A, everything else as it stands. */
  format: text(40),
  /** The time of day where it has a column of its own. */
  timeColumn: z.optional(Column),
  timeFormat: z.optional(text(40)),
}).check(
  z.refine((t) => (t.timeColumn === undefined) === (t.timeFormat === undefined), {
    error: "timeColumn and timeFormat go together",
    path: ["timeFormat"],
  }),
  z.refine((t) => isTimeFormat(formatOf(t)), {
    error: "needs YYYY, M or MM, D or DD, each part once, and A with h",
    path: ["format"],
  }),
);

const Sales = z.strictObject({
  file: text(200),
  sale: Column,
  time: Time,
  store: z.union([
    z.strictObject({ column: Column, nameZh: text(40), nameEn: text(60) }),
    z.strictObject({ fixed: Names }),
  ]),
  /** `none`: what stands there for nobody; such sales are booked without a member. */
  member: z.strictObject({ column: Column, none: z.array(z.string()), nameZh: text(40) }),
  product: Column,
  quantity: Column,
  /** What a line was sold for, or the price of one; less discounts that are not in it yet. */
  amount: z.union([
    z.strictObject({ column: Column, less: z.array(Column) }),
    z.strictObject({ unitPrice: Column, less: z.array(Column) }),
  ]),
  /** How a line that takes something back is told: by a quantity or amount below 0, or by how its
   *  sale number begins; `of`: the column that names the first sale, else the member's last sale with
   *  that product. Null: none in the file, what is below 0 is refused. */
  returns: z.nullable(z.strictObject({
    by: z.union([z.literal("negative"), z.strictObject({ saleStarts: text(10) })]),
    of: z.nullable(Column),
  })),
  /** Lines to leave out, listed with `why`. */
  skip: z.array(
    z.strictObject({
      column: Column,
      is: z.array(z.string()).check(z.minLength(1)),
      why: text(80),
    }),
  ),
});

const Products = z.strictObject({
  /** Null: the lines of the sales say what there is; the first line of a product holds. */
  file: z.nullable(text(200)),
  product: Column,
  name: z.array(Column).check(z.minLength(1), z.maxLength(5)),
  price: z.nullable(Column),
  /** From the widest to the narrowest. */
  levels: z.array(Level).check(z.maxLength(3)),
});

export const Mapping = z.strictObject({
  brand: Names,
  /** The clock of the data: "+08:00", "Europe/London". */
  zone: z.string().check(z.refine(isZone, { error: "no such time zone" })),
  money: Money,
  sales: Sales,
  products: Products,
  /** For `--programme tiers`: amounts (hundredths) from which the second and third tier are reached,
   *  and the category, from the widest level down, that earns nothing. */
  tiers: z.optional(z.strictObject({
    from: z.tuple([z.int().check(z.gte(1)), z.int().check(z.gte(2))]),
    excluded: z.array(text(80)).check(z.minLength(1), z.maxLength(3)),
  })),
});
export type Mapping = z.infer<typeof Mapping>;
type Time = z.infer<typeof Time>;

/** Date and time of day as one text with one format. */
export const formatOf = ({ format, timeFormat }: Time): string =>
  timeFormat === undefined ? format : `${format} ${timeFormat}`;

/** The mapping of a text. @throws Error with a line for each thing that is wrong */
export const parseMapping = (name: string, json: string): Mapping => {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new Error(`${name} is not JSON: ${(error as Error).message}`);
  }
  const read = Mapping.safeParse(value);
  if (read.success) return read.data;
  const lines = read.error.issues.map((i) => `  ${i.path.join(".") || "(all)"}: ${sayIssue(i)}`);
  throw new Error(`${name} is no mapping:\n${lines.join("\n")}`);
};

const sayIssue = (issue: z.core.$ZodIssue): string => {
  if (issue.code === "unrecognized_keys") return `nobody reads ${issue.keys.join(", ")}`;
  if (issue.code === "invalid_type" && issue.input === undefined) return "is missing";
  return issue.message;
};

/** Where a file of the folder really is, as named or packed; null: nowhere. */
export const pathIn = (folder: string, file: string): string | null =>
  [file, `${file}.gz`].map((name) => join(folder, name)).find((path) => existsSync(path)) ?? null;

const columnsOfSales = ({ sales: s }: Mapping): string[] => [
  s.sale,
  s.time.column,
  ...(s.time.timeColumn ? [s.time.timeColumn] : []),
  ...("column" in s.store ? [s.store.column] : []),
  s.member.column,
  s.product,
  s.quantity,
  "column" in s.amount ? s.amount.column : s.amount.unitPrice,
  ...s.amount.less,
  ...(s.returns?.of ? [s.returns.of] : []),
  ...s.skip.map((rule) => rule.column),
];

const columnsOfProducts = ({ products: p }: Mapping): string[] => [
  p.product,
  ...p.name,
  ...(p.price ? [p.price] : []),
  ...p.levels.flatMap((l) => typeof l === "string" ? [l] : "column" in l ? [l.column] : []),
];

/** Why a mapping does not fit a folder; null: it does. */
export const misfitOf = async (folder: string, mapping: Mapping): Promise<string | null> => {
  const { sales, products } = mapping;
  const asked: [string, string[]][] = [
    [sales.file, columnsOfSales(mapping)],
    [products.file ?? sales.file, columnsOfProducts(mapping)],
  ];
  for (const [file, columns] of asked) {
    const path = pathIn(folder, file);
    if (!path) return `there is no ${file} (or ${file}.gz)`;
    const heading = await headingOf(path);
    const missing = columns.filter((name) => !heading.includes(name));
    if (missing.length) {
      return `${basename(path)} has no column ${missing.join(", ")}; it has ${heading.join(", ")}`;
    }
  }
  return null;
};

const ours = new URL("mappings/", import.meta.url).pathname;

/** The mapping that is named, or the one of ours that fits what is in the folder.
 *  @returns it with its path
 *  @throws Error saying why none fits */
export const findMapping = async (
  folder: string,
  named?: string,
): Promise<{ path: string; mapping: Mapping }> => {
  const paths = named
    ? [named]
    : (await readdir(ours)).filter((f) => f.endsWith(".json")).map((f) => join(ours, f));
  const misfits: string[] = [];
  for (const path of paths) {
    const json = await readFile(path, "utf8").catch(() => null);
    if (json === null) throw new Error(`There is no mapping ${path}`);
    const mapping = parseMapping(path, json);
    const misfit = await misfitOf(folder, mapping);
    if (!misfit) return { path, mapping };
    if (named) throw new Error(`The mapping ${named} does not fit ${folder}:\n  ${misfit}`);
    misfits.push(`  ${basename(path)}: ${misfit}`);
  }
  throw new Error(
    `No mapping fits ${folder}:\n${misfits.join("\n")}\n` +
      "Write a mapping (see docs/replay.md) and name it: --mapping my.json",
  );
};
