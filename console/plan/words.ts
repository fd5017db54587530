import type { PlanWording } from "../../shared/wording/console/plan/zh.ts";
import { openWording } from "../../shared/ui/index.ts";

export const words = openWording<PlanWording>({
  "zh-CN": () => import("../../shared/wording/console/plan/zh.ts").then((file) => file.zh),
  en: () => import("../../shared/wording/console/plan/en.ts").then((file) => file.en),
});
