/** Browsers for the journeys: real Chromium, one window per device, with every complaint it makes
 *  kept. @module */
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { findChromium, noChromium } from "./chromium.ts";

/** What people hold or stand before: size, and how it is touched. */
export const devices = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true },
  kiosk: { viewport: { width: 1080, height: 1920 }, deviceScaleFactor: 1, hasTouch: true },
  counter: { viewport: { width: 1366, height: 768 }, deviceScaleFactor: 1, hasTouch: false },
  desk: { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1, hasTouch: false },
} as const;

export type Language = "zh-CN" | "en";

/** @param camera path of the video file that stands in for the camera; see camera.ts */
export const openBrowser = (
  options: { camera?: string; args?: string[] } = {},
): Promise<Browser> => {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(noChromium);
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-dev-shm-usage",
      ...(options.camera
        ? [
          "--use-fake-ui-for-media-stream",
          "--use-fake-device-for-media-stream",
          `--use-file-for-fake-video-capture=${options.camera}`,
        ]
        : []),
      ...(options.args ?? []),
    ],
  });
};

export type Screen = {
  page: Page;
  context: BrowserContext;
  /** What the browser complained about: errors, CSP breaches, crashes. Should stay empty. */
  complaints: string[];
};

/** Refusals that a screen handles are no complaints: Chromium logs every answer of 400 and above. */
const isRefusal = (text: string): boolean => text.startsWith("Failed to load resource");

/** Opens a page on a device. Cookies and storage are its own. */
export const openScreen = async (
  browser: Browser,
  device: keyof typeof devices,
  url: string,
  options: { language?: Language; reducedMotion?: boolean } = {},
): Promise<Screen> => {
  const context = await browser.newContext({
    ...devices[device],
    locale: options.language ?? "zh-CN",
    timezoneId: "Asia/Shanghai",
    reducedMotion: options.reducedMotion === false ? "no-preference" : "reduce",
  });
  const complaints: string[] = [];
  context.on("page", (page) => listen(page, complaints));
  const page = await context.newPage();
  await page.goto(url);
  return { page, context, complaints };
};

const listen = (page: Page, complaints: string[]): void => {
  page.on(
    "pageerror",
    (error) => complaints.push(`error: ${error.stack || `${error.name} ${error.message}`}`),
  );
  page.on("crash", () => complaints.push("the page crashed"));
  page.on("console", (message) => {
    if (message.type() !== "error" || isRefusal(message.text())) return;
    complaints.push(`console: ${message.text()}`);
  });
};
