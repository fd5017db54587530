import type { LogWording } from "../../shared/wording/console/log/zh.ts";
import { openWording } from "../../shared/ui/index.ts";

export const words = openWording<LogWording>({
  "zh-CN": () => import("../../shared/wording/console/log/zh.ts").then((file) => file.zh),
  en: () => import("../../shared/wording/console/log/en.ts").then((file) => file.en),
});
