import type { MemberWording } from "../../shared/wording/console/member/zh.ts";
import { openWording } from "../../shared/ui/index.ts";

export const words = openWording<MemberWording>({
  "zh-CN": () => import("../../shared/wording/console/member/zh.ts").then((file) => file.zh),
  en: () => import("../../shared/wording/console/member/en.ts").then((file) => file.en),
});
