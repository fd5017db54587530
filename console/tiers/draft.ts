/** The tier settings as they are typed. @module */
import * as z from "zod/mini";
import type { showTiers } from "../../shared/console/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import type { Discount } from "../../shared/tiers/discount.ts";
import { TierPolicy } from "../../shared/tiers/policy.ts";
import { ladderFault, TierInput, type TierSettings } from "../../shared/tiers/terms.ts";
import { fenOf, wholeOf, yuanText } from "../form/typed-number.ts";

export type TiersView = AnswerOf<typeof showTiers>;

export interface DiscountDraft {
  /** "all", or the id of a category or product. */
  on: string;
  off: string;
}

export interface StepDraft {
  /** Tells steps apart on the screen. */
  key: string;
  id: string | null;
  nameZh: string;
  nameEn: string;
  colour: string;
  thresholdFen: string;
  thresholdPoints: string;
  pricePoints: string;
  priceMonths: string;
  discounts: DiscountDraft[];
  birthday: "none" | "points" | "gift";
  birthdayPoints: string;
  birthdayGift: string;
  freeDelivery: boolean;
}

export interface TiersDraft {
  basis: TierPolicy["basis"];
  span: TierPolicy["span"];
  review: TierPolicy["review"]["kind"];
  months: string;
  month: string;
  day: string;
  graceDays: string;
  steps: StepDraft[];
}

export const discountDrafts = (discounts: readonly Discount[]): DiscountDraft[] =>
  discounts.map((d) => ({
    on: d.on === "all" ? "all" : d.on === "category" ? d.categoryId : d.productId,
    off: String(d.offPercent),
  }));

export const discountsFrom = (drafts: readonly DiscountDraft[]): Discount[] =>
  drafts.map(({ on, off }) => {
    const offPercent = wholeOf(off);
    if (on === "all") return { on, offPercent };
    return on.startsWith("prd_")
      ? { on: "product", productId: on, offPercent }
      : { on: "category", categoryId: on, offPercent };
  });

export const draftOf = ({ policy, tiers }: TiersView): TiersDraft => {
  const { review } = policy;
  return {
    basis: policy.basis,
    span: policy.span,
    review: review.kind,
    months: review.kind === "months" ? String(review.months) : "12",
    month: review.kind === "yearly" ? String(review.month) : "12",
    day: review.kind === "yearly" ? String(review.day) : "31",
    graceDays: String(policy.graceDays),
    steps: tiers.map((tier) => ({
      key: tier.id,
      id: tier.id,
      nameZh: tier.nameZh,
      nameEn: tier.nameEn,
      colour: tier.colour,
      thresholdFen: yuanText(tier.thresholdFen),
      thresholdPoints: String(tier.thresholdPoints),
      pricePoints: tier.pricePoints === null ? "" : String(tier.pricePoints),
      priceMonths: String(tier.priceMonths),
      discounts: discountDrafts(tier.discounts),
      birthday: tier.birthday?.kind ?? "none",
      birthdayPoints: tier.birthday?.kind === "points" ? String(tier.birthday.points) : "",
      birthdayGift: tier.birthday?.kind === "gift" ? tier.birthday.giftId : "",
      freeDelivery: tier.freeDelivery,
    })),
  };
};

/** A new step above the highest; its thresholds are still to be typed. */
export const newStep = (key: string): StepDraft => ({
  key,
  id: null,
  nameZh: "",
  nameEn: "",
  colour: "#a16207",
  thresholdFen: "",
  thresholdPoints: "",
  pricePoints: "",
  priceMonths: "12",
  discounts: [],
  birthday: "none",
  birthdayPoints: "",
  birthdayGift: "",
  freeDelivery: false,
});

const stepFrom = (d: StepDraft): TierInput => ({
  id: d.id,
  nameZh: d.nameZh.trim(),
  nameEn: d.nameEn.trim(),
  colour: d.colour,
  thresholdFen: fenOf(d.thresholdFen),
  thresholdPoints: wholeOf(d.thresholdPoints),
  pricePoints: d.pricePoints.trim() === "" ? null : wholeOf(d.pricePoints),
  priceMonths: wholeOf(d.priceMonths),
  discounts: discountsFrom(d.discounts),
  birthday: d.birthday === "none"
    ? null
    : d.birthday === "points"
    ? { kind: "points", points: wholeOf(d.birthdayPoints) }
    : { kind: "gift", giftId: d.birthdayGift },
  freeDelivery: d.freeDelivery,
});

const policyFrom = (d: TiersDraft): TierPolicy => ({
  basis: d.basis,
  span: d.span,
  review: d.review === "never"
    ? { kind: "never" }
    : d.review === "months"
    ? { kind: "months", months: wholeOf(d.months) }
    : { kind: "yearly", month: wholeOf(d.month), day: wholeOf(d.day) },
  graceDays: wholeOf(d.graceDays),
});

type Fault = NonNullable<ReturnType<typeof ladderFault>>["fault"];

export interface Checked {
  /** What would be sent; null while something is wrong. */
  settings: TierSettings | null;
  /** Names of wrong fields of the policy. */
  policy: ReadonlySet<string>;
  /** Names of wrong fields of each step, by its key. */
  steps: ReadonlyMap<string, ReadonlySet<string>>;
  /** What is wrong with the ladder as such, at which step. */
  fault: { key: string; fault: Fault } | null;
}

/** Checks with the schemas that the API checks with. */
export const checkDraft = (draft: TiersDraft): Checked => {
  const policy = policyFrom(draft);
  const tiers = draft.steps.map(stepFrom);
  const wrong = (schema: z.core.$ZodType, value: unknown): Set<string> => {
    const result = z.safeParse(schema, value);
    if (result.success) return new Set();
    return new Set(result.error.issues.flatMap(({ path }) => [
      String(path[0] ?? ""),
      String(path.at(-1) ?? ""),
    ]));
  };
  const policyWrong = wrong(TierPolicy, policy);
  const steps = new Map(
    draft.steps.map((step, i) => [step.key, wrong(TierInput, tiers[i])] as const),
  );
  const shaped = policyWrong.size === 0 && [...steps.values()].every((each) => each.size === 0);
  const found = shaped ? ladderFault(tiers) : null;
  return {
    settings: shaped && !found ? { policy, tiers } : null,
    policy: policyWrong,
    steps,
    fault: found && { key: draft.steps[found.at]!.key, fault: found.fault },
  };
};
