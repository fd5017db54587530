/** The programmes under which a replay can be run, each with the second opinion's way to reckon it:
 *  plain SQL over the lines as the mapping's own SQL sees them (view `sold`, see docs/replay.md),
 *  in which nothing of the product's rules is used. @module */
import type { EarningRules } from "../../shared/points/earning-rules.ts";

export const programmeNames = ["carried", "tens", "tiers"] as const;
export type ProgrammeName = typeof programmeNames[number];

/** Factors of the three tiers, percent. */
export const tierFactors = [100, 120, 150] as const;

const plain: EarningRules = {
  v: 1,
  fenPerPoint: 100,
  pointsPerStep: 1,
  minSaleFen: 0,
  tierFactorPercent: {},
  excludedCategoryIds: [],
  carryRemainder: true,
  validity: { kind: "never" },
  pendingDays: 0,
  signUpPoints: 0,
};

export type Programme = {
  /** In words, for the report. */
  said: string;
  rules: EarningRules;
  /** Of each sale (member, sale, at, counted, net, had): its millionths of a point. */
  micro: string;
};

export const programmes: Record<ProgrammeName, Programme> = {
  carried: {
    said: "1 point per 1.00, the remainder carried",
    rules: plain,
    micro: "net * 10000",
  },
  tens: {
    said: "1 point per 10.00, nothing carried",
    rules: { ...plain, fenPerPoint: 1000, carryRemainder: false },
    micro: "net / 1000 * 1000000",
  },
  tiers: {
    said: "1 point per 1.00 times 1, 1.2 or 1.5 by tier, one category excluded, remainder carried",
    rules: plain,
    micro: `net * 100 * case
      when had >= :third then 150
      when had >= :second then 120
      else 100 end`,
  },
};

/** What every member should have: `sold` (sale, member, at, cents, excluded, returned; a returned line
 *  with the number of its first sale and cents below 0) → one row per member. */
export const dueSql = (name: ProgrammeName): string => {
  const counts = name === "tiers" ? "case when excluded then 0 else cents end" : "cents";
  return `with sale as (
    select member, sale, min(at) filter (where not returned) as at,
      coalesce(sum(${counts}) filter (where not returned), 0) as counted,
      sum(${counts}) as net
    from sold where member <> '' group by member, sale
    having coalesce(sum(cents) filter (where not returned), 0) > 0
  ), told as (
    select *, coalesce(sum(counted) over (
      partition by member order by at, sale rows between unbounded preceding and 1 preceding
    ), 0) as had from sale
  )
  select member, sum(${
    programmes[name].micro
  }) as micro, sum(net) as net from told group by member`;
};
