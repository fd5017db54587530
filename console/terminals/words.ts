import type { TerminalsWording } from "../../shared/wording/console/terminals/zh.ts";
import { openWording } from "../../shared/ui/index.ts";

export const words = openWording<TerminalsWording>({
  "zh-CN": () => import("../../shared/wording/console/terminals/zh.ts").then((file) => file.zh),
  en: () => import("../../shared/wording/console/terminals/en.ts").then((file) => file.en),
});
