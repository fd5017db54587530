/** Rules made ready for judging sales: who covers what, who stands with whom, in an order that does
 *  not hang on the order of editing. @module */
import {
  baseOf,
  type Caps,
  type EarningRule,
  type EarningRules,
  type RuleGroup,
  stageOf,
} from "./earning-rules.ts";
import type { EarningLine } from "./earning-line.ts";
import { isTallied } from "./limits.ts";
import type { Reason } from "./reason.ts";

export interface RuleName {
  ruleId: string;
  nameZh: string;
  nameEn: string;
}

/** A rule that is on. */
export interface PlannedRule {
  rule: EarningRule;
  id: string;
  name: RuleName;
  gives: EarningRule["gives"];
  caps: Caps | null;
  /** Has it a limit of any kind? */
  limited: boolean;
  /** Is it for some lines only? */
  scoped: boolean;
  /** Of a multiplier; 100 for others. */
  percent: number;
  covers(line: Pick<EarningLine, "productId" | "categoryIds">): boolean;
}

/** Rules of one stage that go together, the highest priority first. */
export interface PlannedGroup {
  id: string | null;
  mode: RuleGroup["mode"];
  rules: PlannedRule[];
}

export interface Plan {
  /** The highest priority first; equal ones by id. */
  rules: PlannedRule[];
  rates: PlannedRule[];
  /** Named groups in their order, then each rule that stands alone. */
  factors: PlannedGroup[];
  bonuses: PlannedGroup[];
  excludedCategories: ReadonlySet<string>;
  excludedProducts: ReadonlySet<string>;
  base: ReturnType<typeof baseOf>;
  /** Rules whose giving is remembered under their own id. */
  remembered: ReadonlySet<string>;
}

const plans = new WeakMap<EarningRules, Plan>();

/** The plan of rules, kept as long as they are: a version is never edited. */
export function planOf(rules: EarningRules): Plan {
  const kept = plans.get(rules);
  if (kept) return kept;
  const plan = made(rules);
  plans.set(rules, plan);
  return plan;
}

const byPriority = (a: EarningRule, b: EarningRule): number =>
  b.priority - a.priority || (a.id < b.id ? -1 : 1);

function made(rules: EarningRules): Plan {
  const planned = (rules.rules ?? []).filter(({ on }) => on).sort(byPriority).map(readyRule);
  const at = (stage: ReturnType<typeof stageOf>) =>
    planned.filter(({ gives }) => stageOf(gives) === stage);
  return {
    rules: planned,
    rates: at("rate"),
    factors: grouped(at("factor"), rules.groups ?? []),
    bonuses: grouped(at("bonus"), rules.groups ?? []),
    excludedCategories: new Set(rules.excludedCategoryIds),
    excludedProducts: new Set(rules.excludedProductIds ?? []),
    base: baseOf(rules),
    remembered: new Set(
      planned.filter(({ caps, gives }) =>
        isTallied(caps) || (gives.kind === "bonus" && gives.once !== "unit")
      ).map(({ id }) => id),
    ),
  };
}

function readyRule(rule: EarningRule): PlannedRule {
  const { id, nameZh, nameEn, gives, caps, lines } = rule;
  const products = lines.productIds && new Set(lines.productIds);
  const categories = lines.categoryIds && new Set(lines.categoryIds);
  const scoped = products !== undefined || categories !== undefined;
  return {
    rule,
    id,
    name: { ruleId: id, nameZh, nameEn },
    gives,
    caps,
    limited: caps !== null && Object.values(caps).some((most) => most !== null),
    scoped,
    percent: gives.kind === "multiplier" ? gives.percent : 100,
    covers: scoped
      ? ({ productId, categoryIds }) =>
        (products !== undefined && productId !== null && products.has(productId)) ||
        (categories !== undefined && categoryIds.some((each) => categories.has(each)))
      : () => true,
  };
}

function grouped(rules: readonly PlannedRule[], groups: readonly RuleGroup[]): PlannedGroup[] {
  const named = groups.map(({ id, mode }): PlannedGroup => ({
    id,
    mode,
    rules: rules.filter(({ rule }) => rule.groupId === id),
  }));
  const known = new Set(groups.map(({ id }) => id));
  const alone = rules.filter(({ rule }) => rule.groupId === null || !known.has(rule.groupId))
    .map((each): PlannedGroup => ({ id: null, mode: "add", rules: [each] }));
  return [...named.filter((group) => group.rules.length > 0), ...alone];
}

/** A rule held, and another counted instead. */
export const outdoneBy = ({ name }: PlannedRule, by: PlannedRule): Reason => ({
  code: "rule-outdone",
  ...name,
  byRuleId: by.id,
  byNameZh: by.name.nameZh,
  byNameEn: by.name.nameEn,
});
