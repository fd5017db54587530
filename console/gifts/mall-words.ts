import { openWording } from "../../shared/ui/index.ts";
import type { MallWording } from "../../shared/wording/mall/zh.ts";

/** Texts that members read of the mall, for previews and orders. */
export const mallWords = openWording<MallWording>({
  "zh-CN": () => import("../../shared/wording/mall/zh.ts").then((file) => file.zh),
  en: () => import("../../shared/wording/mall/en.ts").then((file) => file.en),
});
