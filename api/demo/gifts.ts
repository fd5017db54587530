/** The demo chain's gifts: a ladder from the key ring to electronics, services, virtual ones, one
 *  that opens later, some for high tiers only. @module */
import type { PictureName } from "../../shared/gifts/pictures.ts";
import type { GiftKind } from "../../shared/gifts/kinds.ts";

/** What the mall adds to a gift; days and hours count from the demo's last day. */
export type DemoMall = {
  moneyFen?: number;
  quantity?: number;
  /** By tier level: points, or points and fen. */
  tierPrices?: Readonly<Record<number, number>>;
  flash?: { points: number; untilInDays: number; pieces?: number };
  memberDayMax?: number;
  dayMax?: number;
  promoted?: boolean;
  delivery?: boolean;
  event?: { inDays: number; atHour: number; venueZh: string; venueEn: string; places: number };
  /** Keys of the gifts it is made of. */
  parts?: Readonly<Record<string, number>>;
  couponCode?: string;
};

export type DemoShelf = { key: string; zh: string; en: string; kind: "shelf" | "menu" };

export type DemoGift = {
  picture: PictureName;
  /** Names it where a picture stands for more than one gift. */
  key?: string;
  shelf?: string;
  mall?: DemoMall;
  /** Came too late for the year that the demo has behind it. */
  fresh?: boolean;
  zh: string;
  en: string;
  detailZh: string;
  detailEn: string;
  points: number;
  marketFen: number;
  kind?: GiftKind;
  tierLevelMin?: number;
  perMemberMax?: number;
  claimDays?: number;
  /** Days from the demo's last day. */
  opensInDays?: number;
  closesInDays?: number;
  /** What is left at each store of the brand when the demo opens, in the stores' order. */
  left: readonly number[];
};
