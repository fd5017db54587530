/** Adds replayed sales up to what a what-if tells: both sides together, by store, tier, category and
 *  month, and member by member. @module */
import { dayOf } from "../business-day.ts";
import { worthFen } from "../points/offset.ts";
import { MICRO_PER_POINT, netOf, openOf, type PastSale, type Replayed } from "./replay.ts";
import type { WhatIfOutcome, WhatIfRow, WhatIfSide } from "./what-if.ts";

type Pair = { inForce: number; draft: number };
type Group = Pair & { sales: number };
const sides = ["inForce", "draft"] as const;

export interface MemberTotals extends Pair {
  memberId: string;
  /** As the office may see it. */
  nameMasked: string;
}

/** Points now, to which the difference comes. */
export interface Position {
  balance: number;
  debt: number;
}

export type Worth = { points: number; fen: number };
export type NameOf = (id: string) => { nameZh: string; nameEn: string };

const mostAffected = 50;

type Groups = Map<string | null, Group>;
type Results<T> = Record<typeof sides[number], T>;

/** Sums so far. */
export interface WhatIfSum {
  now: number;
  worth: Results<Worth>;
  totals: Results<{ issued: number; takenBack: number; open: number }>;
  stores: Groups;
  tiers: Groups;
  months: Groups;
  /** In micro-points. */
  categories: Groups;
  sales: number;
  returns: number;
  members: number;
  gaining: number;
  losing: number;
  liability: number;
  debt: number;
  gain: MemberTotals[];
  loss: MemberTotals[];
}

/** @param now what has lapsed before is not open any more (ms)
 *  @param worth what points are worth on each side */
export const openSum = (now: number, worth: Results<Worth>): WhatIfSum => ({
  now,
  worth,
  totals: {
    inForce: { issued: 0, takenBack: 0, open: 0 },
    draft: { issued: 0, takenBack: 0, open: 0 },
  },
  stores: new Map(),
  tiers: new Map(),
  months: new Map(),
  categories: new Map(),
  sales: 0,
  returns: 0,
  members: 0,
  gaining: 0,
  losing: 0,
  liability: 0,
  debt: 0,
  gain: [],
  loss: [],
});

const groupOf = (map: Groups, id: string | null): Group => {
  let group = map.get(id);
  if (!group) map.set(id, group = { sales: 0, inForce: 0, draft: 0 });
  return group;
};

function addSale(sum: WhatIfSum, sale: PastSale, results: Results<Replayed>): void {
  const rows = [
    groupOf(sum.stores, sale.storeId),
    groupOf(sum.tiers, sale.tierId),
    groupOf(sum.months, dayOf(sale.at).slice(0, 7)),
  ];
  for (const row of rows) row.sales++;
  for (const name of sides) {
    const result = results[name];
    const total = sum.totals[name];
    total.issued += result.issued;
    total.takenBack += result.takenBack;
    total.open += openOf(result, sum.now);
    for (const row of rows) row[name] += netOf(result);
    for (const [id, micro] of result.byCategory) groupOf(sum.categories, id)[name] += micro;
  }
  const tops = new Set(sale.lines.map((line) => line.categoryIds.at(-1) ?? null));
  for (const top of tops) groupOf(sum.categories, top).sales++;
}

/** Adds a member's sales with what each side made of them. */
export function addMember(
  sum: WhatIfSum,
  member: { memberId: string; nameMasked: string },
  position: Position,
  past: readonly PastSale[],
  results: Results<readonly Replayed[]>,
): void {
  sum.members++;
  sum.sales += past.length;
  const net = { inForce: 0, draft: 0 };
  let moved = 0;
  past.forEach((sale, i) => {
    const each = { inForce: results.inForce[i]!, draft: results.draft[i]! };
    addSale(sum, sale, each);
    sum.returns += sale.returns.length;
    for (const name of sides) net[name] += netOf(each[name]);
    moved += openOf(each.draft, sum.now) - openOf(each.inForce, sum.now);
  });
  const held = position.balance - position.debt;
  sum.liability += Math.max(0, held + moved) - Math.max(0, held);
  sum.debt += Math.max(0, -(held + moved)) - Math.max(0, -held);
  const change = net.draft - net.inForce;
  if (change > 0) sum.gaining++;
  if (change < 0) sum.losing++;
  if (change !== 0) rank(change > 0 ? sum.gain : sum.loss, { ...member, ...net });
}

