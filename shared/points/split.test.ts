import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ProgrammeRules } from "../programme/rules.ts";
import { accrue } from "./accrue.ts";
import { checkRules } from "./check-rules.ts";
import type { EarningLine } from "./earning-line.ts";
import { anyCarry, anyGround, anyLines, anyRules, anyTier, AT, CATEGORIES } from "./test-rules.ts";
import type { EarningGround } from "./when.ts";

interface Member {
  ground: EarningGround;
  carryMicro: number;
}

/** Rings up sales one after the other, on one day, as the product books them. */
function ring(
  sales: readonly EarningLine[][],
  rules: ProgrammeRules,
  tierId: string | null,
  member: Member,
): number {
  let { ground, carryMicro } = member;
  let points = 0;
  for (const lines of sales) {
    const input = { lines, rules, ruleVersionId: "v", tierId, carryMicro, earnedAt: AT, ground };
    const accrual = accrue(input);
    points += accrual.points;
    carryMicro = accrual.carryAfterMicro;
    const { day, ever } = structuredClone(ground.tally) as {
      day: Record<string, number>;
      ever: Record<string, number>;
    };
    for (const { key, micro } of accrual.given) {
      day[key] = (day[key] ?? 0) + micro;
      ever[key] = (ever[key] ?? 0) + micro;
    }
    ground = {
      ...ground,
      firstPurchase: false,
      balance: ground.balance + accrual.points,
      tally: { day, ever },
    };
  }
  return points;
}

/** Deals each line out to up to four sales, some lines whole, some cut in two. */
function split(lines: readonly EarningLine[], dealt: readonly [number, number, number][]) {
  const sales: EarningLine[][] = [[], [], [], []];
  for (const [i, line] of lines.entries()) {
    const [to, rest, percent] = dealt[i % dealt.length]!;
    const cut = (amount: number) => Math.floor(amount * percent / 100);
    const first = {
      ...line,
      amountFen: cut(line.amountFen),
      quantityMilli: cut(line.quantityMilli),
      offsetFen: Math.min(cut(line.offsetFen ?? 0), cut(line.amountFen)),
    };
    sales[to]!.push(first);
    sales[rest]!.push({
      ...line,
      n: line.n + 100,
      amountFen: line.amountFen - first.amountFen,
      quantityMilli: line.quantityMilli - first.quantityMilli,
      offsetFen: (line.offsetFen ?? 0) - first.offsetFen,
    });
  }
  return sales.filter((sale) => sale.length > 0);
}

const anyDeal = fc.array(
  fc.tuple(fc.nat(3), fc.nat(3), fc.constantFrom(0, 100, 100, 50, 33)),
  { minLength: 5, maxLength: 5 },
);
const passes = (rules: ProgrammeRules): boolean =>
  checkRules(rules, CATEGORIES).every(({ level, code }) =>
    level === "warning" && !code.startsWith("split-earns-more")
  );

describe("a sale rung up in parts", () => {
  test("never earns more, under all rules that pass without a warning of it", () => {
    fc.assert(
      fc.property(
        anyLines,
        anyRules(false).filter(passes),
        anyTier,
        anyGround,
        anyCarry,
        anyDeal,
        (lines, rules, tierId, ground, carryMicro, dealt) => {
          const member = { ground, carryMicro: rules.carryRemainder ? carryMicro : 0 };
          const whole = ring([lines], rules, tierId, member);
          const parts = ring(split(lines, dealt), rules, tierId, member);
          expect(parts).toBeLessThanOrEqual(whole);
        },
      ),
      { numRuns: Number(globalThis.process?.env.RUNS ?? 3000) },
    );
  });
});
