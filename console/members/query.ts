import { signal } from "@preact/signals";
import type { MemberSort, Screening } from "../../shared/members/screening.ts";

/** What the list of members shows. Kept out of the address, where a phone number would stay in
 *  histories and logs; kept over a visit to a member, so that back leads to the same list. */
export interface MemberQuery {
  text: string;
  brandId: string | null;
  filter: Screening;
  sort: { key: MemberSort; descending: boolean };
  /** Cursors of the pages before this one and of this one; the first page has none. */
  cursors: readonly string[];
}

export const emptyQuery: MemberQuery = {
  text: "",
  brandId: null,
  filter: {},
  sort: { key: "joined", descending: true },
  cursors: [],
};

export const memberQuery = signal<MemberQuery>(emptyQuery);

/** Those ticked, by id; a tick outlives turning the page. */
export const ticked = signal<ReadonlySet<string>>(new Set());

/** Changes the question; it then starts on its first page, and nobody is ticked. */
export const putQuery = (part: Partial<MemberQuery>): void => {
  memberQuery.value = { ...memberQuery.value, cursors: [], ...part };
  if (part.cursors === undefined) ticked.value = new Set();
};
