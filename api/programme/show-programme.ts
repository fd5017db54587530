import { asc, desc, eq, sql } from "drizzle-orm";
import type { showProgramme as door } from "../../shared/console/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { ProgrammeRules } from "../../shared/programme/rules.ts";
import { Problem } from "../../shared/problems.ts";
import { mustReach } from "../access/within.ts";
import type { Desk } from "../desk.ts";
import { apiKey, staff } from "../staff/tables.ts";
import { brand } from "../stores/tables.ts";
import { category, earningRules, rulesWithdrawn, tier } from "./tables.ts";

/** Rule versions (newest first), tiers and categories of a brand. @throws Problem not-found */
export const showProgramme = async (
  desk: Desk,
  brandId: string,
): Promise<AnswerOf<typeof door>> => {
  mustReach(desk, brandId);
  const { cold } = desk.db;
  const [brands, versions, tiers, categories] = await Promise.all([
    cold.select({ id: brand.id }).from(brand).where(eq(brand.id, brandId)),
    cold.select({
      rules: earningRules,
      by: sql<string | null>`coalesce(${staff.name}, ${apiKey.label})`,
      approvedBy: sql<string | null>`(select s.name from approval_end e
        join staff s on s.id = e.decided_by where e.approval_id = ${earningRules.approvalId})`,
      withdrawnAt: rulesWithdrawn.at,
    }).from(earningRules)
      .leftJoin(rulesWithdrawn, eq(rulesWithdrawn.rulesId, earningRules.id))
      .leftJoin(staff, eq(staff.id, earningRules.publishedBy))
      .leftJoin(apiKey, eq(apiKey.id, earningRules.publishedBy))
      .where(eq(earningRules.brandId, brandId)).orderBy(desc(earningRules.version)).limit(100),
    cold.select().from(tier).where(eq(tier.brandId, brandId)).orderBy(asc(tier.level)),
    cold.select().from(category).where(eq(category.brandId, brandId))
      .orderBy(asc(category.sort), asc(category.code)),
  ]);
  if (!brands.length) throw new Problem("not-found");
  return {
    versions: versions.map(({ rules: { approvalId: _, ...rules }, by, ...more }) => ({
      ...rules,
      publishedBy: by,
      ...more,
      body: ProgrammeRules.parse(JSON.parse(rules.body)),
    })),
    tiers: tiers.map(({ brandId: _, ...t }) => t),
    categories: categories.map(({ id, parentId, nameZh, nameEn }) => ({
      id,
      parentId,
      nameZh,
      nameEn,
    })),
  };
};
