/** An answer that takes its time. @module */
import type { Page } from "playwright-core";

/** Holds back the first request to a door while something else happens on the page, then lets it
 *  through and waits until the page has heard the answer.
 *  @param ask what sends the request
 *  @param meanwhile what happens before it is answered */
export const answeredLate = async (
  page: Page,
  door: string,
  ask: () => Promise<void>,
  meanwhile: () => Promise<void>,
): Promise<void> => {
  let answer = () => {};
  const over = new Promise<void>((done) => answer = done);
  const sent = new Promise<void>((held) => {
    void page.route(door, async (route) => {
      held();
      await over;
      await route.continue();
    }, { times: 1 });
  });
  await ask();
  await sent;
  await meanwhile();
  const heard = page.waitForResponse(door);
  answer();
  await (await heard).finished();
  await page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
};
