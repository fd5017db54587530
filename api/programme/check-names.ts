import type { EarningRules } from "../../shared/points/earning-rules.ts";
import { Problem } from "../../shared/problems.ts";
import type { Desk } from "../desk.ts";
import { namesOfBrand } from "./queries.ts";

/** Rules may only name tiers and categories of their own brand: a mistyped id would silently earn
 *  otherwise than the editor shows. @param at pointer of the rules in the input
 *  @throws Problem input-invalid with a pointer for each unknown id */
export const checkNames = async (
  desk: Desk,
  brandId: string,
  rules: EarningRules,
  at: string,
): Promise<void> => {
  const tiers = Object.keys(rules.tierFactorPercent);
  const categories = rules.excludedCategoryIds;
  if (tiers.length + categories.length === 0) return;
  const rows = await desk.db.read(namesOfBrand, [brandId, [...tiers, ...categories]]);
  const known = new Set(rows.map((r) => `${r.kind} ${r.id}`));
  const errors = [
    ...tiers.filter((id) => !known.has(`tier ${id}`)).map((id) => ({
      pointer: `${at}/tierFactorPercent/${id}`,
      detail: "no such tier",
    })),
    ...categories.flatMap((id, i) =>
      known.has(`category ${id}`)
        ? []
        : [{ pointer: `${at}/excludedCategoryIds/${i}`, detail: "no such category" }]
    ),
  ];
  if (errors.length) throw new Problem("input-invalid", { errors: errors.slice(0, 20) });
};
