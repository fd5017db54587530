import { openWording } from "../../shared/ui/index.ts";
import type { BirthdaysWording } from "../../shared/wording/console/birthdays/zh.ts";

export const words = openWording<BirthdaysWording>({
  "zh-CN": () => import("../../shared/wording/console/birthdays/zh.ts").then((file) => file.zh),
  en: () => import("../../shared/wording/console/birthdays/en.ts").then((file) => file.en),
});
