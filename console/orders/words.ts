import { openWording } from "../../shared/ui/index.ts";
import type { MallWording } from "../../shared/wording/mall/zh.ts";
import type { OrdersWording } from "../../shared/wording/console/orders/zh.ts";

export const words = openWording<OrdersWording>({
  "zh-CN": () => import("../../shared/wording/console/orders/zh.ts").then((file) => file.zh),
  en: () => import("../../shared/wording/console/orders/en.ts").then((file) => file.en),
});

/** What members read of the states of an order: the office says the same. */
export const mallWords = openWording<MallWording>({
  "zh-CN": () => import("../../shared/wording/mall/zh.ts").then((file) => file.zh),
  en: () => import("../../shared/wording/mall/en.ts").then((file) => file.en),
});
