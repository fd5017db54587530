/** Whom a command for many members is for. @module */
import type { Screening } from "../../shared/members/screening.ts";

/** How many were counted, and what for. */
export interface Counted {
  /** What `screeningKey` says; null for what was found by typing. */
  of: string | null;
  /** Null where nobody counted: on later pages, and for what was typed. */
  total: number | null;
}

/** A screening of a brand, as a name. */
export const screeningKey = (brand: string, filter: Screening): string =>
  JSON.stringify([brand, filter]);

/** The count, if it was made for this screening. The list before stands until the next one is
 *  there, and its count says nothing about the next. */
export const totalFor = (counted: Counted, brand: string, filter: Screening): number | null =>
  counted.of === screeningKey(brand, filter) ? counted.total : null;

export interface Whom {
  count: number;
  who: { memberIds: string[] } | { screening: Screening };
}

/** Those ticked, else all of the screening.
 *  @param total how many the screening finds; null: not known, or nobody is screened
 *  @param settled the latest answer is there
 *  @returns null while it cannot be said how many these are, and when there are none */
export const whomOf = (
  ticked: Iterable<string>,
  filter: Screening,
  total: number | null,
  settled: boolean,
): Whom | null => {
  const memberIds = [...ticked];
  if (memberIds.length > 0) return { count: memberIds.length, who: { memberIds } };
  return settled && total ? { count: total, who: { screening: filter } } : null;
};
