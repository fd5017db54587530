import { openWording } from "../../shared/ui/index.ts";
import type { SurveysWording } from "../../shared/wording/console/surveys/zh.ts";

export const words = openWording<SurveysWording>({
  "zh-CN": () => import("../../shared/wording/console/surveys/zh.ts").then((file) => file.zh),
  en: () => import("../../shared/wording/console/surveys/en.ts").then((file) => file.en),
});
