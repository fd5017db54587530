import { openWording } from "../shared/ui/index.ts";
import type { KioskWording } from "../shared/wording/kiosk/zh.ts";

/** Texts of the device and the kiosk. */
export const words = openWording<KioskWording>({
  "zh-CN": () => import("../shared/wording/kiosk/zh.ts").then((file) => file.zh),
  en: () => import("../shared/wording/kiosk/en.ts").then((file) => file.en),
});
