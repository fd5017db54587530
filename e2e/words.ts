/** Every text of the product in one language, so that a journey looks for what a person reads.
 *  @module */
import { en as card } from "../shared/wording/card/en.ts";
import { giftsEn } from "../shared/wording/card/gifts-en.ts";
import { giftsZh } from "../shared/wording/card/gifts-zh.ts";
import { joinEn } from "../shared/wording/card/join-en.ts";
import { joinZh } from "../shared/wording/card/join-zh.ts";
import { zh as cardZh } from "../shared/wording/card/zh.ts";
import { en as common } from "../shared/wording/common/en.ts";
import { zh as commonZh } from "../shared/wording/common/zh.ts";
import { en as shell } from "../shared/wording/console/shell/en.ts";
import { zh as shellZh } from "../shared/wording/console/shell/zh.ts";
import { en as signIn } from "../shared/wording/console/sign-in/en.ts";
import { zh as signInZh } from "../shared/wording/console/sign-in/zh.ts";
import { en as terminals } from "../shared/wording/console/terminals/en.ts";
import { zh as terminalsZh } from "../shared/wording/console/terminals/zh.ts";
import { en as counter } from "../shared/wording/counter/en.ts";
import { zh as counterZh } from "../shared/wording/counter/zh.ts";
import { formatsOf } from "../shared/wording/format.ts";
import { en as kiosk } from "../shared/wording/kiosk/en.ts";
import { zh as kioskZh } from "../shared/wording/kiosk/zh.ts";
import { catalogue, type ProblemCode } from "../shared/problems.ts";
import type { Language } from "./browser.ts";

const zh = {
  card: cardZh,
  join: joinZh.join,
  gifts: giftsZh,
  common: commonZh,
  kiosk: kioskZh,
  counter: counterZh,
  console: { shell: shellZh, signIn: signInZh, terminals: terminalsZh },
};

const en: typeof zh = {
  card,
  join: joinEn.join,
  gifts: giftsEn,
  common,
  kiosk,
  counter,
  console: { shell, signIn, terminals },
};

export type Words = ReturnType<typeof wordsFor>;

export const wordsFor = (language: Language) => ({
  ...(language === "en" ? en : zh),
  language,
  formats: formatsOf(language),
  /** What the catalogue says about a refusal. */
  problem: (code: ProblemCode): string => catalogue[code][language === "en" ? "en" : "zh"],
});
