/** What the search has found, and what of it still holds. @module */
import type { MemberQuery } from "../members/query.ts";

/** Something that the search offers to open. */
export interface Found {
  kind: "page" | "tag" | "member" | "all";
  href: string;
  title: string;
  detail: string;
  end: string;
  /** What opening it asks the list of members for. */
  asks?: Partial<MemberQuery>;
}

/** The members found last, and for which text. */
export interface Answer {
  wanted: string;
  found: Found[];
  failed: boolean;
}

export interface Findings {
  /** What fits the text; any of it may be opened. */
  found: Found[];
  /** Members that another text found: they stay on screen until those for this one are there, and
   *  cannot be opened. */
  before: Found[];
  searching: boolean;
  failed: boolean;
}

/** What the last answer is worth for the text that is wanted now. */
export const findingsOf = (wanted: string, { found, failed, ...last }: Answer): Findings =>
  last.wanted === wanted
    ? { found, before: [], searching: false, failed }
    : { found: [], before: found, searching: true, failed: false };

export const nothing: Findings = { found: [], before: [], searching: false, failed: false };
