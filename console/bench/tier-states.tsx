import {
  addMemberCategory,
  changeMemberCategory,
  listMemberCategories,
  putTiers,
  setMemberCategory,
  showMemberTier,
  showTiers,
} from "../../shared/console/endpoints.ts";
import { Problem } from "../../shared/problems.ts";
import { TiersScreen } from "../tiers/screen.tsx";
import { memberCategories, memberTier, tiersView } from "./data/tiers.ts";
import { type Door, door } from "./doors.ts";
import { type BenchState, inTurn, pause, press, type } from "./state.ts";

/** What the tiers room answers on an ordinary day. */
export const tierDoors: readonly Door[] = [
  door(showTiers, () => tiersView),
  door(putTiers, () => ({ revision: 5 })),
  door(listMemberCategories, () => ({ categories: memberCategories })),
  door(addMemberCategory, () => ({ categoryId: "mct_new1" })),
  door(changeMemberCategory, () => ({ done: true }) as const),
  door(setMemberCategory, () => ({ done: true }) as const),
  door(showMemberTier, () => memberTier),
];

const path = "/console/tiers";
const draw = () => <TiersScreen />;
const threshold = "main .panel:nth-of-type(3) input[inputmode=decimal]";

/** Tiers and member categories. */
export const tierStates: readonly BenchState[] = [
  { name: "tiers", path, draw },
  { name: "tiers/manager", path, role: "store-manager", draw },
  {
    name: "tiers/wrong",
    path,
    draw,
    act: inTurn(() => type(threshold, "0"), () => press("save"), pause(100)),
  },
  {
    name: "tiers/conflict",
    path,
    doors: [
      door(putTiers, () => {
        throw new Problem("changed-meanwhile");
      }),
    ],
    draw,
    act: inTurn(() => type(threshold, "2500"), () => press("save"), pause(100)),
  },
  { name: "tiers/category", path, draw, act: () => press("add-category") },
  {
    name: "tiers/no-categories",
    path,
    doors: [door(listMemberCategories, () => ({ categories: [] }))],
    draw,
  },
  { name: "tiers/loading", path, mood: "slow", draw },
  { name: "tiers/down", path, mood: "down", draw },
];
