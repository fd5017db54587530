/** How a birthday that somebody moves is kept from being celebrated again and again. Times in ms.
 *  @module */

const dayMs = 86_400_000;

/** A birthday the member set counts for points and gifts only after so long. */
export const birthdaySettlesMs = 30 * dayMs;
/** The member changes it once in so long; the office may correct it at any time. */
const betweenChangesMs = 365 * dayMs;

/** Does it count at an instant? @param setAt null: as old as the membership, or put by the office */
export const birthdayCounts = (setAt: number | null, at: number): boolean =>
  setAt === null || at - setAt >= birthdaySettlesMs;

/** From when on (ms) the member may set another; 0: now. */
export const birthdayOpensAt = (setAt: number | null, now: number): number =>
  setAt === null || now - setAt >= betweenChangesMs ? 0 : setAt + betweenChangesMs;
