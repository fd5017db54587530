import { describe, expect, test } from "vitest";
import { Problem, problemBody } from "../problems.ts";
import {
  claim,
  type ClaimGround,
  type ClaimOutcome,
  claimRefusals,
  type GiftTerms,
} from "./claim.ts";

const now = 1_760_000_000_000;
const rice: GiftTerms = {
  state: "listed",
  points: 1200,
  tierLevelMin: 0,
  perMemberMax: null,
  opensAt: null,
  closesAt: null,
};
const member: ClaimGround = {
  tierLevel: 0,
  claimsSoFar: 0,
  stock: 8,
  spendable: 1200,
  debt: 0,
  now,
};

/** Everything that is wrong with the last row is wrong at once; each row puts one more right. */
const wrong = {
  closed: { closesAt: now },
  tier: { tierLevelMin: 2 },
  limit: { perMemberMax: 1 },
} as const;
const ladder: [name: string, GiftTerms, ClaimGround, ClaimOutcome][] = [
  [
    "gift-closed",
    { ...rice, ...wrong.closed, ...wrong.tier, ...wrong.limit },
    { ...member, claimsSoFar: 1, stock: 0, debt: 5, spendable: 0 },
    { refused: "gift-closed", fields: { opensAt: null, closesAt: now } },
  ],
  [
    "gift-tier",
    { ...rice, ...wrong.tier, ...wrong.limit },
    { ...member, tierLevel: 1, claimsSoFar: 1, stock: 0, debt: 5, spendable: 0 },
    { refused: "gift-tier", fields: { tier: 2 } },
  ],
  [
    "gift-limit",
    { ...rice, ...wrong.limit },
    { ...member, claimsSoFar: 1, stock: 0, debt: 5, spendable: 0 },
    { refused: "gift-limit", fields: { limit: 1 } },
  ],
  [
    "gift-gone",
    rice,
    { ...member, stock: 0, debt: 5, spendable: 0 },
    { refused: "gift-gone", fields: {} },
  ],
  [
    "debt-open",
    rice,
    { ...member, debt: 5, spendable: 0 },
    { refused: "debt-open", fields: { debt: 5 } },
  ],
  [
    "points-short",
    rice,
    { ...member, spendable: 1199 },
    { refused: "points-short", fields: { spendable: 1199, needed: 1200 } },
  ],
  ["none", rice, member, { points: 1200 }],
];

describe("claim()", () => {
  test.each(ladder)("refuses in order of precedence: %s", (_, gift, ground, outcome) => {
    expect(claim(gift, ground)).toEqual(outcome);
  });

  test("the table has a row for each refusal, in their order", () => {
    expect(ladder.map(([name]) => name)).toEqual([...claimRefusals, "none"]);
  });

  test("every field it names may leave the house", () => {
    for (const [, gift, ground] of ladder) {
      const outcome = claim(gift, ground);
      if (!("refused" in outcome)) continue;
      const body = problemBody(new Problem(outcome.refused, outcome.fields), "en", "r");
      expect(body).toMatchObject(outcome.fields);
    }
  });

  test("a window is open from its first instant to just before its last", () => {
    const gift = { ...rice, opensAt: now, closesAt: now + 1000 };
    const at = (instant: number) => claim(gift, { ...member, now: instant });
    expect(at(now - 1)).toMatchObject({ refused: "gift-closed" });
    expect(at(now)).toEqual({ points: 1200 });
    expect(at(now + 999)).toEqual({ points: 1200 });
    expect(at(now + 1000)).toMatchObject({ refused: "gift-closed" });
  });

  test("a hidden gift is closed whatever its window says", () => {
    expect(claim({ ...rice, state: "hidden" }, member)).toMatchObject({ refused: "gift-closed" });
  });

  test("a virtual gift never runs out, the last piece can be had", () => {
    expect(claim(rice, { ...member, stock: null })).toEqual({ points: 1200 });
    expect(claim(rice, { ...member, stock: 1 })).toEqual({ points: 1200 });
  });

  test("a tier that is high enough and the last allowed claim pass", () => {
    const gift = { ...rice, tierLevelMin: 2, perMemberMax: 2 };
    expect(claim(gift, { ...member, tierLevel: 2, claimsSoFar: 1 })).toEqual({ points: 1200 });
  });
});
