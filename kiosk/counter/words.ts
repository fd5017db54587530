import { openWording } from "../../shared/ui/index.ts";
import type { CounterWording } from "../../shared/wording/counter/zh.ts";

/** Texts of the counter. */
export const counterWords = openWording<CounterWording>({
  "zh-CN": () => import("../../shared/wording/counter/zh.ts").then((file) => file.zh),
  en: () => import("../../shared/wording/counter/en.ts").then((file) => file.en),
});
