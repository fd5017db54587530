import type { screenMembers, showMemberRecord, TagRow } from "../../../shared/console/endpoints.ts";
import type { AnswerOf, BodyOf } from "../../../shared/endpoint.ts";
import { everyone, type Found } from "./members.ts";
import { log } from "./office.ts";
import { day, market, now } from "./places.ts";

/** The same people as a screening shows them. */
export const screenIn = (
  { brandId, filter, sort, after, limit = 50 }: BodyOf<typeof screenMembers>,
): AnswerOf<typeof screenMembers> => {
  const key = sort?.key ?? "joined";
  const value = (row: Found["members"][number]) =>
    key === "points" ? row.balance : key === "name" ? row.nameMasked : row.joinedAt;
  const all = everyone.filter((row) =>
    row.brandId === brandId && row.balance >= (filter.pointsMin ?? 0) &&
    row.balance <= (filter.pointsMax ?? Infinity) && (!filter.state || row.state === filter.state)
  ).sort((a, b) => (value(a) < value(b) ? -1 : 1) * (sort?.descending ?? true ? -1 : 1));
  const from = after ? all.findIndex((row) => row.id === after) + 1 : 0;
  const page = all.slice(from, from + limit);
  return {
    members: page.map((row, n) => ({
      ...row,
      lastBoughtAt: n % 4 === 3 ? null : now - (n * 3 + 1) * day,
      storeId: "sto_xuhui",
      tags: n % 3 === 0 ? [{ id: "tag_value", name: "高价值" }] : [],
    })),
    nextAfter: from + limit < all.length ? page.at(-1)?.id ?? null : null,
    total: after ? null : all.length,
  };
};

export const tags: TagRow[] = [
  {
    id: "tag_value",
    brandId: market,
    name: "高价值",
    screening: null,
    members: 118,
    refreshedAt: null,
  },
  {
    id: "tag_asleep",
    brandId: market,
    name: "沉睡会员",
    screening: { notBoughtSince: "2026-08-22", pointsMin: 100 },
    members: 2_043,
    refreshedAt: now - day / 2,
  },
];

export const record: AnswerOf<typeof showMemberRecord> = {
  claims: [
    {
      id: "clm_01",
      giftZh: "怀旧搪瓷杯",
      giftEn: "Enamel mug",
      points: 800,
      claimedAt: now - 3 * day,
      storeId: "sto_xuhui",
      state: "open",
    },
    {
      id: "clm_02",
      giftZh: "鲜鸡蛋 30 枚",
      giftEn: "Tray of 30 eggs",
      points: 900,
      claimedAt: now - 40 * day,
      storeId: "sto_xuhui",
      state: "handed-over",
    },
  ],
  changes: log.rows.filter((row) => row.subject === "mem_001"),
};
