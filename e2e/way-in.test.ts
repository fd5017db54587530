/** The way in, left in the middle: what the server has given, a phone that remembers nothing gets
 *  back. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, openScreen } from "./browser.ts";
import { type Chain, openChain } from "./chain.ts";
import { wordsFor } from "./words.ts";

let chain: Chain;
let browser: Browser;

beforeAll(async () => {
  [chain, browser] = await Promise.all([openChain(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await chain?.close();
});

test("a reload at the welcome leads to the card, not back to the door", async () => {
  const words = wordsFor("zh-CN");
  const t = words.join;
  const { page, context, complaints } = await openScreen(browser, "phone", `${chain.url}/card/`);
  await page.getByLabel(words.common.phone, { exact: true }).fill("13912345678");
  await page.getByRole("button", { name: t.getCode }).click();
  await page.getByLabel(words.common.code, { exact: true }).fill(
    await chain.codeFor("13912345678"),
  );
  await page.getByLabel(t.name, { exact: true }).fill("周晓梅");
  await page.getByRole("checkbox", { name: t.terms }).check({ force: true });
  await page.getByRole("button", { name: t.create, exact: true }).click();
  await page.getByRole("heading", { name: t.doneTitle("周晓梅") }).waitFor();
  await page.reload();
  await page.locator(".code-paper").waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});
