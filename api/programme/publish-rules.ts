import type { publishRules as door } from "../../shared/console/endpoints.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import { mustReachBrand } from "../access/within.ts";
import { auditRow } from "../audit/queries.ts";
import { settle } from "../db/settle.ts";
import type { Desk } from "../desk.ts";
import { checkNames } from "./check-names.ts";
import { insertRules, latestVersion } from "./queries.ts";

/** How far back "from now on" may lie: the time somebody takes to press the button. */
const slackMs = 5 * 60_000;

/** Publishes a new version of a brand's earning rules. Versions are never edited; who started from
 *  an older one is told. Only another system (role integration) may date it back, to book old sales.
 *  @throws Problem not-found, not-allowed, changed-meanwhile, time-refused, input-invalid */
export const publishRules = (
  desk: Desk,
  key: string,
  input: BodyOf<typeof door>,
): Promise<AnswerOf<typeof door>> => {
  const { brandId, basedOnVersion, effectiveFrom, body } = input;
  mustReachBrand(desk, brandId);
  return settle(desk, key, input, async () => {
    const [latest] = await Promise.all([
      desk.db.read(latestVersion, [brandId]),
      checkNames(desk, brandId, body, "/body"),
    ]);
    const version = latest[0]?.version;
    if (version === undefined) throw new Problem("not-found");
    if (version !== basedOnVersion) throw new Problem("changed-meanwhile");
    if (desk.actor.role !== "integration" && effectiveFrom < desk.now - slackMs) {
      throw new Problem("time-refused");
    }
    const rulesId = desk.id("rules");
    return {
      answer: { rulesId, version: version + 1 },
      touches: [`rules ${brandId}`],
      writes: [
        insertRules.row({
          id: rulesId,
          brand_id: brandId,
          version: version + 1,
          effective_from: effectiveFrom,
          body: JSON.stringify(body),
          published_by: desk.actor.staffId ?? desk.actor.apiKeyId ?? null,
          published_at: desk.now,
        }),
        auditRow(desk, {
          action: "rules.published",
          subject: rulesId,
          before: { version },
          after: { version: version + 1, effectiveFrom, body },
          brandId,
        }),
      ],
    };
  });
};
