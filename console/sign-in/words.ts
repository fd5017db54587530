import type { SignInWording } from "../../shared/wording/console/sign-in/zh.ts";
import { openWording } from "../../shared/ui/index.ts";

export const words = openWording<SignInWording>({
  "zh-CN": () => import("../../shared/wording/console/sign-in/zh.ts").then((file) => file.zh),
  en: () => import("../../shared/wording/console/sign-in/en.ts").then((file) => file.en),
});