/** What it comes to, with the names of places, tiers and categories. */
export function outcomeOf(
  sum: WhatIfSum,
  names: { store: NameOf; tier: NameOf; category: NameOf },
): Omit<WhatIfOutcome, "tookMs"> {
  const { sales, returns, members, gaining, losing, debt } = sum;
  const told = {
    inForce: sideOf(sum.totals.inForce, sum.worth.inForce),
    draft: sideOf(sum.totals.draft, sum.worth.draft),
  };
  const month: NameOf = (id) => ({ nameZh: id, nameEn: id });
  return {
    sales,
    returns,
    members,
    ...told,
    liability: { points: sum.liability, fen: signedFen(sum.liability, sum.worth.draft) },
    debt,
    byStore: rowsOf(sum.stores, names.store),
    byTier: rowsOf(sum.tiers, names.tier),
    byCategory: rowsOf(wholePoints(sum.categories, told), names.category),
    byMonth: rowsOf(sum.months, month).sort((a, b) => (a.id ?? "") < (b.id ?? "") ? -1 : 1),
    gain: most(sum.gain),
    loss: most(sum.loss),
    gaining,
    losing,
  };
}

const sideOf = (
  { issued, takenBack, open }: { issued: number; takenBack: number; open: number },
  worth: Worth,
): WhatIfSide => {
  const net = issued - takenBack;
  return { issued, takenBack, net, netFen: signedFen(net, worth), open, worth };
};

const signedFen = (points: number, worth: Worth): number =>
  points < 0 ? -worthFen(-points, worth) : worthFen(points, worth);

const changeOf = (pair: Pair): number => Math.abs(pair.draft - pair.inForce);

const most = (all: readonly MemberTotals[]): MemberTotals[] =>
  [...all].sort((a, b) => changeOf(b) - changeOf(a) || (a.memberId < b.memberId ? -1 : 1))
    .slice(0, mostAffected);

/** Keeps the list short while it grows. */
const rank = (list: MemberTotals[], member: MemberTotals): void => {
  list.push(member);
  if (list.length < mostAffected * 20) return;
  list.splice(0, list.length, ...most(list));
};

/** Lines earn fractions: each category is told in whole points, and what limits and rounding took
 *  off the whole stands with what belongs to no category. */
const wholePoints = (
  micro: ReadonlyMap<string | null, Group>,
  told: { inForce: WhatIfSide; draft: WhatIfSide },
): Map<string | null, Group> => {
  const whole = new Map<string | null, Group>();
  const rest = { inForce: told.inForce.net, draft: told.draft.net };
  for (const [id, group] of micro) {
    if (id === null) continue;
    const row = { ...group };
    for (const name of sides) {
      row[name] = Math.round(group[name] / MICRO_PER_POINT);
      rest[name] -= row[name];
    }
    whole.set(id, row);
  }
  const sales = micro.get(null)?.sales ?? 0;
  if (sales > 0 || rest.inForce !== 0 || rest.draft !== 0) whole.set(null, { sales, ...rest });
  return whole;
};

const rowsOf = (groups: ReadonlyMap<string | null, Group>, nameOf: NameOf): WhatIfRow[] =>
  [...groups].map(([id, group]) => ({
    id,
    ...(id === null ? { nameZh: "", nameEn: "" } : nameOf(id)),
    ...group,
  })).sort((a, b) => b.inForce - a.inForce || b.draft - a.draft);
