import { describe, expect, test } from "vitest";
import {
  canBecome,
  CardMedium,
  cardRefusal,
  CardState,
  nextStates,
  Presented,
  rightsOf,
  SpendingProof,
} from "./card.ts";

const STATES = ["active", "frozen", "lost", "replaced", "returned", "expired"] as const;

test("the words are these", () => {
  expect(CardState.options).toEqual(STATES);
  expect(CardMedium.options).toEqual(["plastic", "ecard", "pass"]);
  expect(Presented.options).toEqual(["rotating-fresh", "rotating-stale", "static", "phone"]);
  expect(SpendingProof.options).toEqual(["pin", "otp"]);
});

describe("card states", () => {
  test("only an active card serves; any other is refused with its state", () => {
    expect(cardRefusal("active")).toBeNull();
    for (const state of STATES.filter((each) => each !== "active")) {
      expect(cardRefusal(state)).toEqual({ code: "card-frozen", state });
    }
  });

  test.each(
    [
      ["active", "frozen"],
      ["frozen", "active"],
      ["active", "lost"],
      ["lost", "active"],
      ["lost", "replaced"],
      ["frozen", "returned"],
      ["expired", "active"],
    ] as const,
  )("%s may become %s", (from, to) => expect(canBecome(from, to)).toBe(true));

  test.each(
    [
      ["lost", "frozen"],
      ["expired", "frozen"],
      ["active", "active"],
    ] as const,
  )("%s may not become %s", (from, to) => expect(canBecome(from, to)).toBe(false));

  test("every way that is open is one of these", () => {
    const ways = STATES.flatMap((from) => nextStates(from).map((to) => `${from} → ${to}`));
    expect(ways).toEqual([
      ...["frozen", "lost", "replaced", "returned", "expired"].map((to) => `active → ${to}`),
      ...["active", "lost", "replaced", "returned", "expired"].map((to) => `frozen → ${to}`),
      ...["active", "replaced", "returned", "expired"].map((to) => `lost → ${to}`),
      ...["active", "replaced", "returned"].map((to) => `expired → ${to}`),
    ]);
  });

  test("a replaced or returned card never comes back", () => {
    expect(nextStates("replaced")).toEqual([]);
    expect(nextStates("returned")).toEqual([]);
  });
});

describe("rights of a credential", () => {
  test("everything that is presented earns and identifies", () => {
    for (const presented of Presented.options) {
      expect(rightsOf(presented)).toMatchObject({ earn: true, identify: true });
    }
  });

  test("only a fresh rotating code spends by itself", () => {
    const alone = Presented.options.filter((presented) => rightsOf(presented).spend);
    expect(alone).toEqual(["rotating-fresh"]);
  });

  test.each(["rotating-stale", "static", "phone"] as const)(
    "%s spends after a PIN or a one-time code",
    (presented) => {
      expect(rightsOf(presented).proofHelps).toBe(true);
      for (const proof of ["pin", "otp"] as const) {
        expect(rightsOf(presented, proof)).toMatchObject({ spend: true, proofHelps: false });
      }
    },
  );
});
