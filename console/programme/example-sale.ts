/** A purchase that never was, made so that a rule holds: what the example starts from. @module */
import { type Day, dayOf, startOfDay } from "../../shared/business-day.ts";
import { type Accrual, accrue } from "../../shared/points/accrue.ts";
import type { EarningLine } from "../../shared/points/earning-line.ts";
import type { EarningRule } from "../../shared/points/earning-rules.ts";
import { blankGround, type EarningGround, minuteOf } from "../../shared/points/when.ts";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import type { CategoryRow, TierRow } from "../use-programme.ts";
import { stateAt } from "./calendar.ts";

export interface ExampleLine {
  productId: string | null;
  categoryId: string | null;
  quantity: number;
  amountFen: number;
}

export interface ExampleSale {
  lines: ExampleLine[];
  tierId: string | null;
  day: Day;
  /** Minute of the day. */
  minute: number;
  /** The member has what the rule asks: tag, category, birthday, first purchase. */
  fits: boolean;
}

const EXAMPLE_FEN = 12_850;
const TEN = 600;

/** Where and when the rule holds: the next such day, an hour of it, goods it covers. */
export function saleFor(
  rule: EarningRule | null,
  at: number,
  tiers: readonly TierRow[],
): ExampleSale {
  const state = rule ? stateAt({ ...rule, on: true }, at) : { state: "always" as const };
  const least = rule?.when.minSaleFen ?? 0;
  const amountFen = Math.max(EXAMPLE_FEN, least, 1);
  const { categoryIds = [], productIds = [] } = rule?.lines ?? {};
  return {
    lines: [{
      productId: productIds[0] ?? null,
      categoryId: productIds[0] ? null : categoryIds[0] ?? null,
      quantity: 1,
      amountFen,
    }],
    tierId: rule?.when.tierIds?.[0] ?? tiers[0]?.id ?? null,
    day: state.state === "next" ? state.on : dayOf(at),
    minute: rule?.when.hours?.[0]?.from ?? (state.state === "next" ? TEN : minuteOf(at)),
    fits: true,
  };
}

/** A category and all above it, as a sale line names them. */
export const pathOf = (id: string | null, categories: readonly CategoryRow[]): string[] => {
  const found = categories.find((category) => category.id === id);
  return found ? [found.id, ...pathOf(found.parentId, categories)] : [];
};

/** The member that the rule asks for, or one of whom nothing is known. */
export function groundFor(rule: EarningRule | null, fits: boolean): EarningGround {
  if (!fits || !rule) return blankGround;
  const { when } = rule;
  return {
    ...blankGround,
    storeId: when.storeIds?.[0] ?? null,
    tags: when.tags ?? [],
    memberCategoryId: when.memberCategoryIds?.[0] ?? null,
    birthday: when.birthday ? { within: ["day", "week", "month"] } : null,
    firstPurchase: when.firstPurchase === true,
  };
}

/** What the sale earns under the rules, by the function that books it. */
export function earned(
  rules: ProgrammeRules,
  sale: ExampleSale,
  ground: EarningGround,
  categories: readonly CategoryRow[],
  categoryOf: (productId: string) => string | null,
): Accrual {
  const lines = sale.lines.map((line, i): EarningLine => ({
    n: i + 1,
    productId: line.productId,
    categoryIds: pathOf(
      line.productId ? categoryOf(line.productId) : line.categoryId,
      categories,
    ),
    quantityMilli: line.quantity * 1000,
    amountFen: line.amountFen,
  }));
  return accrue({
    lines,
    rules,
    ruleVersionId: "",
    tierId: sale.tierId,
    carryMicro: 0,
    earnedAt: startOfDay(sale.day) + sale.minute * 60_000,
    ground,
  });
}
