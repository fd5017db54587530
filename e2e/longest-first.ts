/** Starts the longest files first: one that begins last is waited for alone. On a fresh clone there is
 *  no record of how long they took, and Vitest goes by their size, which for a journey that is
 *  written elsewhere says nothing. @module */
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** In order; whatever is not named follows as Vitest has it. */
const longest = [
  "offline",
  "faults/crash",
  "main-job",
  "grants",
  "tiers",
  "programme",
  "office",
  "console-day",
  "pages",
  "mall",
  "main-job-en",
  "transfers",
  "faults/bad-input",
  "before-live",
];

const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = longest.findIndex((name) => moduleId.endsWith(`/e2e/${name}.test.ts`));
  return place < 0 ? longest.length : place;
};

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    return usual.sort((a, b) => placeOf(a) - placeOf(b));
  }
}
