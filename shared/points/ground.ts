/** How much of a member the rules of a version can ask for: nothing else is kept with a sale or told
 *  to a till. @module */
import { dayOf } from "../business-day.ts";
import { type Birthday, type BirthdayWindow, inBirthdayWindow } from "../calendar/birthday.ts";
import type { ProgrammeRules } from "../programme/rules.ts";
import { groupKey } from "./bonuses.ts";
import type { EarningRules } from "./earning-rules.ts";
import { isTallied } from "./limits.ts";
import type { EarningGround, Tally } from "./when.ts";
import { ALL } from "./worth.ts";

/** Points that paid for sales, in the tally; no rule can be called so. */
export const OFFSET_KEY = "-offset";

/** What rules of a version look at, beside tier, lines and the calendar. */
interface Needs {
  tags: Set<string>;
  memberCategory: boolean;
  windows: BirthdayWindow[];
  firstPurchase: boolean;
  balance: boolean;
  keys: Set<string>;
  /** Rules that remember products. */
  productRules: string[];
}

const known = new WeakMap<EarningRules, Needs>();

function needsOf(rules: ProgrammeRules): Needs {
  const before = known.get(rules);
  if (before) return before;
  const on = (rules.rules ?? []).filter((rule) => rule.on);
  const others = rules.offset?.others ?? [];
  const needs: Needs = {
    tags: new Set([...on.map((rule) => rule.when), ...others].flatMap(({ tags }) => tags ?? [])),
    memberCategory: [...on.map((rule) => rule.when), ...others]
      .some(({ memberCategoryIds }) => memberCategoryIds),
    windows: [...new Set(on.flatMap(({ when }) => when.birthday ?? []))],
    firstPurchase: on.some(({ when }) => when.firstPurchase),
    balance: on.some(({ when }) => when.balanceAtMost !== undefined),
    keys: new Set(
      on.filter(({ caps, gives }) =>
        isTallied(caps) || (gives.kind === "bonus" && gives.once !== "unit")
      ).map(({ id }) => id),
    ),
    productRules: on.filter(({ gives }) => gives.kind === "bonus" && gives.once === "product")
      .map(({ id }) => id),
  };
  if (isTallied(rules.caps)) needs.keys.add(ALL);
  if (rules.offset?.maxPointsPerDay) needs.keys.add(OFFSET_KEY);
  for (const { id, mode } of rules.groups ?? []) if (mode !== "add") needs.keys.add(groupKey(id));
  known.set(rules, needs);
  return needs;
}

/** What a kept ground tells for certain: the windows that the rules asked for, and whether they asked
 *  for the first purchase. Of the rest it says nothing. */
export function toldBy(
  rules: ProgrammeRules,
): { windows: readonly BirthdayWindow[]; firstPurchase: boolean } {
  const { windows, firstPurchase } = needsOf(rules);
  return { windows, firstPurchase };
}

/** Does any rule look at more than tier, lines and the calendar? */
export function asksGround(rules: ProgrammeRules): boolean {
  const needs = needsOf(rules);
  return needs.tags.size + needs.windows.length + needs.keys.size > 0 || needs.memberCategory ||
    needs.firstPurchase || needs.balance;
}

/**
 * The ground with what no rule asks for left out, and the birthday told only as the windows that `at`
 * (ms) lies in. The rules judge it exactly as the whole ground, on that day.
 * @param productIds the products of the sale; left out: those of any sale
 */
export function relevantGround(
  rules: ProgrammeRules,
  ground: EarningGround,
  at: number,
  productIds?: readonly (string | null)[],
): EarningGround {
  const needs = needsOf(rules);
  const keeps = (key: string): boolean => {
    if (needs.keys.has(key)) return true;
    const [ruleId = "", productId] = key.split("/");
    return productId !== undefined && needs.productRules.includes(ruleId) &&
      (!productIds || productIds.includes(productId));
  };
  const part = (of: Tally["day"]) =>
    Object.fromEntries(Object.entries(of).filter(([k]) => keeps(k)));
  return {
    storeId: ground.storeId,
    tags: ground.tags.filter((tag) => needs.tags.has(tag)),
    memberCategoryId: needs.memberCategory ? ground.memberCategoryId : null,
    birthday: withinOf(ground.birthday, needs.windows, at),
    firstPurchase: needs.firstPurchase && ground.firstPurchase,
    balance: needs.balance ? ground.balance : 0,
    tally: { day: part(ground.tally.day), ever: part(ground.tally.ever) },
  };
}

/** A birthday as those of the windows that `at` (ms) lies in. */
export function withinOf(
  birthday: EarningGround["birthday"],
  windows: readonly BirthdayWindow[],
  at: number,
): { within: BirthdayWindow[] } | null {
  if (birthday === null || windows.length === 0) return null;
  if ("within" in birthday) {
    return { within: windows.filter((window) => birthday.within.includes(window)) };
  }
  const own: Birthday = birthday;
  return { within: windows.filter((window) => inBirthdayWindow(own, dayOf(at), window)) };
}
