import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { ProgrammeRules } from "../programme/rules.ts";
import { type AccrualInput, accrue, MICRO_PER_POINT } from "./accrue.ts";
import { checkRules, isRefused } from "./check-rules.ts";
import { relevantGround } from "./ground.ts";
import { Reason } from "./reason.ts";
import { anyCarry, anyGround, anyLines, anyRules, anyTier, AT, CATEGORIES } from "./test-rules.ts";

const anySale: fc.Arbitrary<AccrualInput & { rules: ProgrammeRules }> = fc.record({
  lines: anyLines,
  rules: anyRules(true),
  tierId: anyTier,
  carryMicro: anyCarry,
  ground: anyGround,
}).map((sale) => ({ ...sale, ruleVersionId: "v", earnedAt: AT }));
const shuffled = <T>(all: readonly T[]) =>
  fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length });

describe("for every sale under every rule", () => {
  test("the order of lines and of rules does not matter, in no result and no reason", () => {
    fc.assert(fc.property(
      anySale.chain((sale) =>
        fc.tuple(fc.constant(sale), shuffled(sale.lines), shuffled(sale.rules.rules!))
      ),
      ([sale, lines, rules]) => {
        const one = accrue(sale);
        expect(accrue({ ...sale, lines, rules: { ...sale.rules, rules } })).toEqual(one);
      },
    ));
  });

  test("the order of groups changes no points", () => {
    fc.assert(fc.property(anySale, (sale) => {
      const groups = [...sale.rules.groups!].reverse();
      const other = accrue({ ...sale, rules: { ...sale.rules, groups } });
      const { points, carryAfterMicro, given } = accrue(sale);
      expect({ ...other, reasons: 0, missed: 0 }).toMatchObject({ points, carryAfterMicro, given });
    }));
  });

  test("preview equals booking: rules and ground may go over the wire", () => {
    fc.assert(fc.property(anySale, (sale) => {
      const { rules, ground, lines } = JSON.parse(JSON.stringify(sale));
      expect(accrue({ ...sale, rules, ground, lines })).toEqual(accrue(sale));
    }));
  });

  test("rules and ground are of their schemas, and the same after it", () => {
    fc.assert(fc.property(anySale, ({ rules }) => {
      const parsed = ProgrammeRules.parse(JSON.parse(JSON.stringify(rules)));
      expect(parsed).toEqual(rules);
      expect(checkRules(parsed, CATEGORIES)).toEqual(checkRules(rules, CATEGORIES));
    }));
  });

  test("the part of the ground that is kept with a sale judges it alike", () => {
    fc.assert(fc.property(anySale, (sale) => {
      const ground = relevantGround(
        sale.rules,
        sale.ground!,
        AT,
        sale.lines.map(({ productId }) => productId),
      );
      expect(accrue({ ...sale, ground })).toEqual({
        ...accrue(sale),
        // What was missed may name the balance, which is kept only where a rule asks for it.
        missed: accrue({ ...sale, ground }).missed,
      });
    }));
  });

  test("nothing is made or lost, and no limit is exceeded", () => {
    fc.assert(fc.property(anySale, (sale) => {
      const { points, microEarned, carryAfterMicro, given, reasons, missed } = accrue(sale);
      const { rules, carryMicro, ground } = sale;
      expect(microEarned).toBeGreaterThanOrEqual(0);
      const before = rules.carryRemainder ? carryMicro : 0;
      const rest = microEarned + before - points * MICRO_PER_POINT;
      expect(rest).toBeGreaterThanOrEqual(0);
      expect(rest).toBeLessThan(MICRO_PER_POINT);
      expect(carryAfterMicro).toBe(rules.carryRemainder ? rest : carryMicro);
      expect(z.array(Reason).safeParse([...reasons, ...missed]).success).toBe(true);
      const limited = [...rules.rules!.map(({ id, caps }) => ({ id, caps })), {
        id: "*",
        caps: rules.caps,
      }];
      for (const { id, caps } of limited) {
        const micro = given.find(({ key }) => key === id)?.micro ?? 0;
        if (micro === 0 || !caps) continue;
        const day = ground!.tally.day[id] ?? 0;
        for (const [most, had] of [[caps.perSale, 0], [caps.perDay, day], [caps.perMember, day]]) {
          if (most != null) expect(micro + had!).toBeLessThanOrEqual(most * MICRO_PER_POINT);
        }
      }
    }));
  });

  test("a rule that is off does nothing", () => {
    fc.assert(fc.property(anySale, (sale) => {
      const { points, given } = accrue(sale);
      const rules = { ...sale.rules, rules: sale.rules.rules!.filter(({ on }) => on) };
      expect(accrue({ ...sale, rules })).toMatchObject({ points, given });
    }));
  });
});

// Of the other tests, not of the product: not asked where RUNS makes them few.
test.skipIf(globalThis.process?.env.RUNS)(
  "what is tried is worth trying: rules that pass meet, are limited and give on top",
  () => {
    const codes = new Map<string, number>();
    const count = (code: string) => codes.set(code, (codes.get(code) ?? 0) + 1);
    const runs = fc.sample(anySale, { numRuns: 1500, seed: 7 });
    for (const sale of runs) {
      if (isRefused(checkRules(sale.rules, CATEGORIES))) continue;
      count("passed");
      const { reasons, missed } = accrue(sale);
      for (const code of new Set([...reasons, ...missed].map((reason) => reason.code))) count(code);
    }
    const often = (code: string) => (codes.get(code) ?? 0) / runs.length;
    expect(often("passed")).toBeGreaterThan(0.3);
    const expected = { "rule-factor": 10, "rule-bonus": 5, "capped": 5, "rule-missed": 10 };
    const rare = { "rule-rate": 1, "rule-bracket": 1, "rule-fixed": 0.5, "rule-outdone": 1 };
    for (const [code, percent] of Object.entries({ ...expected, ...rare })) {
      expect(often(code) * 100, code).toBeGreaterThan(percent);
    }
  },
);
