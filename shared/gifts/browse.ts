/** What stands where in the mall: the shelf that is looked at, what is within reach, in which order.
 *  @module */
import type { GiftView, ShelfView } from "./gift.ts";

export type Browsing = {
  /** A shelf's id, "other" for what stands on none, null for everything. */
  shelf: string | null;
  /** Only what this member can have now. */
  within: boolean;
  sort: "house" | "up" | "down";
};

/** The gifts to show, in order. The house's order puts within reach first, among those what has a
 *  price for a while, then what it would like to see go, then by price. */
export function browse(gifts: readonly GiftView[], { shelf, within, sort }: Browsing): GiftView[] {
  const shown = gifts.filter((gift) =>
    (shelf === null || (gift.shelfId ?? "other") === shelf) &&
    (!within || gift.refused === null)
  );
  return sort === "house"
    ? shown.toSorted((a, b) => rank(a) - rank(b) || a.points - b.points)
    : shown.toSorted((a, b) => (sort === "up" ? 1 : -1) * (a.points - b.points));
}

const rank = (gift: GiftView): number =>
  (gift.refused === null ? 0 : 8) + (gift.priced === "flash" ? 0 : 2) + (gift.promoted ? 0 : 1);

/** The shelves to choose from: none where there is nothing to choose. */
export function shelvesToShow(
  gifts: readonly GiftView[],
  shelves: readonly ShelfView[],
): (ShelfView | "other")[] {
  if (shelves.length === 0) return [];
  return gifts.some((gift) => gift.shelfId === null) ? [...shelves, "other"] : [...shelves];
}

/** Gifts whose flash price runs or begins within a day, the first to end first. */
export function flashGifts(gifts: readonly GiftView[], now: number): GiftView[] {
  const soon = now + 86_400_000;
  return gifts.filter(({ flash }) => flash !== null && flash.from < soon && flash.until > now)
    .toSorted((a, b) => a.flash!.until - b.flash!.until);
}
