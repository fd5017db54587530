/** A store, its staff and its rules, as the bench shows them. @module */
import type { Staff, TerminalView } from "../terminal/standing.ts";
import { serverNow } from "../terminal/clock.ts";

export const DAY_MS = 86_400_000;
export const now = (): number => serverNow();

export const tiers: TerminalView["tiers"] = [
  { id: "tie_paper", level: 0, nameZh: "福卡", nameEn: "Paper", colour: "#b5321e" },
  { id: "tie_silver", level: 1, nameZh: "银福卡", nameEn: "Silver", colour: "#a9b1bd" },
  { id: "tie_gold", level: 2, nameZh: "金福卡", nameEn: "Gold", colour: "#d6a93f" },
  { id: "tie_jade", level: 3, nameZh: "玉福卡", nameEn: "Jade", colour: "#2c7a63" },
];

export const staffNames: Staff[] = [
  { id: "stf_chen", name: "陈晓雯", role: "store-manager" },
  { id: "stf_liu", name: "刘建国", role: "cashier" },
  { id: "stf_zhao", name: "赵敏", role: "cashier" },
  { id: "stf_sun", name: "孙丽华", role: "cashier" },
  { id: "stf_ma", name: "马志强", role: "cashier" },
];

export const terminalView = (kind: "kiosk" | "counter"): TerminalView => ({
  terminal: {
    id: "trm_01m4xk2qk7n97qk2",
    kind,
    label: kind === "kiosk" ? "入口自助机" : "1 号收银台",
  },
  store: {
    id: "sto_jingan",
    nameZh: "福满家静安寺店",
    nameEn: "Fumanjia Jing'an Temple",
    address: "上海市静安区南京西路 1618 号",
    phone: "021-6288 1618",
  },
  brand: { id: "brd_fumanjia", nameZh: "福满家", nameEn: "Fumanjia", colour: "#b5321e" },
  staff: staffNames,
  signedIn: kind === "counter" ? staffNames[1]! : null,
  rules: {
    id: "rul_v3",
    version: 3,
    effectiveFrom: now() - 90 * DAY_MS,
    body: {
      v: 1,
      fenPerPoint: 1_000,
      pointsPerStep: 1,
      minSaleFen: 0,
      tierFactorPercent: { tie_silver: 120, tie_gold: 150, tie_jade: 200 },
      excludedCategoryIds: ["cat_tobacco"],
      carryRemainder: true,
      validity: { kind: "months", months: 12 },
      pendingDays: 0,
      signUpPoints: 100,
    },
  },
  tiers,
  idleSeconds: kind === "kiosk" ? 45 : 120,
  demo: true,
  serverTime: now(),
});
