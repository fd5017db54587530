/** A tier that a sale had raised falls with the sale's return. @module */
import { dayOf } from "../../shared/business-day.ts";
import { tierFall, type TierRise } from "../../shared/tiers/fall.ts";
import { reading, type Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import type { Holdings } from "../points/holdings.ts";
import { loyaltyOf } from "../points/queries.ts";
import { type HoldRow, holdTier, insertTierChange } from "./queries.ts";
import { raiseTier, thresholdSql } from "./tier-rows.ts";

export type RaisedRow = {
  /** The brand's tiers as a JSON array of [id, level, threshold]. */
  tiers: string;
  /** Changes, newest first, as a JSON array of [from, to, how, review, first day, counted]. */
  changes: string;
};

/** SQL for the first day that counted on a day `d` (see spanStarts). */
const firstDay = (d: string): string =>
  `case p.span when 'year' then substr(${d}, 1, 4) || '-01-01'
     when 'months' then case substr(${d}, 6) when '02-29'
       then (substr(${d}, 1, 4) - 1) || '-03-01' else date(${d}, '-1 year', '+1 day') end
     else '' end`;

/** The tiers and the changes of a buyer whose tier was reached by sales; nothing for others. */
export const raisedBySales = reading<[saleId: string], RaisedRow>(
  "tier raised by sales",
  `select j.key as n,
     (select json_group_array(json_array(t.id, t.level, ${thresholdSql})) from tier t
       left join tier_terms y on y.tier_id = t.id left join tier_policy p on p.brand_id = t.brand_id
       where t.brand_id = l.brand_id) as tiers,
     (select json_group_array(json_array(c.from_tier, c.to_tier, c.how, c.review_on, c.since,
       (select coalesce(sum(case c.basis when 'points' then d.points else d.fen end), 0)
         from qualifying_day d where d.loyalty_id = l.id and d.day >= c.since)))
       from (select x.from_tier, x.to_tier, x.how, x.review_on, p.basis,
           ${firstDay("date(x.at / 1000 + 28800, 'unixepoch')")} as since
         from tier_change x left join tier_policy p on p.brand_id = x.brand_id
         where x.loyalty_id = l.id and x.how <> 'grace'
           and not (x.how = 'lowered' and x.cause_id not like 'lowered:%')
         order by x.at desc, x.rowid desc) c) as changes
   from json_each(?1) j join loyalty_account l on l.id = ${loyaltyOf("j.value->>0")}
   join tier_hold h on h.loyalty_id = l.id and h.tier_id = l.tier_id and h.how = 'reached'`,
);

type Change = [string | null, string, TierRise["how"], string | null, string, number];

/** The rows of the fall; none if the tier stands. What the member held before is held as before.
 *  @param taken what the return takes on the day of its sale: fen or points as they are booked */
export const lowerByReturn = (
  desk: Desk,
  holdings: Holdings,
  raised: RaisedRow | undefined,
  back: { returnId: string; soldAt: number; fen: number; points: number },
): Write[] => {
  const { standing, tierId } = holdings;
  const own = standing.basis === "points" ? back.points : back.fen;
  if (!raised || tierId === null || own >= 0) return [];
  const soldOn = dayOf(back.soldAt);
  const tiers = (JSON.parse(raised.tiers) as [string, number, number][])
    .map(([id, level, threshold]) => ({ id, level, threshold }));
  const changes = (JSON.parse(raised.changes) as Change[])
    .map(([from, to, how, reviewOn, since, counted]) => ({
      from,
      to,
      how,
      reviewOn,
      counted,
      taken: soldOn >= since ? own : 0,
    }));
  const counted = Math.max(0, standing.counted + (soldOn >= standing.from ? own : 0));
  const fall = tierFall(tiers, tierId, changes, counted);
  if (!fall) return [];
  const { to, rise, reached, reviewOn } = fall;
  const restored = {
    to: to.id,
    how: rise?.how ?? "entered",
    review: dueAgain(desk, rise),
  } as const;
  const steps: Step[] = [
    { from: tierId, to: to.id, how: "lowered", review: restored.review },
    ...(reached
      ? [{ from: to.id, to: reached.id, how: "reached", review: reviewOn } as const]
      : []),
  ];
  const held = reached ? { to: reached.id, how: "reached", review: reviewOn } as const : restored;
  return fallRows(desk, holdings, { steps, held, counted, returnId: back.returnId });
};

type Step = {
  from: string;
  to: string;
  how: "lowered" | "reached";
  review: string | null;
};

/** A review that came due while a higher tier was held is due now, not in the past. */
const dueAgain = (desk: Desk, rise: TierRise | null): string | null => {
  const today = dayOf(desk.now);
  const on = rise?.reviewOn ?? null;
  return on !== null && on < today ? today : on;
};

const fallRows = (
  desk: Desk,
  { loyaltyId, brandId }: Holdings,
  fall: {
    steps: Step[];
    held: { to: string; how: HoldRow["how"]; review: string | null };
    counted: number;
    returnId: string;
  },
): Write[] => [
  raiseTier.row({ id: loyaltyId, tier_id: fall.held.to, tier_since: desk.now }),
  holdTier.row({
    loyalty_id: loyaltyId,
    brand_id: brandId,
    tier_id: fall.held.to,
    review_on: fall.held.review,
    grace_until: null,
    how: fall.held.how,
    since: desk.now,
  }),
  ...fall.steps.map((step) =>
    insertTierChange.row({
      id: desk.id("tierChange"),
      loyalty_id: loyaltyId,
      brand_id: brandId,
      from_tier: step.from,
      to_tier: step.to,
      how: step.how,
      counted: fall.counted,
      review_on: step.review,
      cause_id: fall.returnId,
      at: desk.now,
    })
  ),
];
