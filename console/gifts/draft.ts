import { dayOf, endOfDay, isDay, startOfDay } from "../../shared/business-day.ts";
import { type GiftInput, type GiftRow, plainGift } from "../../shared/console/endpoints.ts";
import { breachesOf, type GiftBreach } from "../../shared/gifts/gift-rules.ts";
import type * as z from "zod/mini";
import { fenOf, wholeOf, yuanText } from "../form/typed-number.ts";
import { momentOf, momentText } from "../form/typed-time.ts";

export type Gift = z.infer<typeof GiftRow>;
export type GiftFields = z.infer<typeof GiftInput>;

export type TierPriceDraft = { level: string; points: string; moneyFen: string };
export type PartDraft = { giftId: string; pieces: string };

/** A gift as it is typed. Names are those of the API, so that its refusals find their field; what is
 *  inside of flash and event is joined to it (flash.points: flashPoints). Amounts are in yuan, an
 *  empty text is no limit, days and moments are those of the stores. */
export interface GiftDraft {
  code: string;
  nameZh: string;
  nameEn: string;
  detailZh: string;
  detailEn: string;
  picture: string;
  kind: Gift["kind"];
  points: string;
  moneyFen: string;
  quantity: string;
  tierPrices: TierPriceDraft[];
  flashOn: boolean;
  flashPoints: string;
  flashMoneyFen: string;
  flashFrom: string;
  flashUntil: string;
  flashPieces: string;
  marketFen: string;
  tierLevelMin: string;
  perMemberMax: string;
  memberDayMax: string;
  dayMax: string;
  /** First day on offer. */
  opensAt: string;
  /** Last day on offer. */
  closesAt: string;
  claimDays: string;
  shelfId: string;
  productId: string;
  promoted: boolean;
  byPickUp: boolean;
  byDelivery: boolean;
  eventAt: string;
  eventVenueZh: string;
  eventVenueEn: string;
  eventPlaces: string;
  parts: PartDraft[];
  payoutFen: string;
  couponCode: string;
  listed: boolean;
}

const amount = (value: number | null): string => value === null ? "" : String(value);
const money = (fen: number): string => fen === 0 ? "" : yuanText(fen);

export const draftFrom = (gift: Omit<Gift, "stocks" | "claims30" | "taken">): GiftDraft => ({
  code: gift.code,
  nameZh: gift.nameZh,
  nameEn: gift.nameEn,
  detailZh: gift.detailZh,
  detailEn: gift.detailEn,
  picture: gift.picture,
  kind: gift.kind,
  points: String(gift.points),
  moneyFen: money(gift.moneyFen),
  quantity: String(gift.quantity),
  tierPrices: gift.tierPrices.map(({ level, points, moneyFen }) => ({
    level: String(level),
    points: String(points),
    moneyFen: money(moneyFen),
  })),
  ...flashDraft(gift.flash),
  marketFen: yuanText(gift.marketFen),
  tierLevelMin: String(gift.tierLevelMin),
  perMemberMax: amount(gift.perMemberMax),
  memberDayMax: amount(gift.memberDayMax),
  dayMax: amount(gift.dayMax),
  opensAt: gift.opensAt === null ? "" : dayOf(gift.opensAt),
  // The last day on offer is the one before the instant at which it ends.
  closesAt: gift.closesAt === null ? "" : dayOf(gift.closesAt - 1),
  claimDays: String(gift.claimDays),
  shelfId: gift.shelfId ?? "",
  productId: gift.productId ?? "",
  promoted: gift.promoted,
  byPickUp: gift.byPickUp,
  byDelivery: gift.byDelivery,
  eventAt: gift.event ? momentText(gift.event.at) : "",
  eventVenueZh: gift.event?.venueZh ?? "",
  eventVenueEn: gift.event?.venueEn ?? "",
  eventPlaces: amount(gift.event?.places ?? null),
  parts: gift.parts.map(({ giftId, pieces }) => ({ giftId, pieces: String(pieces) })),
  payoutFen: gift.payoutFen === null ? "" : yuanText(gift.payoutFen),
  couponCode: gift.couponCode ?? "",
  listed: gift.state === "listed",
});

const flashDraft = (flash: Gift["flash"]) => ({
  flashOn: flash !== null,
  flashPoints: amount(flash?.points ?? null),
  flashMoneyFen: flash ? money(flash.moneyFen) : "",
  flashFrom: flash ? momentText(flash.from) : "",
  flashUntil: flash ? momentText(flash.until) : "",
  flashPieces: amount(flash?.pieces ?? null),
});

