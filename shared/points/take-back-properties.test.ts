import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { accrue, type EarningLine, MICRO_PER_POINT } from "./accrue.ts";
import type { EarningRules } from "./earning-rules.ts";
import { blankGround } from "./when.ts";
import { keptLines, type ReturnedLine, takeBack, type TakeBackInput } from "./take-back.ts";

/** 10 yuan = 1 point. */
const RULES: EarningRules = {
  v: 1,
  fenPerPoint: 1_000,
  pointsPerStep: 1,
  minSaleFen: 0,
  tierFactorPercent: { "tier-gold": 150 },
  excludedCategoryIds: ["cat-tobacco"],
  carryRemainder: true,
  validity: { kind: "never" },
  pendingDays: 0,
  signUpPoints: 0,
};

const line = (n: number, amountFen: number, ...categoryIds: string[]): EarningLine => ({
  n,
  productId: null,
  categoryIds,
  quantityMilli: 1_000,
  amountFen,
});
/** Sales of one account and the returns of their lines, in any order. */
const anySales = fc.array(
  fc.record({
    amounts: fc.array(fc.nat(30_000), { minLength: 1, maxLength: 4 }),
    tobacco: fc.boolean(),
    tierId: fc.constantFrom(null, "tier-gold"),
    fenPerPoint: fc.constantFrom(100, 300, 700, 1_000),
    minSaleFen: fc.constantFrom(0, 0, 20_000),
  }),
  { minLength: 1, maxLength: 4 },
);
const anyReturns = fc.array(
  fc.record({ sale: fc.nat(3), line: fc.nat(3), percent: fc.integer({ min: 0, max: 100 }) }),
  { maxLength: 15 },
);

/** An account that books sales and returns as the product does. */
class Account {
  points = 0;
  carryMicro = 0;
  readonly sales: (Omit<TakeBackInput, "returnedNow" | "carryMicro" | "returnedBefore"> & {
    returnedBefore: ReturnedLine[];
  })[] = [];

  sell(lines: EarningLine[], rules: EarningRules, tierId: string | null): void {
    const { carryMicro } = this;
    const sale = { lines, rules, tierId, ruleVersionId: "rules-1", carryMicro, earnedAt: 0 };
    const accrual = accrue(sale);
    this.points += accrual.points;
    this.carryMicro = accrual.carryAfterMicro;
    const { points: pointsEarned } = accrual;
    this.sales.push({
      lines,
      rules,
      tierId,
      earnedAt: 0,
      ground: blankGround,
      pointsEarned,
      pointsTakenBack: 0,
      returnedBefore: [],
    });
  }

  giveBack(index: number, returnedNow: ReturnedLine[]): void {
    const sale = this.sales[index];
    if (!sale) throw new Error("no such sale");
    const taken = takeBack({ ...sale, returnedNow, carryMicro: this.carryMicro });
    this.points += taken.granted - taken.points;
    this.carryMicro = taken.carryAfterMicro;
    sale.pointsTakenBack += taken.points - taken.granted;
    sale.returnedBefore.push(...returnedNow);
  }

  /** What each sale is worth by its rules for what was kept, told anew from the lines. */
  worths(): number[] {
    return this.sales.map((sale) => {
      const kept = keptLines(sale.lines, sale.returnedBefore);
      if ("refused" in kept) throw new Error("over-returned");
      const again = { ...sale, lines: kept.lines, ruleVersionId: "rules-1", earnedAt: 0 };
      return accrue({ ...again, carryMicro: 0 }).microEarned;
    });
  }
}

describe.each([
  ["carried", true],
  ["dropped", false],
])("after any partial returns in any order, remainders %s", (_how, carryRemainder) => {
  test("the points are what the rules give for what was kept", () => {
    fc.assert(
      fc.property(anySales, anyReturns, (sales, returns) => {
        const account = new Account();
        for (const { amounts, tobacco, tierId, fenPerPoint, minSaleFen } of sales) {
          const lines = amounts.map((fen, i) =>
            tobacco && i === 0 ? line(i + 1, fen, "cat-tobacco") : line(i + 1, fen)
          );
          account.sell(lines, { ...RULES, fenPerPoint, minSaleFen, carryRemainder }, tierId);
        }
        for (const { sale: index, line: at, percent } of returns) {
          const sale = account.sales[index % account.sales.length];
          const from = sale?.lines[at % sale.lines.length];
          if (!sale || !from) throw new Error("no such line");
          const gone = sale.returnedBefore.filter((each) => each.n === from.n)
            .reduce((sum, each) => sum + each.amountFen, 0);
          const amountFen = Math.floor((from.amountFen - gone) * percent / 100);
          account.giveBack(index % account.sales.length, [{
            n: from.n,
            amountFen,
            quantityMilli: 0,
          }]);
          checkBalance(account, carryRemainder);
        }
        for (const [i, sale] of account.sales.entries()) {
          const kept = keptLines(sale.lines, sale.returnedBefore);
          if (!("refused" in kept)) account.giveBack(i, kept.lines);
        }
        expect([account.points, account.carryMicro]).toEqual([0, 0]);
      }),
      { numRuns: Number(globalThis.process?.env.RUNS ?? 300) },
    );
  });
});

function checkBalance(account: Account, carryRemainder: boolean): void {
  const worths = account.worths();
  expect(account.carryMicro).toBeGreaterThanOrEqual(0);
  expect(account.carryMicro).toBeLessThan(MICRO_PER_POINT);
  if (carryRemainder) {
    const sum = worths.reduce((all, micro) => all + micro, 0);
    expect(account.points * MICRO_PER_POINT + account.carryMicro).toBe(sum);
  } else {
    const sum = worths.reduce((all, micro) => all + Math.floor(micro / MICRO_PER_POINT), 0);
    expect(account.points).toBe(sum);
  }
}
