import type * as doors from "../../shared/console/endpoints.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { type Parameters, readParameters } from "../../shared/parameters/parameters.ts";
import { Problem } from "../../shared/problems.ts";
import { mustReach, mustReachBrand } from "../access/within.ts";
import { auditRow } from "../audit/queries.ts";
import { Collision } from "../db/collision.ts";
import type { Desk } from "../desk.ts";
import { brandById } from "../stores/queries.ts";
import { keepParameters, parametersOf } from "./queries.ts";

/** @throws Problem not-found */
export const showParameters = async (
  desk: Desk,
  brandId: string,
): Promise<AnswerOf<typeof doors.showParameters>> => {
  mustReach(desk, brandId);
  const [brands, [row]] = await Promise.all([
    desk.db.readSeen(brandById, [brandId], desk.seen),
    desk.db.readSeen(parametersOf, [brandId], desk.seen),
  ]);
  if (!brands.length) throw new Problem("not-found");
  return {
    parameters: readParameters(row?.body),
    revision: row?.revision ?? 0,
    changedAt: row?.changed_at ?? null,
  };
};

/** Only what differs, so that the log tells the change and nothing else. */
const differing = (
  before: Parameters,
  after: Parameters,
): { before: Partial<Parameters>; after: Partial<Parameters> } | null => {
  const names = (Object.keys(after) as (keyof Parameters)[])
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  const part = (of: Parameters) => Object.fromEntries(names.map((name) => [name, of[name]]));
  return names.length ? { before: part(before), after: part(after) } : null;
};

/** Changes a brand's parameters; rooms read them with each request, so they hold from the next one.
 *  @throws Problem not-found, not-allowed, changed-meanwhile */
export const changeParameters = async (
  desk: Desk,
  { brandId, revision, parameters }: BodyOf<typeof doors.changeParameters>,
): Promise<{ done: true }> => {
  mustReachBrand(desk, brandId);
  const [brands, [row]] = await Promise.all([
    desk.db.read(brandById, [brandId]),
    desk.db.read(parametersOf, [brandId]),
  ]);
  if (!brands.length) throw new Problem("not-found");
  if ((row?.revision ?? 0) !== revision) throw new Problem("changed-meanwhile");
  const changes = differing(readParameters(row?.body), parameters);
  if (!changes) return { done: true };
  try {
    await desk.db.write([
      keepParameters.row({
        brand_id: brandId,
        body: JSON.stringify(parameters),
        revision: revision + 1,
        changed_by: desk.actor.staffId ?? null,
        changed_at: desk.now,
      }),
      auditRow(desk, { action: "parameters.changed", subject: brandId, ...changes, brandId }),
    ], [`parameters/${brandId}`]);
  } catch (error) {
    if (error instanceof Collision) throw new Problem("changed-meanwhile");
    throw error;
  }
  return { done: true };
};
