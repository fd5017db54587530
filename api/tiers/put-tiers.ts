import type { putTiers as door } from "../../shared/console/tier-doors.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import { ladderFault, type TierInput, type TierSettings } from "../../shared/tiers/terms.ts";
import { canBeGiven } from "../../shared/gifts/kinds.ts";
import { mustReachBrand } from "../access/within.ts";
import { auditRow } from "../audit/queries.ts";
import { Collision } from "../db/collision.ts";
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { kindOf } from "../gifts/gift-row.ts";
import { giftKindOf } from "../gifts/part-queries.ts";
import { idsIn, policyIn, stepIn } from "./ladder.ts";
import {
  holdersOf,
  namedOf,
  policyOf,
  putPolicy,
  putTerms,
  putTier,
  removeTerms,
  removeTier,
  stepAside,
  stepsOf,
} from "./settings-queries.ts";

/** Sets the whole ladder at once. Members keep the tier they hold and the review they were promised;
 *  what counts holds from the next sale on.
 *  @throws Problem not-found, not-allowed, changed-meanwhile, tier-in-use, input-invalid */
export const putTiers = async (
  desk: Desk,
  { brandId, revision, settings }: BodyOf<typeof door>,
): Promise<AnswerOf<typeof door>> => {
  mustReachBrand(desk, brandId);
  checkLadder(settings);
  const [[kept], rows, holders, named, gifts] = await Promise.all([
    desk.db.read(policyOf, [brandId]),
    desk.db.read(stepsOf, [brandId]),
    desk.db.read(holdersOf, [brandId]),
    desk.db.read(namedOf, [brandId, namesIn(settings)]),
    Promise.all(settings.tiers.flatMap(giftOf).map((id) => desk.db.read(giftKindOf, [id]))),
  ]);
  if (rows.length === 0) throw new Problem("not-found");
  if ((kept?.revision ?? 0) !== revision) throw new Problem("changed-meanwhile");
  const steps = rows.map(stepIn);
  const known = new Set(named.map((row) => row.id));
  for (const gift of gifts.flat()) if (!canBeGiven(kindOf(gift))) known.delete(gift.id);
  checkNames(settings, known, new Set(steps.map((step) => step.id)));
  const gone = steps.filter((step) => !settings.tiers.some((tier) => tier.id === step.id));
  const held = gone.find((step) => holders.some((h) => h.tier_id === step.id && h.members > 0));
  if (held) throw new Problem("tier-in-use", { tier: held.nameZh });
  const before = { policy: policyIn(kept), tiers: steps };
  try {
    await desk.db.write([
      ...gone.flatMap(({ id }) => [removeTerms.row({ id }), removeTier.row({ id })]),
      ...ladderWrites(desk, brandId, settings),
      policyWrite(desk, brandId, revision + 1, settings),
      auditRow(desk, {
        action: "tiers.changed",
        subject: brandId,
        before,
        after: settings,
        brandId,
      }),
    ], [`tiers ${brandId}`]);
  } catch (error) {
    if (!(error instanceof Collision)) throw error;
    throw new Problem(error.on.includes("is held") ? "tier-in-use" : "changed-meanwhile");
  }
  return { revision: revision + 1 };
};

/** @throws Problem input-invalid at the step that is wrong */
const checkLadder = ({ tiers }: TierSettings): void => {
  const found = ladderFault(tiers);
  if (!found) return;
  const errors = [{ pointer: `/settings/tiers/${found.at}`, detail: found.fault }];
  throw new Problem("input-invalid", { errors });
};

const ladderWrites = (desk: Desk, brandId: string, settings: TierSettings): Write[] => [
  stepAside.row({ brand_id: brandId }),
  ...settings.tiers.flatMap((tier, level) => {
    const id = tier.id ?? desk.id("tier");
    return [
      putTier.row({
        id,
        brand_id: brandId,
        level,
        name_zh: tier.nameZh,
        name_en: tier.nameEn,
        colour: tier.colour,
        threshold_fen: tier.thresholdFen,
      }),
      putTerms.row({
        tier_id: id,
        threshold_points: tier.thresholdPoints,
        price_points: tier.pricePoints,
        price_months: tier.priceMonths,
        discounts: JSON.stringify(tier.discounts),
        birthday: tier.birthday && JSON.stringify(tier.birthday),
        free_delivery: tier.freeDelivery ? 1 : 0,
      }),
    ];
  }),
];

const policyWrite = (desk: Desk, brandId: string, revision: number, { policy }: TierSettings) =>
  putPolicy.row({
    brand_id: brandId,
    basis: policy.basis,
    span: policy.span,
    review: JSON.stringify(policy.review),
    grace_days: policy.graceDays,
    revision,
    changed_at: desk.now,
    changed_by: desk.actor.staffId ?? desk.actor.apiKeyId ?? null,
  });

const giftOf = (tier: TierInput): string[] =>
  tier.birthday?.kind === "gift" ? [tier.birthday.giftId] : [];

const namesIn = ({ tiers }: TierSettings): string[] =>
  tiers.flatMap((tier) => [...idsIn(tier.discounts), ...giftOf(tier)]);

/** Everything named must be the brand's own, and a gift one that can be given. @throws Problem input-invalid */
const checkNames = (
  { tiers }: TierSettings,
  known: ReadonlySet<string>,
  own: ReadonlySet<string>,
): void => {
  const errors = tiers.flatMap((tier, i) => {
    const at = `/settings/tiers/${i}`;
    return [
      ...(tier.id !== null && !own.has(tier.id) ? [`${at}/id`] : []),
      ...(idsIn(tier.discounts).some((id) => !known.has(id)) ? [`${at}/discounts`] : []),
      ...(giftOf(tier).some((id) => !known.has(id)) ? [`${at}/birthday`] : []),
    ];
  });
  if (errors.length === 0) return;
  throw new Problem("input-invalid", {
    errors: errors.map((pointer) => ({
      pointer,
      detail: "unknown in this brand, or nothing to give",
    })),
  });
};
