/** Accessibility: what axe finds on a page, in words short enough to read in a failed test.
 *  @module */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** @returns one line per finding: rule, element, reason. Empty is what a test wants. */
export const axeFindings = async (page: Page): Promise<string[]> => {
  // axe is half a megabyte of script that the builder would run twice for each look: a document
  // that has it already is given nothing.
  const there = await page.evaluate(() => "axe" in window);
  // Legacy mode: the usual one opens a second page, which the offline journeys could not load.
  // What was fine is not described: on a long list that takes longer than the look itself.
  const builder = new AxeBuilder({ page, ...(there ? { axeSource: "0" } : {}) })
    .options({ resultTypes: ["violations"] })
    .withTags(rules).setLegacyMode(true);
  // Nothing behind a modal dialog can be reached: that screen is looked at when it stands alone.
  if (await page.locator("dialog:modal").count() > 0) builder.include("dialog:modal");
  const { violations } = await builder.analyze();
  return violations.flatMap((found) =>
    found.nodes.map((node) =>
      `${found.id} at ${node.target.join(" ")}: ${node.failureSummary?.replace(/\s+/g, " ")}`
    )
  );
};
