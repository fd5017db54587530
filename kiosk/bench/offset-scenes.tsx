import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import { whySale } from "../../shared/sales/endpoints.ts";
import { member } from "../counter/member.ts";
import * as returning from "../returns/returning.ts";
import { SaleWhy } from "../returns/sale-why.tsx";
import { showGround } from "../sale/ground.ts";
import { choosing, want } from "../sale/paying.ts";
import { terminal } from "../terminal/standing.ts";
import { ringing, scene } from "./counter-scenes.tsx";
import { scanView } from "./members.ts";
import { DAY_MS, now } from "./places.ts";
import { sales } from "./sales.ts";
import type { Scene } from "./scene.ts";
import { answers } from "./transport.ts";

const offset: NonNullable<ProgrammeRules["offset"]> = {
  points: 100,
  fen: 100,
  others: [],
  minSaleFen: 100_00,
  maxSharePercent: 50,
  maxPoints: null,
  maxPointsPerDay: null,
  stepPoints: 1,
  excludedCategoryIds: [],
  window: null,
};

/** Ringing up where points may pay. */
const paying = (change: () => void, rules: Partial<typeof offset> = {}) =>
  ringing(() => {
    const view = terminal.value!;
    const body = { ...view.rules.body, offset: { ...offset, ...rules } };
    terminal.value = { ...view, rules: { ...view.rules, body } };
    showGround(scanView.scanId, {
      rulesId: view.rules.id,
      ground: {
        storeId: view.store.id,
        tags: [],
        memberCategoryId: null,
        birthday: null,
        firstPurchase: false,
        balance: 0,
        tally: { day: {}, ever: {} },
      },
      offset: {
        usedToday: 0,
        lots: [
          { points: 180, lapsesAt: now() + 8 * DAY_MS },
          { points: 4_106, lapsesAt: now() + 300 * DAY_MS },
        ],
      },
    });
    want(0);
    choosing.value = false;
    change();
  });

const why = {
  points: 0,
  rulesVersion: 3,
  rulesEffectiveFrom: now() - 90 * DAY_MS,
  reasons: [{ code: "line-gift-card", n: 1 }, { code: "nothing-eligible" }],
  missed: [{
    code: "rule-missed",
    ruleId: "member-day",
    nameZh: "周三会员日双倍",
    nameEn: "Double on Wednesdays",
    condition: "weekdays",
  }],
  lots: [],
  offset: [{ code: "offset-used", points: 1000, fen: 1000, perPoints: 100, perFen: 100 }],
};

export const offsetScenes: Scene[] = [
  scene("offset", "Points could pay", paying(() => {})),
  scene("offset-choose", "How many points", paying(() => choosing.value = true)),
  scene("offset-chosen", "Points pay a part", paying(() => want(1_234))),
  scene(
    "offset-consent",
    "The member agrees",
    paying(() => {
      member.value = { ...scanView, rights: "earn", via: "static" };
      choosing.value = true;
    }),
  ),
  scene("offset-minimum", "The sale is too small", paying(() => {}, { minSaleFen: 900_00 })),
  scene(
    "offset-closed",
    "Not at this time",
    paying(() => {}, { window: { hours: [{ from: 0, to: 0 }] } }),
  ),
  scene("why-nothing", "Why a sale earned nothing", () => {
    ringing(() => {}, [answers(whySale, why)])();
    returning.open(sales[0]!);
    return <SaleWhy sale={sales[0]!} why={why} />;
  }),
];
