/** What a language has to say about rules. A new condition, effect, grant or finding without words
 *  does not compile. @module */
import type { GrantRules } from "../../grants/grant-rules.ts";
import type { Caps, Gives, RuleGroup } from "../../points/earning-rules.ts";
import type { Finding, FindingCode } from "../../points/finding.ts";
import type { OffsetRules } from "../../points/offset-rules.ts";
import type { Validity } from "../../points/validity.ts";
import type { When } from "../../points/when.ts";

/** What the sentences call the things that rules know by id, in the language of the sentence. What is
 *  left out, or answers null, is said in general: "some members", "some stores". */
export interface RuleNames {
  /** The brand's tiers, lowest first. */
  tiers: readonly { id: string; name: string }[];
  category: (id: string) => string;
  product?: (id: string) => string | null;
  store?: (id: string) => string | null;
  memberCategory?: (id: string) => string | null;
  /** Left out: tags are said as they are. Members are not told them: answer null. */
  tag?: (tag: string) => string | null;
}

/** One rule of a version: a key that stays over versions, and what it says. */
export interface RuleLine {
  key: string;
  text: string;
}

/** Names found, and how many there are in all. */
export interface Named {
  names: string[];
  count: number;
}

/** Names with what they are said by. */
export interface WhenNames {
  tiers: Named;
  memberCategories: Named;
  tags: Named;
  stores: Named;
}

/** What a finding is about, by name. */
export interface FindingNames {
  /** Its rules; the first is the one to change. */
  rules: string[];
  group: string;
}

type Dated = Pick<When, "from" | "to">;

export interface RulePhrases {
  /** Between the parts of one sentence. */
  comma: string;
  /** Between sentences that make one, and after the last. */
  semicolon: string;
  stop: string;
  colon: string;
  /** As the beginning of a sentence. */
  start: (text: string) => string;
  off: string;
  /** Each condition; `from` says the whole period where there is an end. Empty: nothing to say. */
  conditions: {
    [C in keyof When]-?: (wanted: NonNullable<When[C]>, names: WhenNames, when: Dated) => string;
  };
  /** Each effect on the goods named. */
  gives: {
    [K in Gives["kind"]]: (gives: Extract<Gives, { kind: K }>, goods: string) => string;
  };
  goods: (categories: Named, products: Named) => string;
  caps: { [K in keyof Caps]: (points: number) => string };
  groupModes: { [M in RuleGroup["mode"]]: (group: string, rules: readonly string[]) => string };
  base: {
    rate: (fenPerPoint: number, points: number) => string;
    tier: (name: string, percent: number) => string;
    minimum: (fen: number) => string;
    /** What was paid in these ways does not count; none: everything does. */
    counts: (not: readonly ("offset" | "coupon" | "storedValue")[]) => string;
    excluded: (categories: readonly string[]) => string;
    excludedProducts: (products: Named) => string;
    allCaps: (caps: string) => string;
    remainder: (carried: boolean) => string;
    pending: (days: number) => string;
    validity: (policy: string) => string;
    signUp: (points: number) => string;
  };
  validity: (policy: Validity) => string;
  grants: {
    [G in Exclude<keyof GrantRules, "festivals">]: (grant: NonNullable<GrantRules[G]>) => string;
  };
  festivalGrant: (grant: GrantRules["festivals"][number]) => string;
  offset: {
    worth: (points: number, fen: number) => string;
    other: (who: string, points: number, fen: number) => string;
    minimum: (fen: number) => string;
    share: (percent: number) => string;
    perSale: (points: number) => string;
    perDay: (points: number) => string;
    steps: (points: number) => string;
    excluded: (categories: readonly string[]) => string;
    window: (when: string) => string;
  };
  findings: { [C in FindingCode]: (names: FindingNames, finding: Finding) => string };
}

export type OffsetOther = OffsetRules["others"][number];
