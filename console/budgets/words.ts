import type { BudgetsWording } from "../../shared/wording/console/budgets/zh.ts";
import { openWording } from "../../shared/ui/index.ts";

export const words = openWording<BudgetsWording>({
  "zh-CN": () => import("../../shared/wording/console/budgets/zh.ts").then((file) => file.zh),
  en: () => import("../../shared/wording/console/budgets/en.ts").then((file) => file.en),
});
