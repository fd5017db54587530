/** The demo chain's gifts: a ladder from the key ring to electronics, services, virtual ones, one
 *  that opens later, some for high tiers only. @module */
import type { PictureName } from "../../shared/gifts/pictures.ts";
import type { GiftKind } from "../../shared/gifts/gift.ts";

export type DemoGift = {
  picture: PictureName;
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
