import type { showProgramme } from "../../../shared/console/endpoints.ts";
import type { AnswerOf } from "../../../shared/endpoint.ts";
import type { Draft } from "../../../shared/console/draft-doors.ts";
import type { ProgrammeRules } from "../../../shared/programme/rules.ts";
import { bakery, day, market, now } from "./places.ts";
import { rich } from "./programme-body.ts";

type Programme = AnswerOf<typeof showProgramme>;

const tier = (level: number, nameZh: string, nameEn: string, colour: string, yuan: number) => ({
  id: `tie_${nameEn.toLowerCase().replace(/\W/g, "")}`,
  level,
  nameZh,
  nameEn,
  colour,
  thresholdFen: yuan * 100,
});

export const tiers: Programme["tiers"] = [
  tier(0, "福卡", "Classic", "#b3321f", 0),
  tier(1, "银福卡", "Silver", "#a8adb5", 2_000),
  tier(2, "金福卡", "Gold", "#d9a93a", 8_000),
  tier(3, "尊享卡", "Reserve", "#2f6b57", 20_000),
];

const category = (id: string, parentId: string | null, nameZh: string, nameEn: string) => ({
  id: `cat_${id}`,
  parentId: parentId && `cat_${parentId}`,
  nameZh,
  nameEn,
});

export const categories: Programme["categories"] = [
  category("fresh", null, "生鲜", "Fresh food"),
  category("fruit", "fresh", "水果", "Fruit"),
  category("greens", "fresh", "蔬菜", "Vegetables"),
  category("seafood", "fresh", "水产", "Seafood"),
  category("pantry", null, "粮油调味", "Pantry"),
  category("rice", "pantry", "米面", "Rice and flour"),
  category("oil", "pantry", "食用油", "Cooking oil"),
  category("drinks", null, "酒水饮料", "Drinks"),
  category("liquor", "drinks", "白酒", "Spirits"),
  category("soft", "drinks", "饮料", "Soft drinks"),
  category("tobacco", null, "烟草", "Tobacco"),
  category("cards", null, "购物卡", "Gift cards"),
  category("home", null, "家居日用", "Household"),
];

const rules = (rest: Partial<ProgrammeRules>): ProgrammeRules => ({
  v: 1,
  fenPerPoint: 1_000,
  pointsPerStep: 1,
  minSaleFen: 0,
  tierFactorPercent: {},
  excludedCategoryIds: ["cat_tobacco", "cat_cards"],
  carryRemainder: true,
  validity: { kind: "months", months: 12 },
  pendingDays: 0,
  signUpPoints: 100,
  ...rest,
});

const version = (
  number: number,
  effectiveFrom: number,
  publishedBy: string | null,
  body: ProgrammeRules,
): Programme["versions"][number] => ({
  id: `rul_v${number}`,
  brandId: market,
  version: number,
  effectiveFrom,
  publishedAt: effectiveFrom - 2 * day,
  publishedBy,
  approvedBy: null,
  repeats: null,
  withdrawnAt: null,
  body,
});

const third = rich(rules({
  tierFactorPercent: { tie_silver: 120, tie_gold: 150, tie_reserve: 200 },
}));

export const programme: Programme = {
  tiers,
  categories,
  versions: [
    version(3, now - 96 * day, "罗晓彤", third),
    version(
      2,
      now - 340 * day,
      "罗晓彤",
      rules({ tierFactorPercent: { tie_gold: 150 }, signUpPoints: 50, carryRemainder: false }),
    ),
    version(
      1,
      now - 700 * day,
      null,
      rules({
        excludedCategoryIds: ["cat_tobacco"],
        signUpPoints: 0,
        carryRemainder: false,
        validity: { kind: "year-end", years: 1 },
      }),
    ),
  ],
};

/** The same with a version that waits for its day. */
export const comingProgramme: Programme = {
  ...programme,
  versions: [
    version(4, now + 9 * day, "陈立群", {
      ...third,
      minSaleFen: 2_000,
      tierFactorPercent: { ...third.tierFactorPercent, tie_reserve: 250 },
      pendingDays: 7,
    }),
    ...programme.versions,
  ],
};

/** What a colleague published while somebody edited. */
export const overtakenProgramme: Programme = {
  ...programme,
  versions: [
    version(4, now + day, "陈立群", { ...third, signUpPoints: 200, fenPerPoint: 500 }),
    ...programme.versions,
  ],
};

export const emptyProgramme: Programme = { versions: [], tiers: [], categories: [] };

export const programmeOf = (brandId: string): Programme =>
  brandId === bakery
    ? {
      tiers: tiers.slice(0, 2),
      categories: [
        category("bread", null, "面包", "Bread"),
        category("cake", null, "蛋糕", "Cake"),
      ],
      versions: [{
        ...version(1, now - 200 * day, "罗晓彤", rules({ excludedCategoryIds: [] })),
        brandId,
        id: "rul_bakery1",
      }],
    }
    : programme;

/** A draft that changes two things. */
export const draft: Draft = {
  id: "drf_twelve",
  brandId: market,
  name: "双十二活动",
  basedOnVersion: 3,
  revision: 4,
  changedBy: "罗晓彤",
  changedAt: now - 40 * 60_000,
  body: {
    ...third,
    fenPerPoint: 800,
    rules: third.rules?.map((rule) =>
      rule.id === "member-day" ? { ...rule, gives: { kind: "multiplier", percent: 250 } } : rule
    ),
  },
};

/** One that cannot be published: two rules of a group with one priority, a bonus for no goods. */
export const brokenDraft: Draft = {
  ...draft,
  id: "drf_broken",
  body: {
    ...draft.body,
    groups: [{ id: "days", nameZh: "日子与时段", nameEn: "Days and hours", mode: "exclusive" }],
    rules: draft.body.rules?.map((rule) =>
      rule.id === "new-rice"
        ? { ...rule, lines: {} }
        : rule.id === "happy-hour"
        ? { ...rule, priority: 20 }
        : rule
    ),
  },
};
