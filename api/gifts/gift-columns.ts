import type * as z from "zod/mini";
import type { GiftInput } from "../../shared/console/endpoints.ts";
import { breachesOf } from "../../shared/gifts/gift-rules.ts";
import { Problem } from "../../shared/problems.ts";
import type { Write } from "../db/statement.ts";
import { type GiftRow, kindColumns } from "./gift-row.ts";
import { insertPart } from "./part-queries.ts";

type Input = z.infer<typeof GiftInput>;

/** The columns of what the console's form says.
 *  @throws Problem input-invalid for fields that do not fit together (shared/gifts/gift-rules.ts) */
export const giftColumns = (
  input: Input,
): Omit<GiftRow, "id" | "brand_id" | "sort" | "revision" | "created_at"> => {
  const breaches = breachesOf(input);
  if (breaches.length) {
    const errors = breaches.map(({ field, breach }) => ({ pointer: `/${field}`, detail: breach }));
    throw new Problem("input-invalid", { errors });
  }
  return {
    code: input.code,
    name_zh: input.nameZh,
    name_en: input.nameEn,
    detail_zh: input.detailZh,
    detail_en: input.detailEn,
    picture: input.picture,
    ...kindColumns(input.kind),
    ...priceColumns(input),
    market_fen: input.marketFen,
    tier_level_min: input.tierLevelMin,
    per_member_max: input.perMemberMax,
    member_day_max: input.memberDayMax,
    day_max: input.dayMax,
    opens_at: input.opensAt,
    closes_at: input.closesAt,
    claim_days: input.claimDays,
    shelf_id: input.shelfId,
    product_id: input.productId,
    promoted: input.promoted ? 1 : 0,
    by_pick_up: input.byPickUp ? 1 : 0,
    by_delivery: input.byDelivery ? 1 : 0,
    event_at: input.event?.at ?? null,
    venue_zh: input.event?.venueZh ?? "",
    venue_en: input.event?.venueEn ?? "",
    places: input.event?.places ?? null,
    payout_fen: input.payoutFen,
    coupon_code: input.couponCode,
    state: input.state,
  };
};

const priceColumns = ({ points, moneyFen, quantity, tierPrices, flash }: Input) => ({
  points,
  money_fen: moneyFen,
  quantity,
  tier_prices: JSON.stringify(
    tierPrices.toSorted((a, b) => a.level - b.level).map((p) => [p.level, p.points, p.moneyFen]),
  ),
  flash_points: flash?.points ?? null,
  flash_money_fen: flash?.moneyFen ?? 0,
  flash_from: flash?.from ?? null,
  flash_until: flash?.until ?? null,
  flash_pieces: flash?.pieces ?? null,
});

/** Rows of what a bundle is made of. */
export const partRows = (giftId: string, parts: Input["parts"]): Write[] =>
  parts.map((part) =>
    insertPart.row({ gift_id: giftId, part_id: part.giftId, pieces: part.pieces })
  );
