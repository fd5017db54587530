import type { RolesWording } from "../../shared/wording/console/roles/zh.ts";
import { openWording } from "../../shared/ui/index.ts";

export const words = openWording<RolesWording>({
  "zh-CN": () => import("../../shared/wording/console/roles/zh.ts").then((file) => file.zh),
  en: () => import("../../shared/wording/console/roles/en.ts").then((file) => file.en),
});
