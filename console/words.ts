import type { ShellWording } from "../shared/wording/console/shell/zh.ts";
import { openWording } from "../shared/ui/index.ts";

/** Texts of the frame around every screen; rooms open their own beside them. */
export const shellWords = openWording<ShellWording>({
  "zh-CN": () => import("../shared/wording/console/shell/zh.ts").then((file) => file.zh),
  en: () => import("../shared/wording/console/shell/en.ts").then((file) => file.en),
});