export const emptyGift: GiftDraft = {
  ...draftFrom({
    ...plainGift,
    id: "",
    brandId: "",
    revision: 0,
    code: "",
    nameZh: "",
    nameEn: "",
    detailZh: "",
    detailEn: "",
    picture: "",
    kind: "goods",
    points: 0,
    marketFen: 0,
    tierLevelMin: 0,
    perMemberMax: null,
    opensAt: null,
    closesAt: null,
    claimDays: 30,
    state: "listed",
  }),
  points: "",
  marketFen: "",
};

/** An empty gift with the days that the brand keeps its gifts; null: the house's own. */
export const emptyGiftFor = (claimDays: number | null): GiftDraft => ({
  ...emptyGift,
  ...(claimDays === null ? {} : { claimDays: String(claimDays) }),
});

const instant = (day: string, at: (day: string) => number): number | null =>
  day === "" ? null : isDay(day) ? at(day) : NaN;
const limit = (text: string): number | null => text.trim() === "" ? null : wholeOf(text);
const fenOrNone = (text: string): number => text.trim() === "" ? 0 : fenOf(text);

/** What would be sent; NaN stands for what is no number or moment. What belongs to another kind of
 *  gift is left out, though it stays typed. */
export const fieldsFrom = (draft: GiftDraft) => ({
  code: draft.code.trim(),
  nameZh: draft.nameZh,
  nameEn: draft.nameEn,
  detailZh: draft.detailZh.trim(),
  detailEn: draft.detailEn.trim(),
  picture: draft.picture,
  kind: draft.kind,
  points: wholeOf(draft.points),
  moneyFen: fenOrNone(draft.moneyFen),
  quantity: wholeOf(draft.quantity),
  tierPrices: draft.tierPrices.map((price) => ({
    level: Number(price.level),
    points: wholeOf(price.points),
    moneyFen: fenOrNone(price.moneyFen),
  })),
  flash: draft.flashOn
    ? {
      points: wholeOf(draft.flashPoints),
      moneyFen: fenOrNone(draft.flashMoneyFen),
      from: momentOf(draft.flashFrom),
      until: momentOf(draft.flashUntil),
      pieces: limit(draft.flashPieces),
    }
    : null,
  marketFen: fenOrNone(draft.marketFen),
  tierLevelMin: Number(draft.tierLevelMin),
  perMemberMax: limit(draft.perMemberMax),
  memberDayMax: limit(draft.memberDayMax),
  dayMax: limit(draft.dayMax),
  opensAt: instant(draft.opensAt, startOfDay),
  closesAt: instant(draft.closesAt, endOfDay),
  claimDays: wholeOf(draft.claimDays),
  shelfId: draft.shelfId || null,
  productId: draft.productId || null,
  promoted: draft.promoted,
  byPickUp: draft.byPickUp,
  byDelivery: draft.byDelivery,
  event: draft.kind === "event"
    ? {
      at: momentOf(draft.eventAt),
      venueZh: draft.eventVenueZh,
      venueEn: draft.eventVenueEn,
      places: wholeOf(draft.eventPlaces),
    }
    : null,
  parts: draft.kind === "bundle"
    ? draft.parts.map(({ giftId, pieces }) => ({ giftId, pieces: wholeOf(pieces) }))
    : [],
  payoutFen: draft.kind === "cash" || draft.kind === "stored-value"
    ? (draft.payoutFen.trim() === "" ? null : fenOf(draft.payoutFen))
    : null,
  couponCode: draft.kind === "coupon" ? draft.couponCode.trim() || null : null,
  state: draft.listed ? "listed" as const : "hidden" as const,
});

/** What does not fit together, at the field where it is typed. */
export function wrongTogether(
  draft: GiftDraft,
  say: (breach: GiftBreach) => string,
): Partial<Record<keyof GiftDraft, string>> {
  const wrong: Partial<Record<keyof GiftDraft, string>> = {};
  for (const { field, breach } of breachesOf(fieldsFrom(draft))) {
    const typed = field === "flash"
      ? (breach === "flash-turned" ? "flashUntil" : "flashPoints")
      : field === "event"
      ? "eventAt"
      : field;
    wrong[typed as keyof GiftDraft] ??= say(breach);
  }
  return wrong;
}
