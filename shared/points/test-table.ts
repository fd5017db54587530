/** The table of the earning rules: how a row is written and judged. Every number in a row is reckoned
 *  by hand there, never by the product. @module */
import { expect, test } from "vitest";
import type { ProgrammeRules } from "../programme/rules.ts";
import { accrue } from "./accrue.ts";
import type { EarningLine } from "./earning-line.ts";
import type { Caps, EarningRule, Gives, RuleGroup } from "./earning-rules.ts";
import { blankGround, type EarningGround, type When } from "./when.ts";

/** 10 yuan = 1 point. */
export const base: ProgrammeRules = {
  v: 1,
  fenPerPoint: 1000,
  pointsPerStep: 1,
  minSaleFen: 0,
  tierFactorPercent: { silver: 120, gold: 150, barred: 0 },
  excludedCategoryIds: ["tobacco"],
  carryRemainder: true,
  validity: { kind: "never" },
  pendingDays: 0,
  signUpPoints: 0,
};

export const rate = (fenPerPoint: number, pointsPerStep = 1): Gives => ({
  kind: "rate",
  fenPerPoint,
  pointsPerStep,
});
export const fixed = (pointsPerUnit: number): Gives => ({ kind: "fixed", pointsPerUnit });
export const factor = (percent: number): Gives => ({ kind: "multiplier", percent });
export const double = factor(200);
export const triple = factor(300);
export const bonus = (
  points: number,
  once: Extract<Gives, { kind: "bonus" }>["once"],
): Gives => ({ kind: "bonus", points, once });
/** Steps as [from yuan, yuan for a point]. */
export const brackets = (mode: "whole" | "marginal", ...steps: [number, number][]): Gives => ({
  kind: "brackets",
  mode,
  steps: steps.map(([from, yuan]) => ({
    fromFen: from * 100,
    fenPerPoint: yuan * 100,
    pointsPerStep: 1,
  })),
});

export const caps = (
  perSale: number | null,
  perDay: number | null = null,
  perMember: number | null = null,
): Caps => ({ perSale, perDay, perMember });

interface More {
  when?: When;
  categoryIds?: string[];
  productIds?: string[];
  priority?: number;
  groupId?: string;
  caps?: Caps;
  on?: boolean;
}

export const rule = (id: string, gives: Gives, more: More = {}): EarningRule => {
  const { categoryIds, productIds } = more;
  return {
    id,
    nameZh: id,
    nameEn: id,
    on: more.on ?? true,
    when: more.when ?? {},
    lines: { ...(categoryIds && { categoryIds }), ...(productIds && { productIds }) },
    gives,
    priority: more.priority ?? 0,
    groupId: more.groupId ?? null,
    caps: more.caps ?? null,
  };
};
export const group = (id: string, mode: RuleGroup["mode"]): RuleGroup => ({
  id,
  nameZh: id,
  nameEn: id,
  mode,
});
/** The base with these rules. */
export const withRules = (...rules: EarningRule[]): ProgrammeRules => ({ ...base, rules });

const shelf: Record<string, string[]> = {
  apple: ["fruit", "fresh"],
  pear: ["fruit", "fresh"],
  milk: ["dairy", "fresh"],
  red: ["wine"],
  smokes: ["tobacco"],
  wash: ["car-wash", "services"],
};

/** A line: goods, yuan, pieces. */
export const buy = (
  productId: string | null,
  yuan: number,
  pieces = 1,
  more: Partial<EarningLine> = {},
): EarningLine => ({
  n: 0,
  productId,
  categoryIds: shelf[productId ?? ""] ?? [],
  quantityMilli: Math.round(pieces * 1000),
  amountFen: Math.round(yuan * 100),
  ...more,
});

export interface Sale {
  basket: EarningLine[];
  /** "2026-09-01T12:00" in the store. */
  at?: string;
  tier?: string;
  member?: Partial<EarningGround>;
  carry?: number;
}
/** A quick amount in yuan. */
export const spend = (yuan: number, more: Partial<Sale> = {}): Sale => ({
  basket: [buy(null, yuan)],
  ...more,
});

/** What it is, rules, sale, points; codes of the reasons, and of what was missed behind `!`; the kept
 *  fraction (micro) where it is the point. */
export type Row = [
  what: string,
  rules: ProgrammeRules,
  sale: Sale,
  points: number,
  told?: string,
  carry?: number,
];

export const at = (text: string): number =>
  Date.parse(`${text}${text.length === 16 ? ":00" : ""}+08:00`);

export function judged(rules: ProgrammeRules, sale: Sale) {
  return accrue({
    lines: sale.basket.map((line, i) => ({ ...line, n: i + 1 })),
    rules,
    ruleVersionId: "v1",
    tierId: sale.tier ?? null,
    carryMicro: sale.carry ?? 0,
    earnedAt: at(sale.at ?? "2026-09-01T12:00"),
    ground: { ...blankGround, ...sale.member },
  });
}

/** Told with every sale, and of no interest here. */
const always = [
  "rule-version",
  "line-share",
  "lapses-at",
  "remainder-carried",
  "remainder-dropped",
];

export function runTable(rows: Row[]): void {
  test.each(rows)("%s", (_, rules, sale, points, told, carry) => {
    const { reasons, missed, points: earned, carryAfterMicro } = judged(rules, sale);
    const codes = [
      ...reasons.map(({ code }) => code).filter((code) => !always.includes(code)),
      ...missed.map((why) => why.code === "rule-missed" ? `!${why.condition}` : why.code),
    ].join(" ");
    expect({ points: earned, told: codes }).toEqual({ points, told: told ?? "base-rate" });
    if (carry !== undefined) expect(carryAfterMicro).toBe(carry);
  });
}
