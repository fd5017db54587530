import type { ApprovalsWording } from "../../shared/wording/console/approvals/zh.ts";
import { openWording } from "../../shared/ui/index.ts";

export const words = openWording<ApprovalsWording>({
  "zh-CN": () => import("../../shared/wording/console/approvals/zh.ts").then((file) => file.zh),
  en: () => import("../../shared/wording/console/approvals/en.ts").then((file) => file.en),
});
