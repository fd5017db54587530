import { type MemberProgramme, showScanProgramme } from "../../shared/programme/endpoints.ts";
import { dayOf } from "../../shared/business-day.ts";
import { defaultGrantRules } from "../../shared/grants/grant-rules.ts";
import { at, scene } from "./kiosk-scenes.tsx";
import { now, tiers } from "./places.ts";
import type { Scene } from "./scene.ts";
import { answers } from "./transport.ts";

const plainRule = { on: true, lines: {}, priority: 0, groupId: null, caps: null };

const read: MemberProgramme = {
  version: 4,
  effectiveFrom: Date.parse("2026-10-01T00:00:00+08:00"),
  day: dayOf(now()),
  tierId: "tie_gold",
  birthday: ["month"],
  rules: {
    v: 1,
    fenPerPoint: 100,
    pointsPerStep: 1,
    minSaleFen: 500,
    tierFactorPercent: { tie_silver: 120, tie_gold: 150, tie_jade: 200 },
    excludedCategoryIds: ["cat_drink"],
    rules: [
      {
        ...plainRule,
        id: "festivals",
        nameZh: "过节双倍",
        nameEn: "Festival double",
        when: {
          festivals: { ids: ["spring-festival", "mid-autumn"], daysBefore: 1, daysAfter: 2 },
        },
        gives: { kind: "multiplier", percent: 200 },
      },
      {
        ...plainRule,
        id: "birthday",
        nameZh: "生日月三倍",
        nameEn: "Birthday month, three times",
        when: { birthday: "month" },
        gives: { kind: "multiplier", percent: 300 },
      },
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
      excludedCategoryIds: [],
      window: null,
    },
    carryRemainder: true,
    validity: { kind: "year-end", years: 1 },
    pendingDays: 0,
    signUpPoints: 100,
    grants: defaultGrantRules,
  },
  yours: [],
  tiers,
  names: [{ id: "cat_drink", nameZh: "烟酒", nameEn: "Tobacco and alcohol" }],
};

/** The rules at the kiosk. */
export const programmeScenes: Scene[] = [
  scene(
    "programme",
    "How you earn",
    () => at("programme", { doors: [answers(showScanProgramme, read)] }),
  ),
  scene(
    "programme-loading",
    "How you earn, loading",
    () => at("programme", { doors: [answers(showScanProgramme, "never")] }),
  ),
  scene(
    "programme-offline",
    "How you earn without network",
    () => at("programme", { doors: [answers(showScanProgramme, "unreachable")] }),
  ),
];
