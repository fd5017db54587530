import { openWording } from "../../shared/ui/index.ts";
import type { JoinWording } from "../../shared/wording/card/join-zh.ts";

/** Texts of signing in and enrolling, and the terms. */
export const joinWords = openWording<JoinWording>({
  "zh-CN": () => import("../../shared/wording/card/join-zh.ts").then((file) => file.joinZh),
  en: () => import("../../shared/wording/card/join-en.ts").then((file) => file.joinEn),
});
