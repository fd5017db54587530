import type { showTiers as door } from "../../shared/console/tier-doors.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { factorPercent } from "../../shared/points/earning-rules.ts";
import { Problem } from "../../shared/problems.ts";
import { mustReach } from "../access/within.ts";
import type { Desk } from "../desk.ts";
import { rulesAt } from "../points/queries.ts";
import { parsedRules } from "../points/rules.ts";
import { idsIn, policyIn, stepIn } from "./ladder.ts";
import { categoriesAndGifts, holdersOf, namedOf, policyOf, stepsOf } from "./settings-queries.ts";

/** The tiers of a brand for head office. @throws Problem not-found */
export const showTiers = async (
  desk: Desk,
  brandId: string,
): Promise<AnswerOf<typeof door>> => {
  mustReach(desk, brandId);
  const [[policy], rows, holders, named, [rules]] = await Promise.all([
    desk.db.read(policyOf, [brandId]),
    desk.db.read(stepsOf, [brandId]),
    desk.db.read(holdersOf, [brandId]),
    desk.db.read(categoriesAndGifts, [brandId]),
    desk.db.read(rulesAt, [brandId, desk.now]),
  ]);
  if (rows.length === 0 || !rules) throw new Problem("not-found");
  const inForce = parsedRules(rules);
  const steps = rows.map(stepIn);
  const discounted = await desk.db.read(namedOf, [
    brandId,
    steps.flatMap((step) => idsIn(step.discounts)),
  ]);
  const names = ({ id, name_zh, name_en }: typeof named[number]) => ({
    id,
    nameZh: name_zh,
    nameEn: name_en,
  });
  return {
    revision: policy?.revision ?? 0,
    changedAt: policy?.changed_at ?? null,
    policy: policyIn(policy),
    tiers: steps.map((step) => ({
      ...step,
      members: holders.find((row) => row.tier_id === step.id)?.members ?? 0,
      factorPercent: factorPercent(inForce, step.id),
    })),
    categories: named.filter((row) => row.kind === "category").map(names),
    products: discounted.filter((row) => row.kind === "product")
      .map((row) => ({ ...names(row), sku: row.sku })),
    gifts: named.filter((row) => row.kind === "gift").map(names),
  };
};
