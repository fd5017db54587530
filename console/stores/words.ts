import type { StoresWording } from "../../shared/wording/console/stores/zh.ts";
import { openWording } from "../../shared/ui/index.ts";

export const words = openWording<StoresWording>({
  "zh-CN": () => import("../../shared/wording/console/stores/zh.ts").then((file) => file.zh),
  en: () => import("../../shared/wording/console/stores/en.ts").then((file) => file.en),
});
