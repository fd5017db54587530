/** Categories of members, set by head office, given at the member page. @module */
import type * as doors from "../../shared/console/tier-doors.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import type { Discount } from "../../shared/tiers/discount.ts";
import { mustReachBrand } from "../access/within.ts";
import { auditRow } from "../audit/queries.ts";
import { memberInScope } from "../console/member-in-scope.ts";
import { Collision } from "../db/collision.ts";
import { settle } from "../db/settle.ts";
import type { Desk } from "../desk.ts";
import { idsIn } from "./ladder.ts";
import {
  categoriesOfBrands,
  categoryOfMember,
  insertMemberCategory,
  memberCategoryById,
  type MemberCategoryRow,
  putInCategory,
  takeOutOfCategory,
  tierChangesOf,
  updateMemberCategory,
} from "./member-queries.ts";
import { namedOf } from "./settings-queries.ts";

const viewOf = (row: MemberCategoryRow) => ({
  id: row.id,
  brandId: row.brand_id,
  nameZh: row.name_zh,
  nameEn: row.name_en,
  discounts: JSON.parse(row.discounts) as Discount[],
  state: row.state,
  revision: row.revision,
  members: row.members,
});

export const listMemberCategories = async (
  desk: Desk,
): Promise<AnswerOf<typeof doors.listMemberCategories>> => ({
  categories: (await desk.db.read(categoriesOfBrands, [desk.actor.scope.brandIds])).map(viewOf),
});

/** @throws Problem input-invalid if a discount names what is not the brand's */
const checkGoods = async (desk: Desk, brandId: string, discounts: Discount[]): Promise<void> => {
  const ids = idsIn(discounts);
  const known = new Set((await desk.db.read(namedOf, [brandId, ids])).map((row) => row.id));
  if (ids.every((id) => known.has(id))) return;
  const errors = [{ pointer: "/discounts", detail: "unknown in this brand" }];
  throw new Problem("input-invalid", { errors });
};

/** @throws Problem not-found, not-allowed, input-invalid, name-taken */
export const addMemberCategory = (
  desk: Desk,
  key: string,
  body: BodyOf<typeof doors.addMemberCategory>,
): Promise<AnswerOf<typeof doors.addMemberCategory>> => {
  const { brandId, nameZh, nameEn, discounts } = body;
  mustReachBrand(desk, brandId);
  return settle(desk, key, body, async () => {
    const [others] = await Promise.all([
      desk.db.read(categoriesOfBrands, [[brandId]]),
      checkGoods(desk, brandId, discounts),
    ]);
    if (others.some((row) => row.name_zh === nameZh)) {
      throw new Problem("name-taken", { field: "nameZh" });
    }
    const id = desk.id("memberCategory");
    return {
      answer: { categoryId: id },
      touches: [`member categories ${brandId}`],
      writes: [
        insertMemberCategory.row({
          id,
          brand_id: brandId,
          name_zh: nameZh,
          name_en: nameEn,
          discounts: JSON.stringify(discounts),
          created_at: desk.now,
        }),
        auditRow(desk, {
          action: "member-category.added",
          subject: id,
          after: { nameZh, nameEn, discounts },
          brandId,
        }),
      ],
    };
  });
};

/** @throws Problem not-found, not-allowed, changed-meanwhile, input-invalid, name-taken */
export const changeMemberCategory = async (
  desk: Desk,
  categoryId: string,
  { revision, ...after }: BodyOf<typeof doors.changeMemberCategory>,
): Promise<AnswerOf<typeof doors.changeMemberCategory>> => {
  const [was] = await desk.db.read(memberCategoryById, [categoryId]);
  if (!was) throw new Problem("not-found");
  mustReachBrand(desk, was.brand_id);
  if (was.revision !== revision) throw new Problem("changed-meanwhile");
  await checkGoods(desk, was.brand_id, after.discounts);
  const { nameZh, nameEn, discounts, state } = viewOf(was);
  try {
    await desk.db.write([
      updateMemberCategory.row({
        id: categoryId,
        name_zh: after.nameZh,
        name_en: after.nameEn,
        discounts: JSON.stringify(after.discounts),
        state: after.state,
        revision: revision + 1,
      }),
      auditRow(desk, {
        action: "member-category.changed",
        subject: categoryId,
        before: { nameZh, nameEn, discounts, state },
        after,
        brandId: was.brand_id,
      }),
    ], [categoryId]);
  } catch (error) {
    if (!(error instanceof Collision)) throw error;
    if (error.on.includes("name_zh")) throw new Problem("name-taken", { field: "nameZh" });
    throw new Problem("changed-meanwhile");
  }
  return { done: true };
};

/** Puts a member into a category of the own brand, or takes them out. @throws Problem not-found */
export const setMemberCategory = async (
  desk: Desk,
  memberId: string,
  { categoryId, reason }: BodyOf<typeof doors.setMemberCategory>,
): Promise<AnswerOf<typeof doors.setMemberCategory>> => {
  const m = await memberInScope(desk, memberId);
  const [[was], [wanted]] = await Promise.all([
    desk.db.read(categoryOfMember, [memberId]),
    desk.db.read(memberCategoryById, [categoryId ?? ""]),
  ]);
  const fits = wanted && wanted.brand_id === m.brand_id && wanted.state === "open";
  if (categoryId !== null && !fits) throw new Problem("not-found");
  const since = desk.now;
  const staff_id = desk.actor.staffId ?? null;
  await desk.db.write([
    categoryId === null
      ? takeOutOfCategory.row({ member_id: memberId })
      : putInCategory.row({ member_id: memberId, category_id: categoryId, since, staff_id }),
    auditRow(desk, {
      action: "member.category-set",
      subject: memberId,
      before: { category: was?.name_zh ?? null },
      after: { category: wanted?.name_zh ?? null, reason },
      brandId: m.brand_id,
    }),
  ], [memberId]);
  desk.nudge(memberId);
  return { done: true };
};

/** @throws Problem not-found */
export const showMemberTier = async (
  desk: Desk,
  memberId: string,
): Promise<AnswerOf<typeof doors.showMemberTier>> => {
  await memberInScope(desk, memberId);
  const [[category], changes] = await Promise.all([
    desk.db.read(categoryOfMember, [memberId]),
    desk.db.read(tierChangesOf, [memberId]),
  ]);
  return {
    categoryId: category?.category_id ?? null,
    changes: changes.slice(0, 50).map((row) => ({
      at: row.at,
      how: row.how,
      fromZh: row.from_zh,
      fromEn: row.from_en,
      toZh: row.to_zh ?? "",
      toEn: row.to_en ?? "",
      reviewOn: row.review_on,
    })),
  };
};
