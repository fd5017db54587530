import type { OverviewWording } from "../../shared/wording/console/overview/zh.ts";
import { openWording } from "../../shared/ui/index.ts";

export const words = openWording<OverviewWording>({
  "zh-CN": () => import("../../shared/wording/console/overview/zh.ts").then((file) => file.zh),
  en: () => import("../../shared/wording/console/overview/en.ts").then((file) => file.en),
});
