/** The pages that the API serves itself: they open in both languages, read well, and stop nothing
 *  that the content security policy forbids. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeFindings } from "./axe.ts";
import { type Language, openBrowser, openScreen } from "./browser.ts";
import { type Chain, openChain } from "./chain.ts";

let chain: Chain;
let browser: Browser;

beforeAll(async () => {
  [chain, browser] = await Promise.all([openChain(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await chain?.close();
});

const cspReports = async (): Promise<number> =>
  (await (await fetch(`${chain.url}/api/csp-reports`)).json()).count;

const headings: [path: string, zh: string, en: string][] = [
  ["/", "积福会员", "Jifu membership"],
  ["/outbox", "发件箱", "Outbox"],
  ["/problems/", "接口会拒绝什么", "What the API refuses"],
  ["/problems/points-short", "积分不足", "Not enough points"],
];

describe("pages of the site", () => {
  for (const [path, zh, en] of headings) {
    for (const language of ["zh-CN", "en"] as Language[]) {
      test(`${path} in ${language}`, async () => {
        const { page, context, complaints } = await openScreen(
          browser,
          "desk",
          chain.url + path,
          { language },
        );
        expect(await page.getByRole("heading", { level: 1 }).textContent())
          .toBe(language === "en" ? en : zh);
        expect(await page.locator("html").getAttribute("lang")).toBe(language);
        await page.waitForLoadState("networkidle");
        expect(await axeFindings(page)).toEqual([]);
        expect(complaints).toEqual([]);
        await context.close();
      });
    }
  }

  test("a phone sees the front page without scrolling sideways, in the dark too", async () => {
    const { page, context } = await openScreen(browser, "phone", chain.url);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await axeFindings(page)).toEqual([]);
    await context.close();
  });

  test("a language chosen by hand is kept from page to page", async () => {
    const { page, context } = await openScreen(browser, "desk", chain.url);
    await page.getByRole("link", { name: "English" }).click();
    await page.getByRole("link", { name: "What the API refuses" }).click();
    expect(await page.getByRole("heading", { level: 1 }).textContent())
      .toBe("What the API refuses");
    await context.close();
  });

  test("the API description is drawn from our own origin alone", async () => {
    const { page, context, complaints } = await openScreen(browser, "desk", "about:blank");
    const elsewhere: string[] = [];
    page.on("request", (r) => r.url().startsWith(chain.url) || elsewhere.push(r.url()));
    await page.goto(`${chain.url}/docs/`);
    await page.locator("#operations-tag-sales").click();
    await page.getByText("/api/sales/quote").click();
    await page.getByText("Request body").first().waitFor();
    expect(elsewhere.filter((url) => !url.startsWith("data:"))).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("a client's page shows its seal before any script, and asks for few files", async () => {
    for (const client of ["card", "console", "kiosk"]) {
      const sent = await (await fetch(`${chain.url}/${client}/`)).text();
      const asked = sent.match(/<(script|link)[^>]+\.(js|css)"/g) ?? [];
      expect(asked.length, `${client}: ${asked}`).toBeLessThanOrEqual(3);
      // The kiosk starts once a day and keeps itself; the other two are opened anew.
      if (client !== "kiosk") expect(sent.split("<body>")[1]).toContain('class="seal-cut"');
    }
  });

  test("the console's splash goes when the console comes", async () => {
    const { page, context, complaints } = await openScreen(
      browser,
      "desk",
      `${chain.url}/console/`,
    );
    await page.getByRole("textbox").first().waitFor();
    expect(await page.locator(".splash").count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("nothing was stopped by the content security policy", async () => {
    expect(await cspReports()).toBe(0);
  });
});
