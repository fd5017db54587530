import type { WhatIfWording } from "../../shared/wording/console/what-if/zh.ts";
import { openWording } from "../../shared/ui/index.ts";

export const words = openWording<WhatIfWording>({
  "zh-CN": () => import("../../shared/wording/console/what-if/zh.ts").then((file) => file.zh),
  en: () => import("../../shared/wording/console/what-if/en.ts").then((file) => file.en),
});
