/** The rules of the scanned member. @module */
import { signal } from "@preact/signals";
import { type MemberProgramme, showScanProgramme } from "../../shared/programme/endpoints.ts";
import { openWording } from "../../shared/ui/index.ts";
import type { ProgrammeWording } from "../../shared/wording/programme/zh.ts";
import type { RulesWording } from "../../shared/wording/rules/zh.ts";
import { failed, type Loaded, LOADING, ready } from "../shell/loaded.ts";
import { ask } from "../terminal/ask.ts";
import { scan, scanAgain } from "../visit/visit.ts";

/** Texts of the page. */
export const programmeWords = openWording<ProgrammeWording>({
  "zh-CN": () => import("../../shared/wording/programme/zh.ts").then((file) => file.zh),
  en: () => import("../../shared/wording/programme/en.ts").then((file) => file.en),
});

/** Sentences of the rules. */
export const ruleWords = openWording<RulesWording>({
  "zh-CN": () => import("../../shared/wording/rules/zh.ts").then((file) => file.zh),
  en: () => import("../../shared/wording/rules/en.ts").then((file) => file.en),
});

export const programme = signal<Loaded<MemberProgramme>>(LOADING);

/** Fetches them anew for each visitor. */
export async function loadProgramme(): Promise<void> {
  const open = scan.value;
  if (!open) return;
  programme.value = LOADING;
  try {
    const answer = await ask(showScanProgramme, { params: { scan: open.scanId } });
    if (scan.value?.scanId === open.scanId) programme.value = ready(answer);
  } catch (error) {
    if (scan.value?.scanId === open.scanId && !scanAgain(error)) programme.value = failed(error);
  }
}
