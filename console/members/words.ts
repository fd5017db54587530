import type { MembersWording } from "../../shared/wording/console/members/zh.ts";
import { openWording } from "../../shared/ui/index.ts";

export const words = openWording<MembersWording>({
  "zh-CN": () => import("../../shared/wording/console/members/zh.ts").then((file) => file.zh),
  en: () => import("../../shared/wording/console/members/en.ts").then((file) => file.en),
});
