import type { listAudit as door } from "../../shared/console/endpoints.ts";
import type { AnswerOf, QueryOf } from "../../shared/endpoint.ts";
import type { Desk } from "../desk.ts";
import { findAudit } from "./find-audit.ts";

/** The operation log in the caller's scope, newest first.
 *  @param query.before id of the last row of the page before */
export const listAudit = async (
  desk: Desk,
  { before, limit = 50, ...filter }: QueryOf<typeof door>,
): Promise<AnswerOf<typeof door>> => {
  const rows = await findAudit(desk, filter, { before, limit: limit + 1 });
  const page = rows.slice(0, limit);
  return { rows: page, nextBefore: rows.length > limit ? page.at(-1)!.id : null };
};
