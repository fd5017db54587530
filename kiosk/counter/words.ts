import { openWording } from "../../shared/ui/index.ts";
import type { CounterWording } from "../../shared/wording/counter/zh.ts";
import type { ReasonWording } from "../../shared/wording/reasons/zh.ts";

/** Texts of the counter. */
export const counterWords = openWording<CounterWording>({
  "zh-CN": () => import("../../shared/wording/counter/zh.ts").then((file) => file.zh),
  en: () => import("../../shared/wording/counter/en.ts").then((file) => file.en),
});

/** Sentences for why points moved. */
export const reasonWords = openWording<ReasonWording>({
  "zh-CN": () => import("../../shared/wording/reasons/zh.ts").then((file) => file.zh),
  en: () => import("../../shared/wording/reasons/en.ts").then((file) => file.en),
});
