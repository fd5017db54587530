import type { listRoles as door } from "../../shared/console/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import type { Desk } from "../desk.ts";
import { ownRightsOf, ownRolesOf } from "./role-queries.ts";

/** Roles of the brands in scope. */
export const listRoles = async (desk: Desk): Promise<AnswerOf<typeof door>> => {
  const { brandIds } = desk.actor.scope;
  const rows = (await Promise.all(
    (brandIds ?? [null]).map((id) => desk.db.readSeen(ownRolesOf, [id], desk.seen)),
  )).flat();
  return {
    roles: rows.map((r) => ({
      id: r.id,
      brandId: r.brand_id,
      nameZh: r.name_zh,
      nameEn: r.name_en,
      permissions: [...ownRightsOf(r).permissions],
      limits: ownRightsOf(r).limits,
      revision: r.revision,
      people: r.people,
      createdAt: r.created_at,
    })),
  };
};
