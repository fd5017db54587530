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
const hour = 3_600_000;
const rice: GiftTerms = {
  kind: "goods",
  state: "listed",
  points: 1200,
  moneyFen: 0,
  tierPrices: [],
  flash: null,
  tierLevelMin: 0,
  perMemberMax: null,
  memberDayMax: null,
  dayMax: null,
  opensAt: null,
  closesAt: null,
  eventAt: null,
  byPickUp: true,
  byDelivery: true,
};
const member: ClaimGround = {
  tierLevel: 0,
  claimsSoFar: 0,
  claimsToday: 0,
  takenToday: 0,
  flashTaken: 0,
  stock: 8,
  way: "pick-up",
  spendable: 1200,
  debt: 0,
  now,
};
const had = { points: 1200, moneyFen: 0, priced: "base" };

/** Everything that is wrong with the last row is wrong at once; each row puts one more right. */
const gift = {
  notYet: { kind: "coupon" },
  closed: { closesAt: now },
  way: { byPickUp: false },
  tier: { tierLevelMin: 2 },
  limit: { perMemberMax: 1 },
  day: { memberDayMax: 1 },
  gone: { dayMax: 5 },
} as const;
const terms = (...wrong: (keyof typeof gift)[]): GiftTerms =>
  Object.assign({ ...rice }, ...wrong.map((name) => gift[name]));
const all = { claimsSoFar: 1, claimsToday: 1, stock: 0, takenToday: 5, debt: 5, spendable: 0 };
const ladder: [name: string, GiftTerms, ClaimGround, ClaimOutcome][] = [
  [
    "gift-not-yet",
    terms("notYet", "closed", "way", "tier", "limit", "day", "gone"),
    { ...member, ...all },
    { refused: "gift-not-yet", fields: {} },
  ],
  [
    "gift-closed",
    terms("closed", "way", "tier", "limit", "day", "gone"),
    { ...member, ...all },
    { refused: "gift-closed", fields: { opensAt: null, closesAt: now } },
  ],
  [
    "gift-way",
    terms("way", "tier", "limit", "day", "gone"),
    { ...member, ...all },
    { refused: "gift-way", fields: { way: "pick-up" } },
  ],
  [
    "gift-tier",
    terms("tier", "limit", "day", "gone"),
    { ...member, ...all, tierLevel: 1 },
    { refused: "gift-tier", fields: { tier: 2 } },
  ],
  [
    "gift-limit",
    terms("limit", "day", "gone"),
    { ...member, ...all },
    { refused: "gift-limit", fields: { limit: 1 } },
  ],
  [
    "gift-limit-today",
    terms("day", "gone"),
    { ...member, ...all },
    { refused: "gift-limit-today", fields: { limit: 1 } },
  ],
  [
    "gift-gone",
    terms("gone"),
    { ...member, ...all, claimsToday: 0 },
    { refused: "gift-gone", fields: {} },
  ],
  [
    "gift-gone-today",
    terms("gone"),
    { ...member, takenToday: 5, debt: 5, spendable: 0 },
    { refused: "gift-gone-today", fields: { limit: 5 } },
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
  ["none", rice, member, had as ClaimOutcome],
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
});

/** Each condition at its boundary: what still passes, and what is refused a step further. */
const boundaries: [
  string,
  Partial<GiftTerms>,
  Partial<ClaimGround>,
  Partial<ClaimGround>,
  string,
][] = [
  ["opens", { opensAt: now }, { now }, { now: now - 1 }, "gift-closed"],
  ["closes", { closesAt: now }, { now: now - 1 }, { now }, "gift-closed"],
  [
    "event begins",
    { kind: "event", eventAt: now },
    { now: now - 1 },
    { now },
    "gift-closed",
  ],
  [
    "event before its window closes",
    { kind: "event", eventAt: now, closesAt: now + hour },
    { now: now - 1 },
    { now },
    "gift-closed",
  ],
  ["tier", { tierLevelMin: 2 }, { tierLevel: 2 }, { tierLevel: 1 }, "gift-tier"],
  ["per member", { perMemberMax: 2 }, { claimsSoFar: 1 }, { claimsSoFar: 2 }, "gift-limit"],
  [
    "per member and day",
    { memberDayMax: 2 },
    { claimsToday: 1, claimsSoFar: 9 },
    { claimsToday: 2 },
    "gift-limit-today",
  ],
  ["per day", { dayMax: 20 }, { takenToday: 19 }, { takenToday: 20 }, "gift-gone-today"],
  ["stock", {}, { stock: 1 }, { stock: 0 }, "gift-gone"],
  ["points", {}, { spendable: 1200 }, { spendable: 1199 }, "points-short"],
  ["debt", {}, { debt: 0 }, { debt: 1 }, "debt-open"],
  [
    "delivery",
    {},
    { way: "delivery" },
    { way: "delivery", now: now + 0, stock: 0 },
    "gift-gone",
  ],
];

describe("at the boundaries", () => {
  test.each(boundaries)("%s", (_, more, passes, refused, code) => {
    const terms = { ...rice, ...more };
    expect(claim(terms, { ...member, ...passes })).toMatchObject({ points: 1200 });
    expect(claim(terms, { ...member, ...refused })).toMatchObject({ refused: code });
  });

  test("a hidden gift is closed whatever its window says", () => {
    expect(claim({ ...rice, state: "hidden" }, member)).toMatchObject({ refused: "gift-closed" });
  });

  test("a virtual gift never runs out and needs no way", () => {
    const virtual: GiftTerms = { ...rice, kind: "virtual", byPickUp: false, byDelivery: false };
    expect(claim(virtual, { ...member, stock: null })).toEqual(had);
  });

  test.each(["coupon", "stored-value", "cash"] as const)("%s is not available yet", (kind) => {
    expect(claim({ ...rice, kind }, { ...member, stock: null })).toEqual({
      refused: "gift-not-yet",
      fields: {},
    });
  });
});

describe("the way it is received", () => {
  const byPost = { ...member, way: "delivery" as const };

  test("only goods and bundles are sent, and only where the gift says so", () => {
    expect(claim(rice, byPost)).toEqual(had);
    expect(claim({ ...rice, kind: "bundle" }, byPost)).toEqual(had);
    for (const kind of ["service", "event", "virtual"] as const) {
      expect(claim({ ...rice, kind }, byPost)).toMatchObject({ refused: "gift-way" });
    }
    expect(claim({ ...rice, byDelivery: false }, byPost)).toMatchObject({ refused: "gift-way" });
  });

  test("what costs money is fetched at the counter that takes it", () => {
    const dear = { ...rice, moneyFen: 100 };
    expect(claim(dear, byPost)).toMatchObject({ refused: "gift-way" });
    expect(claim(dear, member)).toMatchObject({ points: 1200, moneyFen: 100 });
  });

  test("who has not said how is not refused for it", () => {
    expect(claim({ ...rice, byPickUp: false }, { ...member, way: null })).toEqual(had);
  });
});
