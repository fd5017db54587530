import type { ProgrammeWording } from "../../shared/wording/console/programme/zh.ts";
import { openWording } from "../../shared/ui/index.ts";

export const words = openWording<ProgrammeWording>({
  "zh-CN": () => import("../../shared/wording/console/programme/zh.ts").then((file) => file.zh),
  en: () => import("../../shared/wording/console/programme/en.ts").then((file) => file.en),
});
