import type {
  screenMembers,
  searchMembers,
  showMember,
  showMemberRecord,
  TagRow,
} from "../../../shared/console/endpoints.ts";
import type { AnswerOf, BodyOf } from "../../../shared/endpoint.ts";
import { log } from "./office.ts";
import { bakery, day, dice, market, now } from "./places.ts";
import { tiers } from "./programme.ts";

export type Found = AnswerOf<typeof searchMembers>;
export type Member = AnswerOf<typeof showMember>;

const surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗".split("");

const rows = (): Found["members"] => {
  const roll = dice(88);
  return Array.from({ length: 120 }, (_, index) => {
    const tier = tiers[Math.floor(roll() ** 2.2 * 4)] ?? tiers[0];
    const tail = String(Math.floor(roll() * 10_000)).padStart(4, "0");
    const head = ["138", "139", "186", "177", "150", "133"][Math.floor(roll() * 6)];
    return {
      id: `mem_${String(index).padStart(3, "0")}`,
      brandId: roll() < 0.8 ? market : bakery,
      nameMasked: index % 17 === 5
        ? "M***"
        : `${surnames[Math.floor(roll() * surnames.length)]}${roll() < 0.6 ? "**" : "*"}`,
      phoneMasked: index % 23 === 9 ? null : `${head}****${tail}`,
      tierNameZh: tier?.nameZh ?? "",
      tierNameEn: tier?.nameEn ?? "",
      tierColour: tier?.colour ?? "",
      balance: Math.floor(roll() ** 3 * 9_000),
      joinedAt: now - index * 1.7 * day,
      state: index % 31 === 12 ? "frozen" : "active",
    };
  });
};

const everyone = rows();

/** As the API does: digits find phones by their tail, letters names by their beginning. */
export const searchIn = (
  { text, brandId, tierId, after, limit = 50 }: {
    text: string;
    brandId?: string | undefined;
    tierId?: string | undefined;
    after?: string | undefined;
    limit?: number | undefined;
  },
): Found => {
  const tierName = tiers.find((tier) => tier.id === tierId)?.nameZh;
  const found = everyone.filter((each) =>
    (!brandId || each.brandId === brandId) && (!tierName || each.tierNameZh === tierName) &&
    (text === "" || each.nameMasked.startsWith(text) || each.phoneMasked?.endsWith(text))
  );
  const from = after ? found.findIndex((each) => each.id === after) + 1 : 0;
  const page = found.slice(from, from + limit);
  const more = from + limit < found.length;
  return { members: page, nextAfter: more ? page[page.length - 1]?.id ?? null : null };
};

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

const lot = (
  id: number,
  points: [remaining: number, original: number],
  earnedDaysAgo: number,
  lapsesInDays: number | null,
  kind = "accrual",
  pendingDays = 0,
): Member["lots"][number] => ({
  id: `lot_${id}0`,
  remaining: points[0],
  original: points[1],
  earnedAt: now - earnedDaysAgo * day,
  availableAt: now - earnedDaysAgo * day + pendingDays * day,
  lapsesAt: lapsesInDays === null
    ? null
    : Math.floor((now + lapsesInDays * day) / day) * day + 16 * 3_600_000,
  kind,
  storeNameZh: "徐汇天钥桥店",
  storeNameEn: "Xuhui Tianyaoqiao",
});

const badge = (index: number) => {
  const { thresholdFen: _, ...rest } = tiers[index] ?? tiers[0]!;
  return rest;
};

export const member: Member = {
  id: "mem_001",
  brandId: market,
  nameMasked: "林**",
  phoneMasked: "138****6021",
  birthday: "1988-05-20",
  joinedAt: now - 640 * day,
  source: "counter",
  state: "active",
  externalRef: null,
  points: {
    spendable: 2_486,
    pending: 32,
    debt: 0,
    carryMicro: 850_000,
    lapsingSoon: 186,
    lapsesNextAt: now + 9 * day,
    tier: {
      current: badge(2),
      next: badge(3),
      qualifyingFen: 1_286_450,
      missingFen: 713_550,
      ratio: 0.41,
    },
  },
  lots: [
    lot(1, [86, 210], 356, 8),
    lot(2, [100, 100], 340, 24, "sign-up"),
    lot(3, [320, 320], 300, 64),
    lot(4, [410, 410], 260, 104),
    lot(5, [150, 500], 210, 154, "adjustment"),
    lot(6, [620, 620], 150, 214),
    lot(7, [480, 480], 90, 274),
    lot(8, [320, 320], 30, 334),
    lot(9, [32, 32], 1, 364, "accrual", 7),
  ],
  cards: [
    {
      id: "crd_01",
      medium: "ecard",
      numberMasked: "",
      state: "active",
      issuedAt: now - 620 * day,
    },
    {
      id: "crd_02",
      medium: "plastic",
      numberMasked: "91** **** **** 3456",
      state: "active",
      issuedAt: now - 120 * day,
    },
    {
      id: "crd_03",
      medium: "plastic",
      numberMasked: "91** **** **** 0872",
      state: "lost",
      issuedAt: now - 640 * day,
    },
  ],
  devices: [{ id: "dev_01", label: "iPhone 15", seenAt: now - 3_600_000 }],
  birthdayCalendar: "solar",
  tags: [
    { id: "tag_value", name: "高价值", screened: false },
    { id: "tag_asleep", name: "沉睡会员", screened: true },
  ],
  waiting: [{ id: "apv_0003", points: 8_000, askedAt: now - 2 * 3_600_000 }],
};

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

/** Somebody who joined today and did nothing yet. */
export const newcomer: Member = {
  ...member,
  id: "mem_002",
  nameMasked: "M***",
  phoneMasked: null,
  birthday: null,
  joinedAt: now,
  source: "app",
  points: {
    spendable: 0,
    pending: 0,
    debt: 320,
    carryMicro: 0,
    lapsingSoon: 0,
    lapsesNextAt: null,
    tier: {
      current: badge(0),
      next: badge(1),
      qualifyingFen: 0,
      missingFen: 200_000,
      ratio: 0,
    },
  },
  state: "frozen",
  lots: [],
  cards: [],
  devices: [],
  tags: [],
  waiting: [],
};
