import { showMyProgramme } from "../../shared/programme/endpoints.ts";
import { openWording } from "../../shared/ui/index.ts";
import type { ProgrammeWording } from "../../shared/wording/programme/zh.ts";
import type { RulesWording } from "../../shared/wording/rules/zh.ts";
import { whenLeaving } from "../members/session.ts";
import { ask } from "../shell/api.ts";
import { openResource } from "../shell/resource.ts";

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

/** The rules in force, as far as they are the member's. */
export const programme = openResource(() => ask(showMyProgramme, {}), "programme");

whenLeaving(() => programme.reset());
