/** Finds the Chromium that the browser journeys run in, or tries to get one. @module */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const names = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
];
const macs = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const onPath = (): string | undefined => {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    for (const name of names) {
      const path = join(folder, name);
      if (existsSync(path)) return path;
    }
  }
};

const playwrightCaches = [
  process.env.PLAYWRIGHT_BROWSERS_PATH,
  join(homedir(), ".cache/ms-playwright"),
  join(homedir(), "Library/Caches/ms-playwright"),
];
const insideCache = [
  "chrome-linux/chrome",
  "chrome-linux64/chrome",
  "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
  "chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
];

const inPlaywrightCache = (): string | undefined => {
  for (const cache of playwrightCaches) {
    if (!cache || !existsSync(cache)) continue;
    const builds = readdirSync(cache).filter((f) => /^chromium-\d+$/.test(f)).sort().reverse();
    for (const build of builds) {
      for (const place of insideCache) {
        const path = join(cache, build, place);
        if (existsSync(path)) return path;
      }
    }
  }
};

/** CHROMIUM_PATH, the system's, Playwright's; undefined if there is none. */
export const findChromium = (): string | undefined => {
  const given = process.env.CHROMIUM_PATH;
  if (given) return existsSync(given) ? given : undefined;
  return onPath() ?? macs.find((path) => existsSync(path)) ?? inPlaywrightCache();
};

const tries = (command: string, args: string[]): boolean =>
  spawnSync(command, args, { stdio: "ignore", timeout: 240_000 }).status === 0;

const installByApt = (): void => {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  process.env.DEBIAN_FRONTEND = "noninteractive";
  tries("apt-get", ["update", "-qq"]);
  tries("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"]);
};

const installByPlaywright = (): void => {
  const cli = fileURLToPath(new URL("../node_modules/playwright-core/cli.js", import.meta.url));
  tries("node", [cli, "install", "chromium"]);
};

/** Installs a Chromium where none is found: the system's package as root on Debian, else
 *  Playwright's build. @returns its path, or undefined */
export const getChromium = (): string | undefined => {
  const there = findChromium();
  if (there || process.env.CHROMIUM_PATH) return there;
  console.log("No Chromium here, trying to install one (this may take a few minutes) …");
  installByApt();
  if (!findChromium()) installByPlaywright();
  return findChromium();
};

/** What to do where none could be had, in one line. */
export const noChromium =
  "No Chromium for the browser journeys: install one (apt-get install chromium) or set CHROMIUM_PATH.";
