/** What a hundred times the members cost: scan, summary and sale on a small and on a large chain,
 *  filled by SQL, in turn. @module */
import { openDesk } from "../desk.ts";
import { summaryOf } from "../points/show-points.ts";
import { findHeads } from "../points/holdings.ts";
import { recordSale } from "../sales/record-sale.ts";
import { openTestChain } from "../test-chain.ts";
import { newKey, openTestHouse } from "../test-house.ts";
import { fill, filledCard } from "./fill.ts";
import { median, perSecond, type Ratio, rounded } from "./ratio.ts";

const openFilled = async (members: number, sales: number) => {
  const chain = await openTestChain(await openTestHouse());
  const from = performance.now();
  await fill(chain.house.db, members, sales);
  console.log(
    `     filled ${members} members, ${members * sales * 2} entries in ` +
      `${((performance.now() - from) / 1000).toFixed(0)} s`,
  );
  let order = 0;
  const desk = () => openDesk(chain.house, chain.actor(), { now: chain.clock.now });
  // A large step through the members, so that neighbours in time are not neighbours on disk.
  const card = (i: number) => filledCard((i * 7919) % members);
  return {
    close: chain.close,
    look: (i: number) => findHeads(desk(), card(i)),
    summary: (i: number) => summaryOf(desk(), card(i)),
    sell: (i: number) =>
      recordSale(desk(), newKey(), {
        orderNo: `G${order++}`,
        member: { card: card(i) },
        lines: [{ sku: "6901", quantityMilli: 1000, amountFen: 6990 }],
        totalFen: 6990,
      }),
  };
};

type Filled = Awaited<ReturnType<typeof openFilled>>;
const kinds: [keyof Omit<Filled, "close">, string, number, number][] = [
  ["look", "scan (card to account)", 1.25, 6000],
  ["summary", "summary", 1.25, 6000],
  ["sell", "sale", 1.4, 4000],
];

export const growth = async (large: number): Promise<Ratio[]> => {
  const [few, many] = [await openFilled(10_000, 5), await openFilled(large, 5)];
  const ratios: Ratio[] = [];
  for (const [kind, what, budget, n] of kinds) {
    const rates: [number[], number[]] = [[], []];
    for (let round = 0; round < 3; round++) {
      rates[0].push(await perSecond(64, n, few[kind]));
      rates[1].push(await perSecond(64, n, many[kind]));
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
  await few.close();
  await many.close();
  return ratios;
};
