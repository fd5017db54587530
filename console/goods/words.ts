import type { GoodsWording } from "../../shared/wording/console/goods/zh.ts";
import { openWording } from "../../shared/ui/index.ts";

export const words = openWording<GoodsWording>({
  "zh-CN": () => import("../../shared/wording/console/goods/zh.ts").then((file) => file.zh),
  en: () => import("../../shared/wording/console/goods/en.ts").then((file) => file.en),
});
