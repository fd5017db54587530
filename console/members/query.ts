import { signal } from "@preact/signals";

/** What the list of members shows. Kept out of the address, where a phone number would stay in
 *  histories and logs; kept over a visit to a member, so that back leads to the same list. */
export interface MemberQuery {
  text: string;
  brandId: string | null;
  tierId: string | null;
  /** Cursors of the pages before this one and of this one; the first page has none. */
  cursors: readonly string[];
}

export const emptyQuery: MemberQuery = { text: "", brandId: null, tierId: null, cursors: [] };

export const memberQuery = signal<MemberQuery>(emptyQuery);
