/** What a visitor does at the kiosk. @module */
import type { Locator } from "playwright-core";
import { LANG_NAMES } from "../shared/wording/lang.ts";
import type { Screen } from "./browser.ts";
import { pressDigits } from "./phone.ts";
import type { Words } from "./words.ts";

/** A touch on the first screen; the camera is on when this is done. The kiosk starts every visit in
 *  Chinese, so a visitor who reads English chooses it first. */
export const beginVisit = async (screen: Screen, words: Words) => {
  const { page } = screen;
  const t = words.kiosk;
  await page.getByRole("radio", { name: LANG_NAMES[words.language] }).check({ force: true });
  await page.getByRole("button", { name: t.attract.start }).click();
  await page.getByRole("heading", { name: t.identify.title }).waitFor();
};

export const kioskCamera = (screen: Screen): Promise<void> =>
  screen.page.locator(".camera-live").waitFor();

/** Types the 16 digits of a plastic card. */
export const typeCard = async (screen: Screen, words: Words, card: string) => {
  const { page } = screen;
  const t = words.kiosk.identify;
  await page.getByRole("radio", { name: t.cardTab }).check({ force: true });
  await pressDigits(page.getByRole("group", { name: words.common.keypad }), card);
  await page.getByRole("button", { name: t.go, exact: true }).click();
};

/** The first page of the account: whose it is, and the points. */
export const accountShows = async (screen: Screen, words: Words, name: string, points: number) => {
  const { page } = screen;
  await page.getByRole("heading", { level: 1, name: words.kiosk.home.hello(name) }).waitFor();
  await page.locator(".member-card").getByText(words.formats.count(points), { exact: true })
    .waitFor();
};

export const openPlace = (
  screen: Screen,
  words: Words,
  place: "home" | "gifts" | "lots" | "history",
): Promise<void> =>
  screen.page.getByRole("navigation", { name: words.kiosk.home.places })
    .getByRole("button", { name: words.kiosk.home.tabs[place] }).click();

/** Opens a gift from the list of all. */
export const openGift = async (screen: Screen, words: Words, gift: string) => {
  const { page } = screen;
  await openPlace(screen, words, "gifts");
  await page.locator(".gift-card", { hasText: gift }).click();
  await page.getByRole("heading", { level: 1, name: gift }).waitFor();
};

/** "Exchange", which asks for a proof where the static card was used. */
export const wantGift = (screen: Screen, words: Words): Promise<void> =>
  screen.page.getByRole("button", { name: words.kiosk.gift.swap, exact: true }).click();

/** Answers the question with yes. @returns the code on the ticket, 20 digits */
export const takeTicket = async (screen: Screen, words: Words): Promise<string> => {
  const { page } = screen;
  const t = words.kiosk;
  const question = page.getByRole("dialog", { name: t.gift.askTitle });
  await question.getByRole("button", { name: t.gift.yes }).click();
  await page.getByRole("heading", { name: t.ticket.title }).waitFor();
  return (await page.locator(".stub-digits").innerText()).replace(/\D/g, "");
};

export const pinKeys = (screen: Screen, words: Words): Locator =>
  screen.page.getByRole("group", { name: words.common.keypad });
