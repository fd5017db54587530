import type { checkProgramme as door } from "../../shared/console/programme-doors.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { mustReach } from "../access/within.ts";
import type { Desk } from "../desk.ts";
import { categoriesOf } from "../goods/queries.ts";
import { parametersIn } from "../parameters/queries.ts";
import { runCasesOf } from "./case-results.ts";
import { unknownNames } from "./check-names.ts";
import { findingsOf } from "./publication.ts";
import { readSource } from "./read-source.ts";

/** All that stands against publishing, at once: what publishing itself would refuse one by one.
 *  @throws Problem not-found */
export const checkProgramme = async (
  desk: Desk,
  { brandId, source }: BodyOf<typeof door>,
): Promise<AnswerOf<typeof door>> => {
  mustReach(desk, brandId);
  const { rules } = await readSource(desk, brandId, source);
  const [categories, unknown, cases, { publishNeedsSecond }] = await Promise.all([
    desk.db.read(categoriesOf, [brandId]),
    unknownNames(desk, brandId, rules, ""),
    runCasesOf(desk, brandId, rules),
    parametersIn(desk, brandId),
  ]);
  return {
    findings: findingsOf(rules, categories),
    unknown: unknown.slice(0, 100),
    cases,
    needsSecond: publishNeedsSecond,
  };
};
