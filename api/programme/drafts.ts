/** Drafts of a programme: kept, changed, thrown away. @module */
import type * as doors from "../../shared/console/draft-doors.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import { ProgrammeRules } from "../../shared/programme/rules.ts";
import { mustReach, mustReachBrand } from "../access/within.ts";
import { auditRow } from "../audit/queries.ts";
import { Collision } from "../db/collision.ts";
import { settle } from "../db/settle.ts";
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { draftById, type DraftRow, draftsOf, insertDraft, updateDraft } from "./draft-queries.ts";
import { latestVersion } from "./queries.ts";

const draftsMost = 50;

const viewOf = (row: Omit<DraftRow, "body">) => ({
  id: row.id,
  brandId: row.brand_id,
  name: row.name,
  basedOnVersion: row.based_on,
  revision: row.revision,
  changedBy: row.changed_by,
  changedAt: row.changed_at,
});

/** An open draft that the caller may see. @throws Problem not-found */
export const draftInScope = async (desk: Desk, draftId: string): Promise<DraftRow> => {
  const [draft] = await desk.db.read(draftById, [draftId]);
  if (!draft) throw new Problem("not-found");
  mustReach(desk, draft.brand_id);
  return draft;
};

/** @throws Problem not-found */
export const listDrafts = async (
  desk: Desk,
  brandId: string,
): Promise<AnswerOf<typeof doors.listDrafts>> => {
  mustReach(desk, brandId);
  const rows = await desk.db.readSeen(draftsOf, [brandId], desk.seen);
  return { drafts: rows.map(viewOf) };
};

/** @throws Problem not-found */
export const showDraft = async (
  desk: Desk,
  draftId: string,
): Promise<AnswerOf<typeof doors.showDraft>> => {
  const draft = await draftInScope(desk, draftId);
  return { ...viewOf(draft), body: ProgrammeRules.parse(JSON.parse(draft.body)) };
};

/** @throws Problem not-found, not-allowed, drafts-full */
export const saveDraft = (
  desk: Desk,
  key: string,
  input: BodyOf<typeof doors.saveDraft>,
): Promise<AnswerOf<typeof doors.saveDraft>> => {
  const { brandId, name, body, basedOnVersion } = input;
  mustReachBrand(desk, brandId);
  return settle(desk, key, input, async () => {
    const [[latest], drafts] = await Promise.all([
      desk.db.read(latestVersion, [brandId]),
      desk.db.read(draftsOf, [brandId]),
    ]);
    if (!latest) throw new Problem("not-found");
    if (drafts.length >= draftsMost) throw new Problem("drafts-full", { max: draftsMost });
    const draftId = desk.id("draft");
    return {
      answer: { draftId, revision: 1 },
      touches: [`drafts ${brandId}`],
      writes: [
        insertDraft.row({
          id: draftId,
          brand_id: brandId,
          name,
          body: JSON.stringify(body),
          based_on: basedOnVersion,
          revision: 1,
          changed_by: desk.actor.staffId ?? null,
          changed_at: desk.now,
          created_at: desk.now,
        }),
        auditRow(desk, {
          action: "draft.saved",
          subject: draftId,
          after: { name, basedOnVersion, body },
          brandId,
        }),
      ],
    };
  });
};

/** The row of a draft after the change, if nobody changed it meanwhile.
 *  @throws Problem changed-meanwhile */
export const draftStep = (
  desk: Desk,
  draft: DraftRow,
  revision: number,
  change: Partial<Pick<DraftRow, "name" | "body" | "based_on">> & {
    state?: "published" | "removed";
  },
): Write => {
  if (draft.revision !== revision) throw new Problem("changed-meanwhile");
  return updateDraft.row({
    id: draft.id,
    name: change.name ?? draft.name,
    body: change.body ?? draft.body,
    based_on: change.based_on ?? draft.based_on,
    revision: revision + 1,
    state: change.state ?? "open",
    changed_by: desk.actor.staffId ?? null,
    changed_at: desk.now,
  });
};

const write = (desk: Desk, writes: Write[], touches: string): Promise<void> =>
  desk.db.write(writes, [touches]).catch((error) => {
    throw error instanceof Collision ? new Problem("changed-meanwhile") : error;
  });

/** @throws Problem not-found, not-allowed, changed-meanwhile */
export const changeDraft = async (
  desk: Desk,
  draftId: string,
  { revision, name, body, basedOnVersion }: BodyOf<typeof doors.changeDraft>,
): Promise<{ revision: number }> => {
  const draft = await draftInScope(desk, draftId);
  mustReachBrand(desk, draft.brand_id);
  const step = { name, body: JSON.stringify(body), based_on: basedOnVersion };
  const note = auditRow(desk, {
    action: "draft.changed",
    subject: draftId,
    before: { name: draft.name, basedOnVersion: draft.based_on, body: JSON.parse(draft.body) },
    after: { name, basedOnVersion, body },
    brandId: draft.brand_id,
  });
  await write(desk, [draftStep(desk, draft, revision, step), note], draftId);
  return { revision: revision + 1 };
};

/** @throws Problem not-found, not-allowed, changed-meanwhile */
export const removeDraft = async (
  desk: Desk,
  draftId: string,
  { revision }: BodyOf<typeof doors.removeDraft>,
): Promise<{ done: true }> => {
  const draft = await draftInScope(desk, draftId);
  mustReachBrand(desk, draft.brand_id);
  const note = auditRow(desk, {
    action: "draft.removed",
    subject: draftId,
    before: { name: draft.name, body: JSON.parse(draft.body) },
    brandId: draft.brand_id,
  });
  await write(desk, [draftStep(desk, draft, revision, { state: "removed" }), note], draftId);
  return { done: true };
};
