/** What random histories of the ledger are made of. @module */
import fc from "fast-check";
import { type Passing, passing } from "./test-gifts.ts";

/** One thing that happens in a small chain with two members. */
export type Step =
  | { do: "sell"; who: number; fen: number; twice: boolean; pay: number }
  | { do: "return"; sale: number; share: number }
  | { do: "redeem"; who: number; points: number }
  | { do: "release"; redemption: number }
  | Passing
  | { do: "wait"; days: number }
  | { do: "lapse" }
  | { do: "seal" };

/** A random history: what members, tills and the night do, one after the other. */
export const steps = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constant("sell" as const),
        who: fc.nat(1),
        fen: fc.integer({ min: 1, max: 30_000 }),
        twice: fc.boolean(),
        // Points that are to pay; most sales have none.
        pay: fc.oneof(fc.constant(0), fc.constant(0), fc.integer({ min: 1, max: 300 })),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant("return" as const),
        sale: fc.nat(9),
        share: fc.integer({ min: 1, max: 1000 }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant("redeem" as const),
        who: fc.nat(1),
        points: fc.integer({ min: 1, max: 400 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant("release" as const), redemption: fc.nat(4) }),
    },
    { weight: 3, arbitrary: passing },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant("wait" as const),
        days: fc.integer({ min: 1, max: 45 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("lapse" as const) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("seal" as const) }) },
  ),
  { minLength: 1, maxLength: 18 },
);
