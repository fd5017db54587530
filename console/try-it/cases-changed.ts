import { signal } from "@preact/signals";

/** Counts changes of saved cases, so that their list is asked for anew. */
export const caseChanges = signal(0);
export const casesChanged = (): void => {
  caseChanges.value++;
};
