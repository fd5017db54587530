import type { TransferWording } from "../../shared/wording/transfers/zh.ts";
import { openWording } from "../../shared/ui/index.ts";

/** Texts of points that pass between members and stores. */
export const transferWords = openWording<TransferWording>({
  "zh-CN": () => import("../../shared/wording/transfers/zh.ts").then((file) => file.zh),
  en: () => import("../../shared/wording/transfers/en.ts").then((file) => file.en),
});
