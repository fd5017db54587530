import { describe, expect, test } from "vitest";
import type { TierPolicy } from "./policy.ts";
import { type ReviewOutcome, reviewTier } from "./review.ts";

const basic = { id: "tie_basic", level: 0, threshold: 0 };
const silver = { id: "tie_silver", level: 1, threshold: 200_000 };
const gold = { id: "tie_gold", level: 2, threshold: 1_000_000 };
const tiers = [gold, basic, silver];

const yearly: TierPolicy = {
  basis: "spending",
  span: "months",
  review: { kind: "months", months: 12 },
  graceDays: 30,
};
const strict = { ...yearly, graceDays: 0 };

type Step = typeof gold;
type Row = [
  string,
  {
    held?: Step;
    graceUntil?: string;
    counted: number;
    today: string;
    policy?: TierPolicy;
  },
  ReviewOutcome<Step>,
];

const due = "2026-06-15";

describe("a review due on 15 June", () => {
  test.each<Row>([
    ["the day before", { counted: 0, today: "2026-06-14" }, { do: "wait" }],
    ["on the day, which still counts", { counted: 0, today: due }, { do: "wait" }],
    ["the day after, exactly reached", { counted: 1_000_000, today: "2026-06-16" }, {
      do: "keep",
      reviewOn: "2027-06-16",
    }],
    ["the day after, a fen short: grace", { counted: 999_999, today: "2026-06-16" }, {
      do: "grace",
      until: "2026-07-15",
    }],
    ["the last day of grace, which still counts", {
      counted: 0,
      graceUntil: "2026-07-15",
      today: "2026-07-15",
    }, { do: "wait" }],
    ["made good in grace", {
      counted: 1_000_000,
      graceUntil: "2026-07-15",
      today: "2026-07-16",
    }, { do: "keep", reviewOn: "2027-07-16" }],
    ["after grace: one step", { counted: 0, graceUntil: "2026-07-15", today: "2026-07-16" }, {
      do: "lower",
      to: silver,
      reviewOn: "2027-07-16",
    }],
    ["silver falls to the entry tier, which nobody reviews", {
      held: silver,
      counted: 0,
      graceUntil: "2026-07-15",
      today: "2026-07-16",
    }, { do: "lower", to: basic, reviewOn: null }],
    ["no grace set: down the day after", { counted: 0, today: "2026-06-16", policy: strict }, {
      do: "lower",
      to: silver,
      reviewOn: "2027-06-16",
    }],
    ["a job that slept through the whole grace", { counted: 0, today: "2026-09-01" }, {
      do: "lower",
      to: silver,
      reviewOn: "2027-09-01",
    }],
    ["enough for silver alone is no reason to fall two steps", {
      counted: 250_000,
      graceUntil: "2026-07-15",
      today: "2026-07-16",
    }, { do: "lower", to: silver, reviewOn: "2027-07-16" }],
    ["the entry tier is kept whatever was spent", {
      held: basic,
      counted: 0,
      today: "2026-07-16",
    }, { do: "keep", reviewOn: "2027-07-16" }],
  ])("%s", (_, r, outcome) => {
    expect(reviewTier({
      tiers,
      held: r.held ?? gold,
      dueOn: due,
      graceUntil: r.graceUntil ?? null,
      counted: r.counted,
      policy: r.policy ?? yearly,
      today: r.today,
    })).toEqual(outcome);
  });
});

test("a review that became never leaves the tier kept for good", () => {
  const never: TierPolicy = { ...yearly, review: { kind: "never" } };
  expect(reviewTier({
    tiers,
    held: gold,
    dueOn: due,
    graceUntil: null,
    counted: 1_000_000,
    policy: never,
    today: "2026-06-16",
  })).toEqual({ do: "keep", reviewOn: null });
});
