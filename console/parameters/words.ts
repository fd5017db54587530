import type { ParametersWording } from "../../shared/wording/console/parameters/zh.ts";
import { openWording } from "../../shared/ui/index.ts";

export const words = openWording<ParametersWording>({
  "zh-CN": () => import("../../shared/wording/console/parameters/zh.ts").then((file) => file.zh),
  en: () => import("../../shared/wording/console/parameters/en.ts").then((file) => file.en),
});
