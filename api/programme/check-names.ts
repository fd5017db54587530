/** Rules may only name what their own brand has: a mistyped id would silently earn otherwise than the
 *  editor shows. @module */
import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import { Problem } from "../../shared/problems.ts";
import type { Desk } from "../desk.ts";
import { namesOfBrand } from "./queries.ts";

export type NameKind = "tier" | "category" | "product" | "store" | "member-category" | "tag";
type Named = { kind: NameKind; id: string; pointer: string };
export type Unknown = { pointer: string; detail: string };

const each = (kind: NameKind, ids: readonly string[] | undefined, at: string): Named[] =>
  (ids ?? []).map((id, i) => ({ kind, id, pointer: `${at}/${i}` }));

/** Everything that rules name, with a JSON pointer to where. */
const namesIn = (rules: ProgrammeRules, at: string): Named[] => [
  ...Object.keys(rules.tierFactorPercent).map((id): Named => ({
    kind: "tier",
    id,
    pointer: `${at}/tierFactorPercent/${id}`,
  })),
  ...each("category", rules.excludedCategoryIds, `${at}/excludedCategoryIds`),
  ...each("product", rules.excludedProductIds, `${at}/excludedProductIds`),
  ...(rules.rules ?? []).flatMap(({ when, lines }, i) => [
    ...each("tier", when.tierIds, `${at}/rules/${i}/when/tierIds`),
    ...each("tag", when.tags, `${at}/rules/${i}/when/tags`),
    ...each("member-category", when.memberCategoryIds, `${at}/rules/${i}/when/memberCategoryIds`),
    ...each("store", when.storeIds, `${at}/rules/${i}/when/storeIds`),
    ...each("category", lines.categoryIds, `${at}/rules/${i}/lines/categoryIds`),
    ...each("product", lines.productIds, `${at}/rules/${i}/lines/productIds`),
  ]),
  ...each("category", rules.offset?.excludedCategoryIds, `${at}/offset/excludedCategoryIds`),
  ...(rules.offset?.others ?? []).flatMap((other, i) => [
    ...each("tier", other.tierIds, `${at}/offset/others/${i}/tierIds`),
    ...each(
      "member-category",
      other.memberCategoryIds,
      `${at}/offset/others/${i}/memberCategoryIds`,
    ),
    ...each("tag", other.tags, `${at}/offset/others/${i}/tags`),
  ]),
];

/** What the rules name and the brand does not have.
 *  @param at pointer of the rules in the input */
export const unknownNames = async (
  desk: Desk,
  brandId: string,
  rules: ProgrammeRules,
  at: string,
): Promise<Unknown[]> => {
  const named = namesIn(rules, at);
  if (named.length === 0) return [];
  const rows = await desk.db.read(namesOfBrand, [brandId, [...new Set(named.map((n) => n.id))]]);
  const known = new Set(rows.map((r) => `${r.kind} ${r.id}`));
  return named.filter(({ kind, id }) => !known.has(`${kind} ${id}`))
    .map(({ kind, pointer }) => ({ pointer, detail: `no such ${kind}` }));
};

/** @throws Problem input-invalid with a pointer for each unknown id */
export const checkNames = async (
  desk: Desk,
  brandId: string,
  rules: ProgrammeRules,
  at: string,
): Promise<void> => {
  const errors = await unknownNames(desk, brandId, rules, at);
  if (errors.length) throw new Problem("input-invalid", { errors: errors.slice(0, 20) });
};
