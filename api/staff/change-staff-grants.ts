import { Problem } from "../../shared/problems.ts";
import type { Grant } from "../../shared/staff/grant.ts";
import { grantOf } from "../access/grants.ts";
import { forget } from "../access/known.ts";
import { grantsOfStaff } from "../access/queries.ts";
import { auditRow } from "../audit/queries.ts";
import { Collision } from "../db/collision.ts";
import type { Desk } from "../desk.ts";
import { checkGrant } from "./add-staff.ts";
import { mustManage } from "./must-manage.ts";
import { deleteGrant, insertGrant } from "./queries.ts";

const nameOf = (g: Grant): string => `${g.role} ${g.brandId} ${g.storeId}`;

const rowOf = (staffId: string, g: Grant) => ({
  staff_id: staffId,
  role: g.role,
  brand_id: g.brandId,
  store_id: g.storeId,
});

/** Sets all that a person may do. Every grant, old and new, must be one that the caller could give;
 *  nobody changes their own. Rights are read with each request, so this holds from the next one on.
 *  @throws Problem not-found, not-allowed, changed-meanwhile */
export const changeStaffGrants = async (
  desk: Desk,
  staffId: string,
  wanted: readonly Grant[],
): Promise<{ done: true }> => {
  if (staffId === desk.actor.staffId) throw new Problem("not-allowed");
  await mustManage(desk, staffId);
  await Promise.all(wanted.map((g) => checkGrant(desk, g)));
  const held = (await desk.db.read(grantsOfStaff, [staffId])).map(grantOf)
    .map(({ role, brandId, storeId }): Grant => ({ role, brandId, storeId }));
  const heldNames = new Set(held.map(nameOf));
  const wantedByName = new Map(wanted.map((g) => [nameOf(g), g]));
  const gone = held.filter((g) => !wantedByName.has(nameOf(g)));
  const added = [...wantedByName].filter(([name]) => !heldNames.has(name)).map(([, g]) => g);
  if (gone.length + added.length === 0) return { done: true };
  try {
    await desk.db.write([
      ...gone.map((g) => deleteGrant.row(rowOf(staffId, g))),
      ...added.map((g) =>
        insertGrant.row({
          ...rowOf(staffId, g),
          granted_by: desk.actor.staffId ?? null,
          granted_at: desk.now,
        })
      ),
      auditRow(desk, {
        action: "staff.grants-changed",
        subject: staffId,
        before: held,
        after: [...wantedByName.values()],
      }),
    ], [staffId]);
  } catch (error) {
    if (error instanceof Collision) throw new Problem("changed-meanwhile");
    throw error;
  }
  forget(desk.db, staffId);
  return { done: true };
};
