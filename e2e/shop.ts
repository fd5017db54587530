/** What a journey needs around it: a chain, one browser whose camera can be pointed at another
 *  screen, and a list of everything that was wrong on any screen. @module */
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import type { Browser, Page } from "playwright-core";
import { axeFindings } from "./axe.ts";
import { type devices, type Language, openBrowser, openScreen, type Screen } from "./browser.ts";
import { type Camera, openCamera } from "./camera.ts";
import { type Chain, openChain } from "./chain.ts";

/** A machine that does other things as well may need this long for one step, in ms. */
const PATIENCE_MS = 20_000;

export type Shop = {
  chain: Chain;
  browser: Browser;
  /** The camera of every screen of this browser; only one looks through it at a time. */
  camera: Camera;
  /** Opens a device at a path of the chain. Its complaints count as the shop's. */
  open: (device: keyof typeof devices, path: string, language: Language) => Promise<Screen>;
  /** Checks the screen as it stands for accessibility; keeps its picture where SCREENSHOTS says. */
  look: (screen: Screen, name: string, language: Language) => Promise<void>;
  /** After a test that failed: keeps what every open screen shows, where SCREENSHOTS says. */
  keepFailure: (test: { name: string; result?: { state: string } }) => Promise<void>;
  /** What axe found and what the browsers complained about so far. Should be empty. */
  wrong: () => string[];
  /** Breaches of the content security policy that browsers reported. */
  cspReports: () => Promise<unknown[]>;
  close: () => Promise<void>;
};

/** Keeps the picture of a page where SCREENSHOTS says. */
export const keepPicture = async (page: Page, name: string, subfolder: string): Promise<void> => {
  const folder = process.env.SCREENSHOTS;
  if (!folder) return;
  await mkdir(join(folder, subfolder), { recursive: true });
  const path = join(folder, subfolder, `${name}.png`);
  await page.screenshot({ path, animations: "disabled" });
};

export const openShop = async (env: Record<string, string> = {}): Promise<Shop> => {
  const folder = await mkdtemp(join(tmpdir(), "jifu-shop-"));
  const path = join(folder, "camera.y4m");
  const [chain, browser] = await Promise.all([openChain(env), openBrowser({ camera: path })]);
  const camera = await openCamera(path, browser);
  const screens: { device: string; screen: Screen }[] = [];
  const findings: string[] = [];
  return {
    chain,
    browser,
    camera,
    open: async (device, at, language) => {
      const screen = await openScreen(browser, device, chain.url + at, { language });
      screen.context.setDefaultTimeout(PATIENCE_MS);
      screens.push({ device, screen });
      return screen;
    },
    look: async (screen, name, language) => {
      // A room that is still on its way has no heading yet: what is looked at is the screen itself.
      await screen.page.locator("h1").first().waitFor({ state: "attached" });
      const found = await axeFindings(screen.page);
      findings.push(...found.map((finding) => `${name} (${language}): ${finding}`));
      await keepPicture(screen.page, name, language);
    },
    keepFailure: async ({ name, result }) => {
      if (result?.state !== "fail") return;
      for (const [index, page] of browser.contexts().flatMap((each) => each.pages()).entries()) {
        await keepPicture(page, `${name} ${index}`.replaceAll(/[^\w]+/g, "-"), "failed");
      }
    },
    wrong: () => [
      ...findings,
      ...screens.flatMap(({ device, screen }) =>
        screen.complaints.map((complaint) => `${device}: ${complaint}`)
      ),
    ],
    cspReports: async () => (await (await fetch(`${chain.url}/api/csp-reports`)).json()).reports,
    close: async () => {
      await browser.close();
      await chain.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
