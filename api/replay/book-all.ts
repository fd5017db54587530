/** Rings up the sales of a folder, many at once, each member's in order of time: what a tier or a
 *  kept remainder makes of a sale depends on the ones before it. @module */
import { Problem, standingOf } from "../../shared/problems.ts";
import { findSales, recordSale, returnSale } from "../../shared/sales/endpoints.ts";
import { keyOf } from "./key-of.ts";
import type { ReplayReturn } from "./match-returns.ts";
import type { Say } from "./progress.ts";
import type { Refused, ReplaySale, Sold } from "./read-sales.ts";
import type { Chain } from "./set-up.ts";
import { inParallel } from "./till.ts";

type Step = { at: number; sale: ReplaySale; back: ReplayReturn | null };

/** Sales and returns in order of time, a sale before what comes back of it. */
const stepsOf = ({ sales, returns }: Sold): Step[] =>
  [
    ...sales.map((sale): Step => ({ at: sale.at, sale, back: null })),
    ...returns.map((back): Step => ({ at: back.at, sale: back.sale, back })),
  ].sort((a, b) => a.at - b.at || (a.back ? 1 : 0) - (b.back ? 1 : 0));

const bookSale = async (chain: Chain, sale: ReplaySale): Promise<void> => {
  try {
    await chain.tills.get(sale.store)!(recordSale, {
      key: keyOf("sale", sale.store, sale.orderNo),
      body: {
        orderNo: sale.orderNo,
        ...(sale.member ? { member: { card: chain.cards.get(sale.member)! } } : {}),
        lines: sale.lines,
        totalFen: sale.lines.reduce((sum, l) => sum + l.amountFen, 0),
        occurredAt: sale.at,
      },
    });
  } catch (error) {
    // It was booked by a run so long ago that its key is forgotten: it stands.
    if (!(error instanceof Problem) || error.code !== "order-exists") throw error;
  }
};

const bookReturn = async (chain: Chain, { id, sale, at, lines }: ReplayReturn): Promise<void> => {
  const till = chain.tills.get(sale.store)!;
  const { sales } = await till(findSales, { query: { orderNo: sale.orderNo, limit: 1 } });
  if (!sales[0]) throw new Problem("not-found");
  await till(returnSale, {
    key: keyOf("return", sale.store, sale.orderNo, id),
    params: { sale: sales[0].saleId },
    body: { lines, occurredAt: at },
  });
};

/** What a run has behind it when it is taken up again. */
export type Behind = { steps: number; refused: Refused[] };

export type Booking = {
  atOnce: number;
  say: Say;
  behind: Behind;
  /** Told after every step: all up to `steps` are answered, these were refused. */
  note: (behind: Behind) => void;
};

const refusalOf = ({ sale, back }: Step, code: string): Refused => ({
  file: "",
  line: 0,
  sale: back?.id ?? sale.orderNo,
  reason: `refused by the API: ${code}`,
});

/** @returns what the API refused for good
 *  @throws Problem on a refusal of the caller itself, Unreachable if nothing answers any more */
export const bookAll = async (chain: Chain, sold: Sold, run: Booking): Promise<Refused[]> => {
  const steps = stepsOf(sold);
  const refused = [...run.behind.refused];
  const answered = new Set<number>();
  const last = new Map<string, Promise<void>>();
  let behind = Math.min(run.behind.steps, steps.length);
  let done = behind;

  const book = async (step: Step, before: Promise<void> | undefined): Promise<void> => {
    await before;
    try {
      await (step.back ? bookReturn(chain, step.back) : bookSale(chain, step.sale));
    } catch (error) {
      if (!(error instanceof Problem) || standingOf(error.code) !== "final") throw error;
      refused.push(refusalOf(step, error.code));
    }
  };
  const first = behind;
  await inParallel(steps.slice(first), run.atOnce, async (step, i) => {
    const lane = step.sale.member || `sale ${step.sale.id}`;
    const mine = book(step, last.get(lane));
    last.set(lane, mine);
    await mine;
    if (last.get(lane) === mine) last.delete(lane);
    answered.add(first + i);
    while (answered.delete(behind)) behind++;
    run.note({ steps: behind, refused });
    run.say("sales", ++done, steps.length);
  });
  return refused;
};
