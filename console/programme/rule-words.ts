import type { Finding } from "../../shared/points/check-rules.ts";
import type { EarningRule } from "../../shared/points/earning-rules.ts";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import type { Lang } from "../../shared/wording/lang.ts";
import { en } from "../../shared/wording/rules/en.ts";
import { type RuleLine, type RuleNames, zh } from "../../shared/wording/rules/zh.ts";
import type { Named, RuleNaming } from "./use-names.ts";

/** Both languages at once: head office reads what its members will be told in each. */
const inLang = { "zh-CN": zh, en };

export type SectionName = "earning" | "rules" | "grants" | "offset" | "validity";
export const sectionNames: readonly SectionName[] = [
  "earning",
  "rules",
  "grants",
  "offset",
  "validity",
];

const nameOf = (named: { nameZh: string; nameEn: string }, lang: Lang): string =>
  lang === "zh-CN" ? named.nameZh : named.nameEn || named.nameZh;

/** What the sentences call the things that rules know by id. */
const namesIn = (naming: RuleNaming, lang: Lang): RuleNames => {
  const { programme, stores, memberCategories, product } = naming;
  const named = (list: readonly Named[]) => (id: string): string | null => {
    const found = list.find((each) => each.id === id);
    return found ? nameOf(found, lang) : null;
  };
  return {
    tiers: programme.tiers.map((tier) => ({ id: tier.id, name: nameOf(tier, lang) })),
    category: (id) => named(programme.categories)(id) ?? id,
    product: (id) => {
      const found = product(id);
      return found ? nameOf(found, lang) : null;
    },
    store: named(stores),
    memberCategory: named(memberCategories),
  };
};

/** Everything the rules say, line by line. */
export const ruleLines = (rules: ProgrammeRules, naming: RuleNaming, lang: Lang): RuleLine[] =>
  inLang[lang].lines(rules, namesIn(naming, lang));

const sectionOf = (key: string): SectionName => {
  const kind = key.split(":")[0] ?? "";
  if (kind === "validity" || kind === "pending") return "validity";
  if (kind === "rule" || kind === "group") return "rules";
  if (kind === "sign-up" || kind === "grant") return "grants";
  return kind === "offset" ? "offset" : "earning";
};

export const sectionLines = (
  section: SectionName,
  rules: ProgrammeRules,
  naming: RuleNaming,
  lang: Lang,
): RuleLine[] => ruleLines(rules, naming, lang).filter(({ key }) => sectionOf(key) === section);

/** What a part says, sentence by sentence. */
export const sectionTexts = (
  section: SectionName,
  rules: ProgrammeRules,
  naming: RuleNaming,
  lang: Lang,
): string[] => sectionLines(section, rules, naming, lang).map(({ text }) => text);

export const oneRuleSentence = (rule: EarningRule, naming: RuleNaming, lang: Lang): string =>
  inLang[lang].rule(rule, namesIn(naming, lang));

export const findingSentence = (finding: Finding, rules: ProgrammeRules, lang: Lang): string =>
  inLang[lang].finding(finding, rules);
