/** Random histories of a small chain against a model that only knows the rule: points held less
 *  points owed are what the money of the kept sales earns, less what was redeemed or paid with. After
 *  every history all invariants of the ledger are proved; under rules with limits and bonuses also
 *  that no day gave more than it may. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { spend } from "../../shared/points/lot.ts";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import { Problem } from "../../shared/problems.ts";
import { settle } from "../db/settle.ts";
import { recordSale } from "../sales/record-sale.ts";
import { returnSale } from "../sales/return-sale.ts";
import { openTestChain, type TestChain, type TestMember } from "../test-chain.ts";
import { newKey, openTestHouse } from "../test-house.ts";
import { readHoldings } from "./holdings.ts";
import { lapseLots } from "./lapse-lots.ts";
import { dayMost, leastFen, manyRules, offset, spendingScan } from "./test-paying.ts";
import { allowSending, pass, type SentGift } from "./test-gifts.ts";
import { type Step, steps } from "./test-steps.ts";
import { startPosting } from "./posting.ts";
import { drawnBy } from "./queries.ts";
import { sealDay, unsealedDays } from "./seal-day.ts";
import { summaryOf } from "./show-points.ts";
import { proveLedger } from "./verify.ts";

const histories = Number(process.env.LEDGER_HISTORIES ?? 880);
const day = 86_400_000;

type Told = {
  keptFen: number[];
  redeemed: number[];
  sales: { id: string; who: number; leftMilli: number }[];
  gifts: SentGift[];
  redemptions: { id: string; who: number; points: number; released: boolean }[];
};

/** A redemption below the gifts room: the same reads, rule and posting. */
const redeem = (chain: TestChain, member: TestMember, points: number, id: string) => {
  const desk = chain.desk();
  return settle(desk, newKey(), { points }, async () => {
    const holdings = await readHoldings(desk, member.loyaltyId);
    const drawn = spend(holdings.lots, points, desk.now);
    if ("refused" in drawn) throw new Problem(drawn.refused);
    const posting = startPosting(desk, holdings, {
      kind: "redemption",
      cause: { kind: "claim", id },
      storeId: "sto_a",
      occurredAt: desk.now,
      explanation: { reasons: [] },
    });
    posting.draw(drawn.uses, "redeemed@sto_a");
    return {
      answer: { journalId: posting.journalId },
      writes: posting.writes(),
      touches: posting.touches,
    };
  });
};

const release = (chain: TestChain, member: TestMember, journalId: string) => {
  const desk = chain.desk();
  return settle(desk, newKey(), { journalId }, async () => {
    const [holdings, drawn] = await Promise.all([
      readHoldings(desk, member.loyaltyId),
      desk.db.read(drawnBy, [journalId]),
    ]);
    const posting = startPosting(desk, holdings, {
      kind: "release",
      cause: { kind: "claim-end", id: journalId },
      storeId: "sto_a",
      occurredAt: desk.now,
      explanation: { reasons: [] },
      reverses: journalId,
    });
    posting.restore(
      drawn.map((d) => ({
        lotId: d.lot_id,
        amount: d.drawn,
        availableAt: d.available_at,
        lapsesAt: d.lapses_at,
      })),
      "redeemed@sto_a",
    );
    posting.repayDebt();
    return { answer: {}, writes: posting.writes(), touches: posting.touches };
  });
};

