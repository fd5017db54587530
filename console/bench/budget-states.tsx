import {
  listBudgetMoves,
  listBudgets,
  putTransferSettings,
  setBudget,
  showTransferSettings,
  topUpMember,
} from "../../shared/console/endpoints.ts";
import { Problem } from "../../shared/problems.ts";
import { BudgetsScreen } from "../budgets/screen.tsx";
import { MemberScreen } from "../member/screen.tsx";
import { member } from "./data/members.ts";
import { day, now, stores } from "./data/places.ts";
import { type Door, door } from "./doors.ts";
import { type BenchState, inTurn, pause, press, type } from "./state.ts";

const budgets = stores.map(({ id, brandId, nameZh, nameEn }, n) => ({
  storeId: id,
  brandId,
  nameZh,
  nameEn,
  remaining: n === 1 ? 0 : 12_000 - n * 1_300,
  given30: n * 420,
  back30: n * 35,
}));

const moves = [
  ["set", 10_000, null, "月度预算", "吴敏"],
  ["top-up", -300, "林**", "客诉补偿", "陈店长"],
  ["give-back", 120, "王*", "", "李小红"],
] as const;

/** What the stores' points answer on an ordinary day. */
export const budgetDoors: readonly Door[] = [
  door(showTransferSettings, () => ({
    revision: 2,
    policy: {
      enabled: true,
      least: 10,
      perGift: 1_000,
      perDay: 2_000,
      perMonth: 5_000,
      acceptDays: 7,
    },
    waiting: 38,
    waitingPoints: 6_420,
  })),
  door(putTransferSettings, () => ({ revision: 3 })),
  door(listBudgets, () => ({ budgets })),
  door(listBudgetMoves, () => ({
    moves: moves.map(([kind, points, memberMasked, reason, byName], n) => ({
      id: `bud_0000${n}`,
      kind,
      points,
      memberId: memberMasked && "mem_001",
      memberMasked,
      reason,
      byName,
      at: now - n * day,
    })),
    nextBefore: null,
  })),
  door(setBudget, ({ body }) => ({ remaining: 12_000 + body.points, approvalId: null })),
  door(topUpMember, () => ({ points: member.points, remaining: 11_700 })),
];

const path = "/console/budgets";
const draw = () => <BudgetsScreen />;

/** Sent points and stores' points. */
export const budgetStates: readonly BenchState[] = [
  { name: "budgets", path, draw },
  { name: "budgets/moves", path, draw, act: () => press("main tbody tr") },
  { name: "budgets/set", path, role: "hq-finance", draw, act: () => press("main tbody .button") },
  {
    name: "budgets/wrong",
    path,
    draw,
    act: inTurn(() => type("main input[inputmode=numeric]", "5000"), pause(900)),
  },
  {
    name: "budgets/conflict",
    path,
    doors: [door(putTransferSettings, () => {
      throw new Problem("changed-meanwhile");
    })],
    draw,
    act: inTurn(
      () => type("main input[inputmode=numeric]", "20"),
      () => press("save-transfers"),
      pause(100),
    ),
  },
  { name: "budgets/manager", path, role: "store-manager", draw },
  { name: "budgets/loading", path, mood: "slow", draw },
  { name: "budgets/down", path, mood: "down", draw },
  {
    name: "member/top-up",
    path: "/console/members",
    role: "store-manager",
    draw: () => <MemberScreen member={member.id} />,
    act: () => press("top-up"),
  },
];
