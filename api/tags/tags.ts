/** Tags: made, given, taken, retired. @module */
import type * as doors from "../../shared/console/endpoints.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { exportRowMax } from "../../shared/exports/lists.ts";
import type { Screening } from "../../shared/members/screening.ts";
import { Problem } from "../../shared/problems.ts";
import { mustReach } from "../access/within.ts";
import { auditRow } from "../audit/queries.ts";
import { settle } from "../db/settle.ts";
import type { Desk } from "../desk.ts";
import { brandById } from "../stores/queries.ts";
import { everyoneScreened, moveTag, refill } from "./fill-tag.ts";
import { countScreened } from "./find-screened.ts";
import {
  endTag,
  holdersAmong,
  insertTag,
  tagById,
  tagByName,
  type TagRecord,
  tagsOf,
  takeTagFromAll,
} from "./queries.ts";

/** A tag in force in the caller's scope. @throws Problem not-found */
const tagInScope = async (desk: Desk, tagId: string): Promise<TagRecord> => {
  const [tag] = await desk.db.read(tagById, [tagId]);
  if (!tag || tag.state !== "active") throw new Problem("not-found");
  mustReach(desk, tag.brand_id);
  return tag;
};

export const listTags = async (desk: Desk): Promise<AnswerOf<typeof doors.listTags>> => {
  const { brandIds } = desk.actor.scope;
  const rows = (await Promise.all(
    (brandIds ?? [null]).map((id) => desk.db.readSeen(tagsOf, [id], desk.seen)),
  )).flat();
  return {
    tags: rows.map((row) => ({
      id: row.id,
      brandId: row.brand_id,
      name: row.name,
      screening: row.screening === null ? null : JSON.parse(row.screening) as Screening,
      members: row.members,
      refreshedAt: row.refreshed_at,
    })),
  };
};

/** @throws Problem not-found, name-taken */
export const addTag = async (
  desk: Desk,
  key: string,
  input: BodyOf<typeof doors.addTag>,
): Promise<AnswerOf<typeof doors.addTag>> => {
  const { brandId, name, screening } = input;
  mustReach(desk, brandId);
  const { tagId } = await settle(desk, key, input, async () => {
    const [brands, taken] = await Promise.all([
      desk.db.read(brandById, [brandId]),
      desk.db.read(tagByName, [brandId, name]),
    ]);
    if (!brands.length) throw new Problem("not-found");
    if (taken.length) throw new Problem("name-taken", { field: "name" });
    const tagId = desk.id("tag");
    return {
      answer: { tagId },
      touches: [`tags/${brandId}`],
      writes: [
        insertTag.row({
          id: tagId,
          brand_id: brandId,
          name,
          screening: screening === null ? null : JSON.stringify(screening),
          refreshed_at: null,
          created_by: desk.actor.staffId ?? null,
          created_at: desk.now,
        }),
        auditRow(desk, {
          action: "tag.added",
          subject: tagId,
          after: { name, ...(screening ? { screening } : {}) },
          brandId,
        }),
      ],
    };
  });
  if (screening === null) return { tagId, members: 0 };
  // Filled beside the booking: a screening may find a hundred thousand.
  await refill(desk, { id: tagId, brand_id: brandId, screening: JSON.stringify(screening) });
  return { tagId, members: await countScreened(desk, brandId, screening) };
};

/** @throws Problem not-found, also for a tag that no screening keeps */
export const refreshTag = async (
  desk: Desk,
  tagId: string,
): Promise<AnswerOf<typeof doors.refreshTag>> => {
  const tag = await tagInScope(desk, tagId);
  if (tag.screening === null) throw new Problem("not-found");
  const moved = await refill(desk, tag);
  await desk.db.write([
    auditRow(desk, {
      action: "tag.refreshed",
      subject: tagId,
      after: moved,
      brandId: tag.brand_id,
    }),
  ]);
  return moved;
};

/** @throws Problem not-found */
export const retireTag = async (desk: Desk, tagId: string): Promise<{ done: true }> => {
  const tag = await tagInScope(desk, tagId);
  await desk.db.write([
    takeTagFromAll.row({ tag_id: tagId }),
    // The name is free again.
    endTag.row({ id: tagId, name: `${tag.name} (${tagId.slice(-4)})` }),
    auditRow(desk, {
      action: "tag.retired",
      subject: tagId,
      before: { name: tag.name },
      brandId: tag.brand_id,
    }),
  ], [tagId]);
  return { done: true };
};

/** Gives members a tag, or takes it away; those named (whoever is not of the tag's brand is left
 *  out), or all that a screening finds. @returns how many changed
 *  @throws Problem not-found, tag-screened, list-too-long */
export const tagMembers = async (
  desk: Desk,
  { tagId, give, who }: BodyOf<typeof doors.tagMembers>,
): Promise<{ changed: number }> => {
  const tag = await tagInScope(desk, tagId);
  if (tag.screening !== null) throw new Problem("tag-screened");
  const screening = "screening" in who ? who.screening : undefined;
  if (screening) {
    const most = await countScreened(desk, tag.brand_id, screening);
    if (most > exportRowMax) throw new Problem("list-too-long", { max: exportRowMax });
  }
  const wanted = "memberIds" in who
    ? who.memberIds
    : [...await everyoneScreened(desk, tag.brand_id, who.screening)];
  const known = await desk.db.read(holdersAmong, [tagId, JSON.stringify(wanted)]);
  const changed = known.filter((row) => (row.has === 1) !== give).map((row) => row.id);
  if (changed.length === 0) return { changed: 0 };
  await moveTag(desk, tagId, give ? changed : [], give ? [] : changed);
  const single = changed.length === 1;
  await desk.db.write([
    auditRow(desk, {
      action: give ? "tag.given" : "tag.taken",
      subject: single ? changed[0]! : tagId,
      after: { tag: tag.name, ...(single ? {} : { members: changed.length, screening }) },
      brandId: tag.brand_id,
    }),
  ]);
  return { changed: changed.length };
};
