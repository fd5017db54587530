import { showStoreBudget } from "../../shared/transfers/endpoints.ts";
import { member } from "../counter/member.ts";
import { staff } from "../terminal/standing.ts";
import { counterAt } from "./counter-scenes.tsx";
import { scanView } from "./members.ts";
import type { Scene } from "./scene.ts";
import { answers } from "./transport.ts";

const doors = [answers(showStoreBudget, { remaining: 11_640 })];

const scene = (id: string, title: string, show: Scene["show"]): Scene => ({
  id: `counter/${id}`,
  device: "counter",
  title,
  show,
});

const at = (known: boolean, role: "store-manager" | "cashier") => () => {
  const shown = counterAt("budget", () => member.value = known ? scanView : null, doors);
  if (staff.value) staff.value = { ...staff.value, role };
  return shown;
};

/** The store's points at the counter. */
export const budgetScenes: Scene[] = [
  scene("budget", "Store points", at(true, "store-manager")),
  scene("budget-cashier", "Store points, cashier", at(true, "cashier")),
  scene("budget-nobody", "Store points, no member", at(false, "store-manager")),
];
