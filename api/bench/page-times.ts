/** What a page says of its own times: first paint, largest paint, when something could be used, how
 *  long it took to answer a press. Read inside the page, so the way to this process does not count.
 *  @module */
import type { Page } from "playwright-core";
import { openScreen, type Screen } from "../../e2e/browser.ts";
import type { openBrowser } from "../../e2e/browser.ts";

type Browser = Awaited<ReturnType<typeof openBrowser>>;

type Kept = {
  fcp: number;
  lcp: number;
  /** The longest answer to a press: from the press to the next frame. */
  press: number;
  /** Selector → when it was first on the screen. */
  seen: Record<string, number>;
  /** When Enter was last pressed; a scanner's code is whole then. */
  enterAt: number;
};

declare global {
  var benchTimes: Kept;
}

/** Runs in the page before anything of its own. */
const keepTimes = (selectors: string[]): void => {
  const kept: Kept = { fcp: 0, lcp: 0, press: 0, seen: {}, enterAt: 0 };
  globalThis.benchTimes = kept;
  const watch = (type: string, each: (entry: PerformanceEntry) => void): void => {
    new PerformanceObserver((list) => list.getEntries().forEach(each))
      .observe({ type, buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
  };
  watch("paint", (e) => {
    if (e.name === "first-contentful-paint") kept.fcp = e.startTime;
  });
  watch("largest-contentful-paint", (e) => kept.lcp = e.startTime);
  watch("event", (e) => {
    if ((e as PerformanceEntry & { interactionId?: number }).interactionId) {
      kept.press = Math.max(kept.press, e.duration);
    }
  });
  addEventListener("keydown", (e) => {
    if (e.key === "Enter") kept.enterAt = performance.now();
  }, true);
  const look = (): void => {
    for (const selector of selectors) {
      if (kept.seen[selector]) continue;
      const found = document.querySelector(selector);
      if (found && found.getClientRects().length > 0) kept.seen[selector] = performance.now();
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};

export const timesOf = (page: Page): Promise<Kept> => page.evaluate(() => globalThis.benchTimes);

/** From now on every page of this screen keeps its times.
 *  @param selectors what is looked out for */
export const watchTimes = async (screen: Screen, selectors: string[]): Promise<void> => {
  await screen.context.addInitScript(keepTimes, selectors);
};

/** The page computes as slowly as one on a machine that is so many times slower. */
export const slowDown = async (screen: Screen, rate: number): Promise<void> => {
  const session = await screen.context.newCDPSession(screen.page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
};

/** A screen that has never been here, slowed down, once `usable` is on it. */
export const firstVisit = async (
  browser: Browser,
  device: Parameters<typeof openScreen>[1],
  url: string,
  usable: string,
  rate: number,
): Promise<{ screen: Screen; times: Kept; usableAt: number }> => {
  const screen = await openScreen(browser, device, "about:blank");
  screen.context.setDefaultTimeout(60_000);
  await watchTimes(screen, [usable]);
  await slowDown(screen, rate);
  await screen.page.goto(url);
  return { screen, ...await usableTimes(screen.page, usable) };
};

/** Waits until the page has what it needs, and for the last paint's entry. */
export const usableTimes = async (page: Page, usable: string) => {
  await page.waitForFunction((s) => globalThis.benchTimes?.seen[s], usable);
  await page.waitForTimeout(500);
  const times = await timesOf(page);
  return { times, usableAt: times.seen[usable]! };
};

/** Waits until the page has fetched what it wants and stands idle; ten seconds at most. */
export const atRest = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const fetched = () => performance.getEntriesByType("resource").length;
    const until = performance.now() + 10_000;
    for (let calm = 0, before = -1; calm < 3 && performance.now() < until;) {
      await new Promise((done) => setTimeout(done, 200));
      await new Promise((done) => requestIdleCallback(done, { timeout: 2_000 }));
      calm = fetched() === before ? calm + 1 : 0;
      before = fetched();
    }
  });
