import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ProgrammeRules } from "../programme/rules.ts";
import { accrue, MICRO_PER_POINT } from "./accrue.ts";
import type { EarningLine } from "./earning-line.ts";
import type { Given } from "./limits.ts";
import { keptLines, type ReturnedLine, takeBack, type TakeBackInput } from "./take-back.ts";
import { anyGround, anyLines, anyRules, anyTier, AT } from "./test-rules.ts";
import type { EarningGround } from "./when.ts";

type Booked = Omit<TakeBackInput, "returnedNow" | "carryMicro" | "returnedBefore"> & {
  returnedBefore: ReturnedLine[];
};

/** An account under rules of all kinds, that books sales and returns as the product does. */
class Account {
  points = 0;
  carryMicro = 0;
  readonly tally: Record<string, number>;
  readonly sales: Booked[] = [];

  constructor(
    readonly rules: ProgrammeRules,
    readonly tierId: string | null,
    readonly ground: EarningGround,
  ) {
    this.tally = { ...ground.tally.day };
  }

  #remember(given: readonly Given[]): void {
    for (const { key, micro } of given) {
      const now = (this.tally[key] ?? 0) + micro;
      if (now === 0) delete this.tally[key];
      else this.tally[key] = now;
    }
  }

  sell(lines: EarningLine[]): void {
    const { rules, tierId, carryMicro } = this;
    const tally = { day: { ...this.tally }, ever: { ...this.tally } };
    const ground = { ...this.ground, balance: this.points, tally };
    const sale = { lines, rules, tierId, earnedAt: AT, ground };
    const accrual = accrue({ ...sale, ruleVersionId: "v", carryMicro });
    this.points += accrual.points;
    this.carryMicro = accrual.carryAfterMicro;
    this.#remember(accrual.given);
    const { points: pointsEarned } = accrual;
    this.sales.push({ ...sale, pointsEarned, pointsTakenBack: 0, returnedBefore: [] });
  }

  giveBack(sale: Booked, returnedNow: ReturnedLine[]): void {
    const taken = takeBack({ ...sale, returnedNow, carryMicro: this.carryMicro });
    expect(Math.min(taken.points, taken.granted)).toBe(0);
    this.points += taken.granted - taken.points;
    this.carryMicro = taken.carryAfterMicro;
    this.#remember(taken.given);
    sale.pointsTakenBack += taken.points - taken.granted;
    sale.returnedBefore.push(...returnedNow);
  }

  /** Gives back a part of what is left of a line. */
  part(index: number, line: number, percent: number): void {
    const sale = this.sales[index % this.sales.length]!;
    const left = leftOf(sale);
    const { n, amountFen, quantityMilli } = left[line % left.length]!;
    this.giveBack(sale, [{
      n,
      amountFen: Math.floor(amountFen * percent / 100),
      quantityMilli: Math.floor(quantityMilli * percent / 100),
    }]);
  }

  /** What each sale is worth by the rules for what was kept of it, told anew from its lines. */
  kept() {
    return this.sales.map((sale) =>
      accrue({ ...sale, lines: leftOf(sale), ruleVersionId: "v", carryMicro: 0 })
    );
  }
}

function leftOf(sale: Booked): EarningLine[] {
  const kept = keptLines(sale.lines, sale.returnedBefore);
  if ("refused" in kept) throw new Error("over-returned");
  return kept.lines;
}

function check(account: Account): void {
  const worths = account.kept().map(({ microEarned }) => microEarned);
  if (account.rules.carryRemainder) {
    const sum = worths.reduce((all, micro) => all + micro, 0);
    expect(account.points * MICRO_PER_POINT + account.carryMicro).toBe(sum);
    expect(account.carryMicro).toBeLessThan(MICRO_PER_POINT);
  } else {
    const sum = worths.reduce((all, micro) => all + Math.floor(micro / MICRO_PER_POINT), 0);
    expect(account.points).toBe(sum);
  }
  const tally = { ...account.ground.tally.day };
  for (const { key, micro } of account.kept().flatMap(({ given }) => given)) {
    tally[key] = (tally[key] ?? 0) + micro;
  }
  expect(account.tally).toEqual(tally);
}

describe.each([
  ["carried", true],
  ["dropped", false],
])("after any partial returns in any order, remainders %s", (_how, carryRemainder) => {
  test("points and tally are what the rules give for what was kept; with all of it, as before", () => {
    fc.assert(
      fc.property(
        fc.array(anyLines, { minLength: 1, maxLength: 3 }),
        anyRules(true),
        anyTier,
        anyGround,
        fc.array(fc.tuple(fc.nat(2), fc.nat(4), fc.constantFrom(0, 33, 50, 100)), { maxLength: 8 }),
        (sales, some, tierId, ground, returns) => {
          const account = new Account({ ...some, carryRemainder }, tierId, ground);
          for (const lines of sales) account.sell(lines);
          check(account);
          for (const [sale, line, percent] of returns) {
            account.part(sale, line, percent);
            check(account);
          }
          for (const sale of account.sales) account.giveBack(sale, leftOf(sale));
          expect([account.points, account.carryMicro]).toEqual([0, 0]);
          expect(account.tally).toEqual(ground.tally.day);
        },
      ),
      { numRuns: Number(globalThis.process?.env.RUNS ?? 300) },
    );
  });
});
