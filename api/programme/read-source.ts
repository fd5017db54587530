import type { RulesSource } from "../../shared/programme/source.ts";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import { Problem } from "../../shared/problems.ts";
import type { Desk } from "../desk.ts";
import { draftById } from "./draft-queries.ts";
import { rulesIn } from "./publication.ts";
import { versionById } from "./queries.ts";

/** The rules that are meant, of this brand and no other.
 *  @returns `bodyText` as kept; `name` and `revision` of a draft, `version` of a version
 *  @throws Problem not-found */
export const readSource = async (
  desk: Desk,
  brandId: string,
  source: RulesSource,
): Promise<{
  id: string;
  rules: ProgrammeRules;
  bodyText: string;
  name: string | null;
  revision: number | null;
  version: number | null;
}> => {
  if (source.kind === "body") {
    const bodyText = JSON.stringify(source.body);
    return { id: "", rules: source.body, bodyText, name: null, revision: null, version: null };
  }
  const [found] = source.kind === "draft"
    ? await desk.db.read(draftById, [source.draftId])
    : await desk.db.read(versionById, [source.rulesId]);
  if (!found || found.brand_id !== brandId) throw new Problem("not-found");
  return {
    id: found.id,
    rules: rulesIn(found.body),
    bodyText: found.body,
    name: "name" in found ? found.name : null,
    revision: "revision" in found ? found.revision : null,
    version: "version" in found ? found.version : null,
  };
};
