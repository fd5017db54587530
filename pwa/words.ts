import { openWording } from "../shared/ui/index.ts";
import type { CardWording } from "../shared/wording/card/zh.ts";

/** Texts of the e-card in the language on screen. */
export const words = openWording<CardWording>({
  "zh-CN": () => import("../shared/wording/card/zh.ts").then((file) => file.zh),
  en: () => import("../shared/wording/card/en.ts").then((file) => file.en),
});
