/** What a hundred times the members cost: scan, summary, statement page, sale and redemption on a
 *  small and on a large chain, in turn, both warmed up alike; and one member at fifty tills.
 *  @module */
import { type Filled, openFilled } from "./filled-house.ts";
import { median, perSecond, type Ratio, rounded } from "./ratio.ts";

type Kind = "scan" | "summary" | "statement" | "sell" | "redeem";

const kinds: [Kind, string, number, number][] = [
  ["scan", "scan", 1.25, 2000],
  ["summary", "summary", 1.25, 3000],
  ["statement", "statement page", 1.25, 3000],
  ["sell", "sale", 1.4, 2000],
  ["redeem", "redemption", 1.4, 1500],
];
const rounds = 3;

/** Each call has a member of its own until all were used: what is warm is what a chain's day has
 *  touched, never the one row that was just read. */
const rateOf = (house: Filled, kind: Kind, round: number, n: number): Promise<number> =>
  perSecond(64, n, (i) => house[kind](round * n + i));

const hotMember = async (house: Filled): Promise<Ratio> => {
  await perSecond(50, 50, (i) => house.sellToOne(i));
  const spread = await perSecond(50, 1000, (i) => house.sell(1_000_000 + i));
  const one = await perSecond(50, 500, (i) => house.sellToOne(1000 + i));
  return {
    what: "sales of one member at 50 tills ÷ of many members",
    ratio: one / spread,
    budget: 0,
    atLeast: true,
    detail: `${rounded(one)}/s ÷ ${rounded(spread)}/s`,
  };
};

export const growth = async (large: number): Promise<Ratio[]> => {
  const [few, many] = [await openFilled(10_000, 5), await openFilled(large, 5)];
  const ratios: Ratio[] = [];
  for (const [kind, what, budget, n] of kinds) {
    if (kind === "redeem") {
      for (const house of [few, many]) await house.prepareScans((rounds + 1) * n);
    }
    const rates: [number[], number[]] = [[], []];
    for (let round = 0; round <= rounds; round++) {
      const both = [await rateOf(few, kind, round, n), await rateOf(many, kind, round, n)] as const;
      // The first round only warms up.
      if (round > 0) both.forEach((rate, i) => rates[i]!.push(rate));
    }
    const [a, b] = [median(rates[0]), median(rates[1])];
    ratios.push({
      what: `cost of a ${what}, ${large} ÷ 10000 members`,
      ratio: a / b,
      budget,
      atLeast: false,
      detail: `${rounded(b)}/s at ${large}, ${rounded(a)}/s at 10000`,
    });
  }
  ratios.push(await hotMember(few));
  await few.close();
  await many.close();
  return ratios;
};
