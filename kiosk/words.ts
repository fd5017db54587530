import { openWording } from "../shared/ui/index.ts";
import type { KioskWording } from "../shared/wording/kiosk/zh.ts";
import type { TierWording } from "../shared/wording/tiers/zh.ts";
import type { ReasonWording } from "../shared/wording/reasons/zh.ts";

/** Texts of the device and the kiosk. */
export const words = openWording<KioskWording>({
  "zh-CN": () => import("../shared/wording/kiosk/zh.ts").then((file) => file.zh),
  en: () => import("../shared/wording/kiosk/en.ts").then((file) => file.en),
});

/** Sentences for why points moved. */
export const reasonWords = openWording<ReasonWording>({
  "zh-CN": () => import("../shared/wording/reasons/zh.ts").then((file) => file.zh),
  en: () => import("../shared/wording/reasons/en.ts").then((file) => file.en),
});

/** Texts of the tiers. */
export const tierWords = openWording<TierWording>({
  "zh-CN": () => import("../shared/wording/tiers/zh.ts").then((file) => file.zh),
  en: () => import("../shared/wording/tiers/en.ts").then((file) => file.en),
});
