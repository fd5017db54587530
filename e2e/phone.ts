/** What a member does on the phone. @module */
import type { Locator } from "playwright-core";
import { defaultParameters } from "../shared/parameters/parameters.ts";
import type { Screen } from "./browser.ts";
import type { Chain } from "./chain.ts";
import type { Words } from "./words.ts";

export type Newcomer = { phone: string; name: string; pin: string };

/** From the phone number to the card, with the code that was sent.
 *  @param look called on each page of the way */
export const enrol = async (
  screen: Screen,
  words: Words,
  chain: Chain,
  who: Newcomer,
  look: (name: string) => Promise<void>,
) => {
  const { page } = screen;
  const t = words.join;
  await page.getByLabel(words.common.phone, { exact: true }).fill(who.phone);
  await look("phone-join");
  await page.getByRole("button", { name: t.getCode }).click();
  await page.getByRole("heading", { name: t.codeTitle }).waitFor();
  await look("phone-code");
  await page.getByLabel(words.common.code, { exact: true }).fill(await chain.codeFor(who.phone));
  await page.getByRole("heading", { name: t.profileTitle }).waitFor();
  await look("phone-profile");
  await page.getByLabel(t.name, { exact: true }).fill(who.name);
  await page.getByRole("checkbox", { name: t.terms }).check({ force: true });
  await page.getByRole("button", { name: t.create, exact: true }).click();
  await page.getByRole("heading", { name: t.doneTitle(who.name) }).waitFor();
  await page.getByText(t.donePoints(100)).waitFor();
  await look("phone-welcome");
  await page.getByRole("button", { name: t.showCard }).click();
  await codePaper(screen).waitFor();
};

/** The white paper with both codes: what a camera is shown. */
export const codePaper = (screen: Screen): Locator => screen.page.locator(".code-paper");

/** The points that can be spent, as the card shows them. */
export const cardShows = (screen: Screen, words: Words, points: number): Promise<void> =>
  screen.page.locator(".membership-points")
    .getByText(words.formats.count(points), { exact: true }).waitFor();

/** The same in the points room, under the name that the brand gives its points. */
export const balanceShows = (screen: Screen, words: Words, points: number): Promise<void> => {
  const { pointsNameZh, pointsNameEn } = defaultParameters;
  const name = words.card.points.spendableOf(words.language === "en" ? pointsNameEn : pointsNameZh);
  return screen.page.getByRole("region", { name, exact: true })
    .getByText(words.formats.count(points), { exact: true }).waitFor();
};

export const openTab = (
  screen: Screen,
  words: Words,
  tab: "card" | "points" | "gifts" | "me",
): Promise<void> =>
  screen.page.getByRole("navigation", { name: words.card.tabs.label })
    .getByRole("link", { name: words.card.tabs[tab] }).click();

/** Opens the claim of a gift, from any page of the gifts. The catalogue has a link of the same name
 *  and stands until the page of claims has come. */
export const openClaim = async (screen: Screen, words: Words, gift: string): Promise<void> => {
  const { page } = screen;
  await page.getByText(words.gifts.gifts.mine, { exact: true }).click();
  await page.locator("a[href*='/claims/']", { hasText: gift }).click();
};

/** Presses the product's own number keys. */
export const pressDigits = async (keypad: Locator, digits: string) => {
  for (const digit of digits) {
    await keypad.getByRole("button", { name: digit, exact: true }).click();
  }
};

/** Sets a first PIN. */
export const setPin = async (
  screen: Screen,
  words: Words,
  pin: string,
  look: (name: string) => Promise<void>,
) => {
  const { page } = screen;
  const t = words.card;
  await openTab(screen, words, "me");
  await page.getByText(t.me.pinUnset, { exact: true }).waitFor();
  await look("phone-me");
  await page.getByRole("link", { name: t.me.pin }).click();
  const keypad = page.getByRole("group", { name: words.common.keypad });
  await page.getByText(t.pin.next, { exact: true }).waitFor();
  await look("phone-pin");
  await pressDigits(keypad, pin);
  await page.getByText(t.pin.repeat, { exact: true }).waitFor();
  await pressDigits(keypad, pin);
  await page.getByText(t.me.pinSet, { exact: true }).waitFor();
};

/** Shows the digits under the codes, which a warning stands before. @returns the 26 digits */
export const showDigits = async (screen: Screen, words: Words): Promise<string> => {
  const { page } = screen;
  const t = words.card.card;
  await page.getByRole("button", { name: t.showDigits }).click();
  await page.getByRole("button", { name: t.digitsShow }).click();
  return readDigits(screen, words);
};

export const readDigits = async (screen: Screen, words: Words): Promise<string> => {
  const shown = screen.page.getByLabel(words.card.card.digitsLabel, { exact: true });
  return (await shown.innerText()).replace(/\D/g, "");
};