const play = async (chain: TestChain, members: TestMember[], told: Told, step: Step, n: number) => {
  const desk = chain.desk();
  if (step.do === "sell") {
    const member = members[step.who]!;
    const { spendable, debt } = await summaryOf(desk, member.loyaltyId);
    const body = {
      orderNo: `${member.card}-${n}`,
      member: { card: member.card },
      lines: [{ name: "时令水果", quantityMilli: 1000, amountFen: step.fen }],
      totalFen: step.fen,
    };
    const paying = { ...body, member: await spendingScan(chain, member) };
    const allowed = step.fen >= leastFen && debt === 0 && step.pay <= spendable &&
      step.pay * 2 <= step.fen;
    const input = step.pay > 0 ? { ...paying, offset: { points: step.pay } } : body;
    const key = newKey();
    const booked = await recordSale(desk, key, input).catch((refused) => refused);
    if (step.pay > 0) expect(booked instanceof Problem).toBe(!allowed);
    if (booked instanceof Problem) return;
    if (step.twice) expect(await recordSale(desk, key, input)).toEqual(booked);
    // A point is a fen here: what it paid earns nothing.
    told.keptFen[step.who]! += step.fen - step.pay;
    told.redeemed[step.who]! += step.pay;
    told.sales.push({ id: booked.saleId, who: step.who, leftMilli: 1000 });
  } else if (step.do === "return" && told.sales.length) {
    const sale = told.sales[step.sale % told.sales.length]!;
    const quantityMilli = Math.min(step.share, sale.leftMilli);
    if (quantityMilli === 0) return;
    const lines = [{ n: 1, quantityMilli }];
    const back = await returnSale(desk, newKey(), sale.id, { lines });
    sale.leftMilli -= quantityMilli;
    told.keptFen[sale.who]! -= back.refundFen;
    told.redeemed[sale.who]! -= back.offset?.points ?? 0;
  } else if (step.do === "redeem") {
    const before = await summaryOf(desk, members[step.who]!.loyaltyId);
    const outcome = await redeem(chain, members[step.who]!, step.points, newKey()).catch((e) => e);
    expect(outcome instanceof Problem).toBe(before.spendable < step.points);
    if (outcome instanceof Problem) return;
    told.redeemed[step.who]! += step.points;
    told.redemptions.push({
      id: outcome.journalId,
      who: step.who,
      points: step.points,
      released: false,
    });
  } else if (step.do === "release" && told.redemptions.length) {
    const one = told.redemptions[step.redemption % told.redemptions.length]!;
    if (one.released) return;
    await release(chain, members[one.who]!, one.id);
    one.released = true;
    told.redeemed[one.who]! -= one.points;
  } else if (step.do === "send" || step.do === "end-gift") {
    await pass(chain, members, told, step);
  } else if (step.do === "wait") chain.clock.now += step.days * day;
  else if (step.do === "lapse") await lapseLots(desk);
  else if (step.do === "seal") {
    for (const unsealed of await unsealedDays(desk)) await sealDay(desk, unsealed);
  }
};

type World = { lapses: boolean; rules: Partial<ProgrammeRules> };

const openWorld = async (world: World): Promise<TestChain> => {
  const chain = await openTestChain(await openTestHouse(), {
    offset,
    validity: world.lapses ? { kind: "months", months: 1 } : { kind: "never" },
    ...world.rules,
  });
  await allowSending(chain);
  return chain;
};

/** So many histories share a house, one after the other and each with members of its own: opening
 *  one costs as much as a history. What one breaks, the proof after it shows. */
const perHouse = 8;

/** Lends the same chain for `perHouse` histories. */
const lender = (world: World) => {
  let chain: TestChain | null = null;
  let lent = 0;
  return {
    lend: async (): Promise<TestChain> => {
      if (chain && lent++ % perHouse === 0) {
        await chain.close();
        chain = null;
      }
      return chain ??= await openWorld(world);
    },
    close: () => chain?.close(),
  };
};

const run = async (chain: TestChain, history: Step[], world: World) => {
  const ruled = world.rules.rules !== undefined;
  const members = [await chain.enrol("王建国"), await chain.enrol("陈秀兰")];
  const told: Told = { keptFen: [0, 0], redeemed: [0, 0], sales: [], redemptions: [], gifts: [] };
  for (const [n, step] of history.entries()) {
    await play(chain, members, told, step, n);
    chain.clock.now += 1000;
  }
  for (const [who, member] of members.entries()) {
    if (world.lapses || ruled) continue;
    const points = await summaryOf(chain.desk(), member.loyaltyId);
    const due = Math.floor(told.keptFen[who]! / 100) - told.redeemed[who]!;
    expect(points.spendable - points.debt).toBe(due);
    expect(points.carryMicro).toBe((told.keptFen[who]! % 100) * 10_000);
  }
  const proof = await proveLedger(chain.house.db, chain.clock.now);
  expect(proof.findings).toEqual([]);
  const over = await chain.house.db.execute(
    "select * from earning_tally where key = '*' and (micro < 0 or (day <> '' and micro > ?))",
    [dayMost * 1_000_000],
  );
  expect(over).toEqual([]);
};

const worlds = [
  { name: "points never lapse", lapses: false, rules: {}, runs: histories },
  { name: "points lapse after a month", lapses: true, rules: {}, runs: histories },
  {
    name: "under rules with limits and bonuses",
    lapses: true,
    rules: manyRules,
    runs: Math.ceil(histories * 0.3),
  },
];
test.each(worlds)("$runs histories, $name", async (world) => {
  const chains = lender(world);
  await fc.assert(
    fc.asyncProperty(steps, async (history) => run(await chains.lend(), history, world)),
    { numRuns: world.runs, endOnFailure: true },
  );
  await chains.close();
}, 600_000);
