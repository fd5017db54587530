import type { searchMembers, showMember } from "../../../shared/console/endpoints.ts";
import type { AnswerOf } from "../../../shared/endpoint.ts";
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
      externalRef: index % 23 === 9 ? `K${1000 + index}` : null,
    };
  });
};

export const everyone = rows();

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
  frozen: null,
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
  frozen: { reason: "疑似盗用", at: now - 3_600_000, by: "何敏" },
  lots: [],
  cards: [],
  devices: [],
  tags: [],
  waiting: [],
};
