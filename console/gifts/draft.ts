import { dayOf, endOfDay, isDay, startOfDay } from "../../shared/business-day.ts";
import type { GiftInput, GiftRow } from "../../shared/console/endpoints.ts";
import type * as z from "zod/mini";
import { fenOf, wholeOf, yuanText } from "../form/typed-number.ts";

export type Gift = z.infer<typeof GiftRow>;
export type GiftFields = z.infer<typeof GiftInput>;

/** A gift as it is typed. Names are those of the API, so that its refusals find their field. */
export interface GiftDraft {
  code: string;
  nameZh: string;
  nameEn: string;
  detailZh: string;
  detailEn: string;
  picture: string;
  kind: Gift["kind"];
  points: string;
  /** Yuan. */
  marketFen: string;
  tierLevelMin: string;
  /** Empty: no limit. */
  perMemberMax: string;
  /** First day on offer, or empty. */
  opensAt: string;
  /** Last day on offer, or empty. */
  closesAt: string;
  claimDays: string;
  listed: boolean;
}

export const emptyGift: GiftDraft = {
  code: "",
  nameZh: "",
  nameEn: "",
  detailZh: "",
  detailEn: "",
  picture: "",
  kind: "goods",
  points: "",
  marketFen: "",
  tierLevelMin: "0",
  perMemberMax: "",
  opensAt: "",
  closesAt: "",
  claimDays: "30",
  listed: true,
};

export const draftFrom = (gift: Gift): GiftDraft => ({
  code: gift.code,
  nameZh: gift.nameZh,
  nameEn: gift.nameEn,
  detailZh: gift.detailZh,
  detailEn: gift.detailEn,
  picture: gift.picture,
  kind: gift.kind,
  points: String(gift.points),
  marketFen: yuanText(gift.marketFen),
  tierLevelMin: String(gift.tierLevelMin),
  perMemberMax: gift.perMemberMax === null ? "" : String(gift.perMemberMax),
  opensAt: gift.opensAt === null ? "" : dayOf(gift.opensAt),
  // The last day on offer is the one before the instant at which it ends.
  closesAt: gift.closesAt === null ? "" : dayOf(gift.closesAt - 1),
  claimDays: String(gift.claimDays),
  listed: gift.state === "listed",
});

const instant = (day: string, at: (day: string) => number): number | null =>
  day === "" ? null : isDay(day) ? at(day) : NaN;

/** What would be sent; NaN stands for what is no number or day. */
export const fieldsFrom = (draft: GiftDraft) => ({
  code: draft.code.trim(),
  nameZh: draft.nameZh,
  nameEn: draft.nameEn,
  detailZh: draft.detailZh.trim(),
  detailEn: draft.detailEn.trim(),
  picture: draft.picture,
  kind: draft.kind,
  points: wholeOf(draft.points),
  marketFen: draft.marketFen.trim() === "" ? 0 : fenOf(draft.marketFen),
  tierLevelMin: Number(draft.tierLevelMin),
  perMemberMax: draft.perMemberMax.trim() === "" ? null : wholeOf(draft.perMemberMax),
  opensAt: instant(draft.opensAt, startOfDay),
  closesAt: instant(draft.closesAt, endOfDay),
  claimDays: wholeOf(draft.claimDays),
  state: draft.listed ? "listed" as const : "hidden" as const,
});

/** The window is the wrong way round. */
export const closesTooEarly = (draft: GiftDraft): boolean =>
  isDay(draft.opensAt) && isDay(draft.closesAt) && draft.closesAt < draft.opensAt;
