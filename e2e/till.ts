/** A counter whose browser can be closed and opened again on the same profile, as a till is switched
 *  off and on. @module */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page, type Request } from "playwright-core";
import { devices, type Screen } from "./browser.ts";
import { findChromium, noChromium } from "./chromium.ts";

export type Till = Screen & {
  /** Every command that left this till, as it was sent. */
  sent: Request[];
  /** Switched off and on again: another browser on the same profile.
   *  @param offline there is no network when it comes back */
  restart: (offline: boolean) => Promise<void>;
  close: () => Promise<void>;
};

const launch = (profile: string): Promise<BrowserContext> => {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(noChromium);
  return chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args: ["--no-sandbox", "--disable-dev-shm-usage"],
    ...devices.counter,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    reducedMotion: "reduce",
  });
};

/** A till in front of the address; not paired yet. */
export const openTill = async (url: string): Promise<Till> => {
  const profile = await mkdtemp(join(tmpdir(), "jifu-till-"));
  const till = { complaints: [] as string[], sent: [] as Request[] } as Till;
  const begin = async (offline: boolean) => {
    till.context = await launch(profile);
    till.context.setDefaultTimeout(30_000);
    till.context.on("request", (request) => {
      if (request.method() === "POST" && request.headers()["idempotency-key"]) {
        till.sent.push(request);
      }
    });
    till.page = till.context.pages()[0] ?? await till.context.newPage();
    till.page.on("pageerror", (error) => till.complaints.push(String(error.stack)));
    await till.context.setOffline(offline);
    await till.page.goto(`${url}/kiosk/`);
  };
  till.restart = async (offline) => {
    await till.context.close();
    await begin(offline);
  };
  till.close = async () => {
    await till.context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  await begin(false);
  return till;
};

/** Once the page can start without network. */
export const workerReady = (page: Page): Promise<unknown> =>
  page.evaluate(() => navigator.serviceWorker.ready.then(() => true));

/** Waits until something holds. @throws Error what was waited for in vain */
export const until = async (
  holds: () => Promise<boolean> | boolean,
  what: string,
  ms = 120_000,
) => {
  const end = Date.now() + ms;
  while (!await holds()) {
    if (Date.now() > end) throw new Error(`Waited in vain: ${what}`);
    await new Promise((done) => setTimeout(done, 40));
  }
};
