import type { TryItWording } from "../../shared/wording/console/try-it/zh.ts";
import { openWording } from "../../shared/ui/index.ts";

export const words = openWording<TryItWording>({
  "zh-CN": () => import("../../shared/wording/console/try-it/zh.ts").then((file) => file.zh),
  en: () => import("../../shared/wording/console/try-it/en.ts").then((file) => file.en),
});
