/** Drafts that are not saved yet, kept on this machine: a reload or a torn line loses nothing.
 *  @module */
import type { Draft } from "../../shared/console/draft-doors.ts";
import { ProgrammeRules } from "../../shared/programme/rules.ts";

/** What is kept of a draft: what it says, and the revision that it was begun on. */
export interface KeptDraft {
  revision: number;
  basedOnVersion: number;
  name: string;
  body: ProgrammeRules;
}

const key = (draftId: string): string => `jifu.programme.draft.${draftId}`;

export function keepDraft(draftId: string, kept: KeptDraft): void {
  try {
    localStorage.setItem(key(draftId), JSON.stringify(kept));
  } catch {
    // No room, or no storage: the server's copy is all there is.
  }
}

export function forgetDraft(draftId: string): void {
  try {
    localStorage.removeItem(key(draftId));
  } catch {
    // As above.
  }
}

/** What was not saved when the page went away; null when all was. */
export function keptDraft(draft: Draft): KeptDraft | null {
  try {
    const text = localStorage.getItem(key(draft.id));
    if (text === null) return null;
    const kept = JSON.parse(text) as KeptDraft;
    const body = ProgrammeRules.safeParse(kept.body);
    return body.success ? { ...kept, body: body.data } : null;
  } catch {
    return null;
  }
}
