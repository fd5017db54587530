import type { StaffWording } from "../../shared/wording/console/staff/zh.ts";
import { openWording } from "../../shared/ui/index.ts";

export const words = openWording<StaffWording>({
  "zh-CN": () => import("../../shared/wording/console/staff/zh.ts").then((file) => file.zh),
  en: () => import("../../shared/wording/console/staff/en.ts").then((file) => file.en),
});
