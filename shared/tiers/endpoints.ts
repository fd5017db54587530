/** Doors of the tiers for the member and for a terminal: the ladder, and buying a step of it.
 *  @module */
import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { Pin, PointsSummary, TierBadge, TierProgress } from "../members/member.ts";
import { Day, Id, Points } from "../schema.ts";
import { TierPolicy } from "./policy.ts";

/** A discount with the name of what it is on; no name: on everything. */
export const NamedDiscount = z.object({
  on: z.enum(["all", "category", "product"]),
  nameZh: z.string(),
  nameEn: z.string(),
  offPercent: z.int(),
});

export const TierStep = z.object({
  ...TierBadge.shape,
  /** Fen or points, as the policy counts. */
  threshold: z.int(),
  /** Percent of the points that others earn: 150 is one and a half times. */
  factorPercent: z.int(),
  discounts: z.array(NamedDiscount),
  birthdayPoints: z.nullable(Points),
  birthdayGiftZh: z.nullable(z.string()),
  birthdayGiftEn: z.nullable(z.string()),
  freeDelivery: z.boolean(),
  pricePoints: z.nullable(Points),
  priceMonths: z.int(),
});
export type TierStep = z.infer<typeof TierStep>;

export const TierLadderView = z.object({
  policy: TierPolicy,
  progress: TierProgress,
  steps: z.array(TierStep),
  /** The member's own category with what it takes off; null: none. */
  category: z.nullable(
    z.object({ nameZh: z.string(), nameEn: z.string(), discounts: z.array(NamedDiscount) }),
  ),
});
export type TierLadderView = z.infer<typeof TierLadderView>;

const Bought = z.object({
  tier: TierBadge,
  paidPoints: Points,
  heldUntil: Day,
  points: PointsSummary,
});

/** The tier, and the price that the member said yes to. */
const wish = { tierId: Id("tier"), points: z.int().check(z.gte(1), z.lte(1e9)) };

export const listMyTiers = endpoint({
  id: "listMyTiers",
  method: "GET",
  path: "/api/members/me/tiers",
  who: "own.read",
  summary: "The ladder of tiers with what each asks and gives, and where the member stands.",
  answer: TierLadderView,
  problems: [],
});

export const buyMyTier = endpoint({
  id: "buyMyTier",
  method: "POST",
  path: "/api/members/me/tiers",
  who: "own.claim",
  summary: "Spends points to climb to a tier, by PIN; it is held until a date, then reviewed.",
  body: z.strictObject({ ...wish, pin: Pin }),
  answer: Bought,
  status: 201,
  once: true,
  problems: [
    "pin-missing",
    "pin-wrong",
    "pin-locked",
    "member-frozen",
    "not-found",
    "tier-held",
    "changed-meanwhile",
    "debt-open",
    "points-short",
  ],
});

export const listScanTiers = endpoint({
  id: "listScanTiers",
  method: "GET",
  path: "/api/scans/:scan/tiers",
  who: "scan.open",
  summary: "The ladder for the scanned member.",
  answer: TierLadderView,
  problems: ["scan-expired"],
});

export const buyTierByScan = endpoint({
  id: "buyTierByScan",
  method: "POST",
  path: "/api/scans/:scan/tiers",
  who: "gift.claim",
  summary: "Spends the scanned member's points to climb to a tier; asks a scan that may spend.",
  body: z.strictObject(wish),
  answer: Bought,
  status: 201,
  once: true,
  problems: [
    "scan-expired",
    "scan-used",
    "scan-earn-only",
    "member-frozen",
    "not-found",
    "tier-held",
    "changed-meanwhile",
    "debt-open",
    "points-short",
  ],
});
