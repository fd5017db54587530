import type { MemberProfile, PointsSummary } from "../../shared/members/member.ts";

/** The moment at which the bench stands: a Sunday afternoon. */
export const NOW = Date.parse("2026-11-22T15:42:00+08:00");
const DAY = 86_400_000;

/** An instant some days from the bench's now. */
export const daysFromNow = (days: number): number => NOW + days * DAY;

export const xiaomei: MemberProfile = {
  id: "mem_0190000001",
  brandId: "brd_0190000001",
  brandNameZh: "福满鲜生",
  brandNameEn: "Fuman Fresh",
  name: "林晓梅",
  phoneMasked: "138****6027",
  birthday: { on: "1991-08-15", calendar: "lunar" },
  sex: "female",
  language: "zh-CN",
  joinedAt: Date.parse("2024-03-09T10:12:00+08:00"),
  hasPin: true,
  deviceId: "dev_0190000001",
};

const TIERS = [
  ["普卡", "Basic"],
  ["银卡", "Silver"],
  ["金卡", "Gold"],
  ["翡翠卡", "Jade"],
  ["墨金卡", "Ink & Gold"],
] as const;

const badge = (level: number) => ({
  id: `tie_019000000${level}`,
  level,
  nameZh: TIERS[level]?.[0] ?? "",
  nameEn: TIERS[level]?.[1] ?? "",
  colour: "oklch(0.7 0.1 80)",
});

/** Points of a member at a tier. */
export const pointsAt = (level: number, more: Partial<PointsSummary> = {}): PointsSummary => ({
  spendable: 12_480,
  pending: 0,
  debt: 0,
  carryMicro: 0,
  lapsingSoon: 0,
  lapsesNextAt: null,
  tier: {
    current: badge(level),
    next: level < 4 ? badge(level + 1) : null,
    qualifyingFen: 386_420,
    missingFen: level < 4 ? 113_580 : 0,
    ratio: level < 4 ? 0.77 : 1,
  },
  ...more,
});

/** Nothing loaded yet. */
export const waiting = { data: null, at: null, busy: true, trouble: null };
/** No network and nothing kept. */
export const offlineEmpty = {
  data: null,
  at: null,
  busy: false,
  trouble: { offline: true, code: null, fields: {}, reference: null },
};
/** The server failed. */
export const failed = {
  data: null,
  at: null,
  busy: false,
  trouble: { offline: false, code: "internal", fields: {}, reference: "req_7f3a91c2" },
};
/** What has just come in. */
export const here = <T>(data: T) => ({ data, at: NOW, busy: false, trouble: null });
/** What was kept from the last visit, shown without a network. */
export const kept = <T>(data: T) => ({
  data,
  at: daysFromNow(-1),
  busy: false,
  trouble: { offline: true, code: null, fields: {}, reference: null },
});
