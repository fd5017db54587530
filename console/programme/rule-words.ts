import type { EarningRules } from "../../shared/points/earning-rules.ts";
import type { Lang } from "../../shared/wording/lang.ts";
import { en } from "../../shared/wording/rules/en.ts";
import { type RuleLine, type RuleNames, zh } from "../../shared/wording/rules/zh.ts";
import type { ProgrammeView } from "../use-programme.ts";

/** Both languages at once: head office reads what its members will be told in each. */
const inLang = { "zh-CN": zh, en };

const namesIn = (programme: ProgrammeView, lang: Lang): RuleNames => {
  const name = (named: { nameZh: string; nameEn: string }) =>
    lang === "zh-CN" ? named.nameZh : named.nameEn || named.nameZh;
  return {
    tiers: programme.tiers.map((tier) => ({ id: tier.id, name: name(tier) })),
    category: (id) => {
      const found = programme.categories.find((category) => category.id === id);
      return found ? name(found) : id;
    },
  };
};

/** One plain sentence about what the rules do. */
export const ruleSentence = (rules: EarningRules, programme: ProgrammeView, lang: Lang): string =>
  inLang[lang].sentence(rules, namesIn(programme, lang));

/** The same, rule by rule. */
export const ruleLines = (
  rules: EarningRules,
  programme: ProgrammeView,
  lang: Lang,
): RuleLine[] => inLang[lang].lines(rules, namesIn(programme, lang));
