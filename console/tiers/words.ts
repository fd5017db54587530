import type { TiersWording } from "../../shared/wording/console/tiers/zh.ts";
import type { TierWording } from "../../shared/wording/tiers/zh.ts";
import { openWording } from "../../shared/ui/index.ts";

/** Texts of the tier settings. */
export const words = openWording<TiersWording>({
  "zh-CN": () => import("../../shared/wording/console/tiers/zh.ts").then((file) => file.zh),
  en: () => import("../../shared/wording/console/tiers/en.ts").then((file) => file.en),
});

/** What tiers are called everywhere. */
export const tierWords = openWording<TierWording>({
  "zh-CN": () => import("../../shared/wording/tiers/zh.ts").then((file) => file.zh),
  en: () => import("../../shared/wording/tiers/en.ts").then((file) => file.en),
});
