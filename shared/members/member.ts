/** A member: who holds an account. What leaves the house about one, per reader. @module */
import * as z from "zod/mini";
import { PlainText } from "../plain-text.ts";
import { Day, Fen, Id as IdOf, Instant, Points, PointsSigned } from "../schema.ts";

export const PersonName = PlainText(40, 1);
export const Phone = z.string().check(z.regex(/^1[3-9]\d{9}$/));
export const Pin = z.string().check(z.regex(/^\d{6}$/));
export const OneTimeCode = z.string().check(z.regex(/^\d{6}$/));
export const Language = z.enum(["zh-CN", "en"]);
/** A birthday: a year may be unknown (0000); lunar days are kept as the lunar month and day, those of
 *  a doubled month as "lunar-leap". */
export const Birthday = z.strictObject({
  on: z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)),
  calendar: z.enum(["solar", "lunar", "lunar-leap"]),
});
/** As a member says it; somebody who would rather not has said so too. */
export const Sex = z.enum(["female", "male", "undisclosed"]);

export const TierBadge = z.object({
  id: IdOf("tier"),
  level: z.int(),
  nameZh: z.string(),
  nameEn: z.string(),
  colour: z.string(),
});

export const TierProgress = z.object({
  current: TierBadge,
  next: z.nullable(TierBadge),
  /** What counts: spending, then the amounts in fen hold, or points, then those in points. */
  basis: z.optional(z.enum(["spending", "points"])),
  qualifyingFen: Fen,
  missingFen: Fen,
  qualifyingPoints: z.optional(Points),
  missingPoints: z.optional(Points),
  /** What the next tier costs in points outright, where it is sold. */
  nextPricePoints: z.optional(z.nullable(Points)),
  /** The last day the tier is held without a look; in grace the last day of that. */
  reviewOn: z.optional(z.nullable(Day)),
  graceUntil: z.optional(z.nullable(Day)),
  /** Still missing (fen or points) to keep the tier at its review. */
  keepMissing: z.optional(Points),
  /** 0 to 1 of the way to the next tier. */
  ratio: z.number(),
});

/** What the member sees of themselves. */
export const MemberProfile = z.object({
  id: IdOf("member"),
  brandId: IdOf("brand"),
  brandNameZh: z.string(),
  brandNameEn: z.string(),
  /** What the brand calls its points. */
  pointsNameZh: z.optional(z.string()),
  pointsNameEn: z.optional(z.string()),
  name: z.string(),
  phoneMasked: z.nullable(z.string()),
  birthday: z.nullable(Birthday),
  sex: z.nullable(Sex),
  language: Language,
  joinedAt: Instant,
  hasPin: z.boolean(),
  deviceId: IdOf("device"),
});
export type MemberProfile = z.infer<typeof MemberProfile>;

/** Points at a glance; lapsed lots are never counted. */
export const PointsSummary = z.object({
  spendable: Points,
  pending: Points,
  debt: Points,
  carryMicro: z.int(),
  /** What lapses within 30 days, and when the first of it does. */
  lapsingSoon: Points,
  lapsesNextAt: z.nullable(Instant),
  tier: TierProgress,
});
export type PointsSummary = z.infer<typeof PointsSummary>;

/** What staff and kiosks see: masked. */
export const MemberMasked = z.object({
  id: IdOf("member"),
  nameMasked: z.string(),
  phoneMasked: z.nullable(z.string()),
  joinedAt: Instant,
  birthdayToday: z.boolean(),
});
export type MemberMasked = z.infer<typeof MemberMasked>;

export const LotView = z.object({
  id: IdOf("lot"),
  original: Points,
  remaining: Points,
  availableAt: Instant,
  lapsesAt: z.nullable(Instant),
  earnedAt: Instant,
  kind: z.string(),
  storeNameZh: z.nullable(z.string()),
  storeNameEn: z.nullable(z.string()),
});
export type LotView = z.infer<typeof LotView>;

export const HistoryRow = z.object({
  journalId: IdOf("journal"),
  seq: z.int(),
  /** accrual, sign-up, redemption, release, return, lapse, adjustment, debt-repaid */
  kind: z.string(),
  amount: PointsSigned,
  balanceAfter: Points,
  at: Instant,
  storeNameZh: z.nullable(z.string()),
  storeNameEn: z.nullable(z.string()),
  /** What it was about, in Chinese or as the till printed it; see entry-title.ts. */
  title: z.nullable(z.string()),
  /** The same in English, where there is one. */
  titleEn: z.optional(z.string()),
});
export type HistoryRow = z.infer<typeof HistoryRow>;
export const HistoryQuery = z.object({
  before: z.optional(z.coerce.number().check(z.int(), z.gte(1))),
  limit: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(100))),
});
export const HistoryPage = z.object({ rows: z.array(HistoryRow), nextBefore: z.nullable(z.int()) });

/** One entry opened: the sale's lines, the rule and its version, the arithmetic, the lots. */
export const Explanation = z.object({
  journalId: IdOf("journal"),
  kind: z.string(),
  at: Instant,
  storeNameZh: z.nullable(z.string()),
  storeNameEn: z.nullable(z.string()),
  amount: PointsSigned,
  orderNo: z.nullable(z.string()),
  rulesVersion: z.nullable(z.int()),
  rulesEffectiveFrom: z.nullable(Instant),
  lines: z.array(z.object({
    n: z.int(),
    name: z.string(),
    quantityMilli: z.int(),
    amountFen: Fen,
    returnedFen: Fen,
  })),
  /** Codes and numbers (shared/points reasons); the wording layer makes sentences of them. */
  reasons: z.array(z.record(z.string(), z.unknown())),
  /** Rules that did not hold at the sale, each with the first condition that failed. */
  missed: z.optional(z.array(z.record(z.string(), z.unknown()))),
  lots: z.array(z.object({
    lotId: IdOf("lot"),
    amount: PointsSigned,
    lapsesAt: z.nullable(Instant),
    earnedAt: Instant,
  })),
  reverses: z.nullable(IdOf("journal")),
  hash: z.string(),
});
export type Explanation = z.infer<typeof Explanation>;
