import type { GiftsWording } from "../../shared/wording/console/gifts/zh.ts";
import { openWording } from "../../shared/ui/index.ts";

export const words = openWording<GiftsWording>({
  "zh-CN": () => import("../../shared/wording/console/gifts/zh.ts").then((file) => file.zh),
  en: () => import("../../shared/wording/console/gifts/en.ts").then((file) => file.en),
});
