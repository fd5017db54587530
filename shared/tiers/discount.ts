/** Member discounts: how much less a member pays for a line, and why. The same function at the
 *  counter, in a quote and at the booking. @module */
import * as z from "zod/mini";
import { Id } from "../ids.ts";

/** Percent off; 0 takes goods out of a wider discount. */
const off = z.int().check(z.gte(0), z.lte(100));

export const Discount = z.discriminatedUnion("on", [
  z.strictObject({ on: z.literal("all"), offPercent: off }),
  z.strictObject({ on: z.literal("category"), categoryId: Id("category"), offPercent: off }),
  z.strictObject({ on: z.literal("product"), productId: Id("product"), offPercent: off }),
]);
export type Discount = z.infer<typeof Discount>;

/** At most so many per tier or member category; one entry for each thing it is on. */
export const Discounts = z.array(Discount).check(
  z.maxLength(100),
  z.refine((list) => new Set(list.map(keyOf)).size === list.length, { error: "twice" }),
);

/** Where a discount comes from: the tier held, or the member category. */
export const DiscountSource = z.object({
  source: z.enum(["tier", "category"]),
  sourceId: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  discounts: z.array(Discount),
});
export type DiscountSource = z.infer<typeof DiscountSource>;

/** A line as discounts see it. */
export interface DiscountLine {
  productId: string | null;
  /** The product's category and all above it, nearest first. */
  categoryIds: readonly string[];
  /** Price × quantity before any discount, fen. */
  listFen: number;
}

export interface AppliedDiscount {
  source: DiscountSource["source"];
  sourceId: string;
  offPercent: number;
  /** What is taken off, fen. */
  discountFen: number;
  /** What is left to pay, fen. */
  amountFen: number;
}

/** What is taken off an amount: rounded to the nearest fen, halves for the member. */
export const offFen = (listFen: number, offPercent: number): number =>
  Number((BigInt(listFen) * BigInt(offPercent) + 50n) / 100n);

/** Within one source the narrowest entry holds (product, then nearest category, then all), so that
 *  "5 % on everything, 0 % on tobacco" can be said. */
const percentFrom = (source: DiscountSource, line: DiscountLine): number => {
  const onProduct = source.discounts.find((d) =>
    d.on === "product" && d.productId === line.productId
  );
  if (onProduct) return onProduct.offPercent;
  for (const id of line.categoryIds) {
    const onCategory = source.discounts.find((d) => d.on === "category" && d.categoryId === id);
    if (onCategory) return onCategory.offPercent;
  }
  return source.discounts.find((d) => d.on === "all")?.offPercent ?? 0;
};

/** The discount of a line: of all sources the one that takes most off; they never add up. On equal
 *  percents the first source holds. Null: the list price. */
export const discountFor = (
  line: DiscountLine,
  sources: readonly DiscountSource[],
): AppliedDiscount | null => {
  let best: { from: DiscountSource; percent: number } | null = null;
  for (const from of sources) {
    const percent = percentFrom(from, line);
    if (percent > (best?.percent ?? 0)) best = { from, percent };
  }
  if (!best) return null;
  const discountFen = offFen(line.listFen, best.percent);
  return {
    source: best.from.source,
    sourceId: best.from.sourceId,
    offPercent: best.percent,
    discountFen,
    amountFen: line.listFen - discountFen,
  };
};

function keyOf(d: Discount): string {
  return d.on === "all" ? "all" : d.on === "category" ? d.categoryId : d.productId;
}
