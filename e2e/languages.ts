/** The languages in which a journey is walked. @module */
import process from "node:process";
import type { Language } from "./browser.ts";

/** Both with LANGUAGES=all. In the normal run, which has to stay within ten minutes, one: some
 *  journeys in Chinese, the others in English; the main job is walked in both. */
export const languagesOf = (usual: Language): Language[] =>
  process.env.LANGUAGES === "all" ? ["zh-CN", "en"] : [usual];
