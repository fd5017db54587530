/** Tags that a screening keeps: filled when they are made, when somebody asks, and every night.
 *  @module */
import type { Screening } from "../../shared/members/screening.ts";
import type { Desk } from "../desk.ts";
import { screenedIds } from "./find-screened.ts";
import {
  giveTag,
  holdersOf,
  noteRefresh,
  screenedTags,
  type TagRecord,
  takeTag,
} from "./queries.ts";

const pageSize = 20_000;
/** Members per batch: small enough that a sale beside it does not wait. */
const batchSize = 1_000;

const inBatches = async <T>(items: readonly T[], work: (part: T[]) => Promise<void>) => {
  for (let at = 0; at < items.length; at += batchSize) {
    await work(items.slice(at, at + batchSize));
  }
};

/** Everybody whom a screening finds now. */
export const everyoneScreened = async (
  desk: Desk,
  brandId: string,
  screening: Screening,
): Promise<Set<string>> => {
  const found = new Set<string>();
  for (let after = "";;) {
    const page = await screenedIds(desk, brandId, screening, after, pageSize);
    for (const id of page) found.add(id);
    if (page.length < pageSize) return found;
    after = page.at(-1)!;
  }
};

const everyHolder = async (desk: Desk, tagId: string): Promise<string[]> => {
  const found: string[] = [];
  for (let after = "";;) {
    const page = await desk.db.read(holdersOf, [tagId, after]);
    found.push(...page.map((row) => row.member_id));
    if (page.length < pageSize) return found;
    after = page.at(-1)!.member_id;
  }
};

/** Gives a tag to members who may have it already, and takes it from others. Each batch stands alone:
 *  cut off in the middle, the next run does the rest. */
export const moveTag = async (
  desk: Desk,
  tagId: string,
  given: readonly string[],
  taken: readonly string[],
): Promise<void> => {
  const by_id = desk.actor.staffId ?? null;
  await inBatches(given, (part) =>
    desk.db.write(
      part.map((member_id) => giveTag.row({ member_id, tag_id: tagId, by_id, at: desk.now })),
    ));
  await inBatches(
    taken,
    (part) => desk.db.write(part.map((member_id) => takeTag.row({ member_id, tag_id: tagId }))),
  );
};

/** Makes the holders of a tag those whom its screening finds. */
export const refill = async (
  desk: Desk,
  { id, brand_id, screening }: Pick<TagRecord, "id" | "brand_id" | "screening">,
): Promise<{ given: number; taken: number }> => {
  const wanted = await everyoneScreened(desk, brand_id, JSON.parse(screening!) as Screening);
  const holders = await everyHolder(desk, id);
  const held = new Set(holders);
  const given = [...wanted].filter((member) => !held.has(member));
  const taken = holders.filter((member) => !wanted.has(member));
  await moveTag(desk, id, given, taken);
  await desk.db.write([noteRefresh.row({ id, refreshed_at: desk.now })]);
  return { given: given.length, taken: taken.length };
};

/** Every tag that a screening keeps. @returns how many */
export const refillTags = async (desk: Desk): Promise<number> => {
  const tags = await desk.db.read(screenedTags, []);
  for (const tag of tags) await refill(desk, tag);
  return tags.length;
};
