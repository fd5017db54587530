/** Publishing: a body, a draft, or an old version taken up again. @module */
import type { publishDraft as draftDoor } from "../../shared/console/draft-doors.ts";
import type * as doors from "../../shared/console/programme-doors.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import { mustReach, mustReachBrand } from "../access/within.ts";
import { settle } from "../db/settle.ts";
import type { Desk } from "../desk.ts";
import { draftInScope, draftStep } from "./drafts.ts";
import { decidePublication, type Published } from "./publication.ts";
import { versionById } from "./queries.ts";

/** Publishes a new version of a brand's rules. Versions are never edited; who started from an older
 *  one is told. @throws Problem not-found, not-allowed and what decidePublication refuses */
export const publishRules = (
  desk: Desk,
  key: string,
  input: BodyOf<typeof doors.publishRules>,
): Promise<Published> => {
  const { brandId, basedOnVersion, effectiveFrom, body, reason = "" } = input;
  mustReachBrand(desk, brandId);
  const bodyText = JSON.stringify(body);
  return settle(desk, key, input, () =>
    decidePublication(desk, {
      brandId,
      basedOnVersion,
      effectiveFrom,
      bodyText,
      reason,
      draft: null,
      repeats: null,
    }));
};

/** Publishes a draft as it stands; it is then no draft any more, unless it waits for a second person.
 *  @throws Problem not-found, not-allowed, changed-meanwhile and what decidePublication refuses */
export const publishDraft = (
  desk: Desk,
  key: string,
  draftId: string,
  input: BodyOf<typeof draftDoor>,
): Promise<Published> =>
  settle(desk, key, { draftId, ...input }, async () => {
    const draft = await draftInScope(desk, draftId);
    mustReachBrand(desk, draft.brand_id);
    const { revision, basedOnVersion, effectiveFrom, reason = "" } = input;
    const closed = draftStep(desk, draft, revision, { state: "published" });
    return decidePublication(desk, {
      brandId: draft.brand_id,
      basedOnVersion,
      effectiveFrom,
      bodyText: draft.body,
      reason,
      draft: { id: draftId, name: draft.name, revision },
      repeats: null,
    }, [closed]);
  });

/** Takes an old version up again, word for word, under a new number.
 *  @throws Problem not-found, not-allowed and what decidePublication refuses */
export const republishVersion = (
  desk: Desk,
  key: string,
  rulesId: string,
  input: BodyOf<typeof doors.republishVersion>,
): Promise<Published> =>
  settle(desk, key, { rulesId, ...input }, async () => {
    const [old] = await desk.db.read(versionById, [rulesId]);
    if (!old) throw new Problem("not-found");
    mustReach(desk, old.brand_id);
    mustReachBrand(desk, old.brand_id);
    const { basedOnVersion, effectiveFrom, reason } = input;
    return decidePublication(desk, {
      brandId: old.brand_id,
      basedOnVersion,
      effectiveFrom,
      bodyText: old.body,
      reason,
      draft: null,
      repeats: old.version,
    });
  });
