import { openWording } from "../../shared/ui/index.ts";
import type { OfflineWording } from "../../shared/wording/offline/zh.ts";

/** Texts of what is done without network. */
export const offlineWords = openWording<OfflineWording>({
  "zh-CN": () => import("../../shared/wording/offline/zh.ts").then((file) => file.zh),
  en: () => import("../../shared/wording/offline/en.ts").then((file) => file.en),
});
