import { defaultGrantRules } from "../../shared/grants/grant-rules.ts";
import type { EarningRule } from "../../shared/points/earning-rules.ts";
import type { MemberProgramme } from "../../shared/programme/endpoints.ts";
import { ProgrammeView } from "../programme/programme-view.tsx";
import { failed, here, kept, offlineEmpty, waiting } from "./people.ts";
import type { BenchState } from "./state.ts";

const rule = (id: string, nameZh: string, nameEn: string, more: Partial<EarningRule>) => ({
  id,
  nameZh,
  nameEn,
  on: true,
  when: {},
  lines: {},
  gives: { kind: "multiplier" as const, percent: 200 },
  priority: 0,
  groupId: null,
  caps: null,
  ...more,
});

const read: MemberProgramme = {
  version: 4,
  effectiveFrom: Date.parse("2026-10-01T00:00:00+08:00"),
  day: "2026-11-22",
  tierId: "tie_0190000002",
  birthday: [],
  rules: {
    v: 1,
    fenPerPoint: 100,
    pointsPerStep: 1,
    minSaleFen: 500,
    tierFactorPercent: { tie_0190000001: 120, tie_0190000002: 150 },
    excludedCategoryIds: ["cat_0190000001", "cat_0190000002"],
    rules: [
      rule("festivals", "过节双倍", "Festival double", {
        when: {
          festivals: {
            ids: ["spring-festival", "mid-autumn", "double-twelve"],
            daysBefore: 1,
            daysAfter: 2,
          },
        },
      }),
      rule("sunday-fruit", "周日水果三倍", "Fruit Sunday, three times", {
        when: { weekdays: [7] },
        lines: { categoryIds: ["cat_0190000003"] },
        gives: { kind: "multiplier", percent: 300 },
        caps: { perSale: 500, perDay: null, perMember: null },
      }),
      rule("welcome-back", "老客户回店礼", "Welcome back", {
        gives: { kind: "bonus", points: 50, once: "member" },
      }),
    ],
    offset: {
      points: 100,
      fen: 100,
      others: [],
      minSaleFen: 2_000,
      maxSharePercent: 50,
      maxPoints: null,
      maxPointsPerDay: null,
      stepPoints: 100,
      excludedCategoryIds: ["cat_0190000001"],
      window: null,
    },
    carryRemainder: true,
    validity: { kind: "year-end", years: 1 },
    pendingDays: 7,
    signUpPoints: 100,
    grants: defaultGrantRules,
  },
  yours: ["welcome-back"],
  tiers: [
    ["普卡", "Basic"],
    ["银卡", "Silver"],
    ["金卡", "Gold"],
  ].map(([nameZh = "", nameEn = ""], level) => ({
    id: `tie_019000000${level}`,
    level,
    nameZh,
    nameEn,
    colour: "#b4894a",
  })),
  names: [
    { id: "cat_0190000001", nameZh: "烟酒", nameEn: "Tobacco and alcohol" },
    { id: "cat_0190000002", nameZh: "购物卡", nameEn: "Gift cards" },
    { id: "cat_0190000003", nameZh: "水果", nameEn: "Fruit" },
  ],
};
const bare: MemberProgramme = {
  ...read,
  rules: { ...read.rules, rules: [], offset: null, grants: undefined, signUpPoints: 0 },
};

const view = (programme: Parameters<typeof ProgrammeView>[0]["programme"], today = read.day) => (
  <ProgrammeView programme={programme} today={today} onRetry={() => {}} />
);

/** How the member earns. */
export const programmeStates: BenchState[] = [
  { name: "programme", draw: () => view(here(read)) },
  { name: "programme-festival", draw: () => view(here(read), "2027-02-07") },
  { name: "programme-no-specials", draw: () => view(here(bare)) },
  { name: "programme-loading", draw: () => view(waiting) },
  { name: "programme-offline", draw: () => view(offlineEmpty) },
  { name: "programme-offline-kept", draw: () => view(kept(read)) },
  { name: "programme-failed", draw: () => view(failed) },
];
