import type { KeysWording } from "../../shared/wording/console/keys/zh.ts";
import { openWording } from "../../shared/ui/index.ts";

export const words = openWording<KeysWording>({
  "zh-CN": () => import("../../shared/wording/console/keys/zh.ts").then((file) => file.zh),
  en: () => import("../../shared/wording/console/keys/en.ts").then((file) => file.en),
});
