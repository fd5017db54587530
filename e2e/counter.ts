/** What staff do at the counter. @module */
import type { Locator } from "playwright-core";
import type { Screen } from "./browser.ts";
import type { Words } from "./words.ts";

export const signInAtCounter = async (
  screen: Screen,
  words: Words,
  person: { name: string; pin: string },
) => {
  const { page } = screen;
  const t = words.counter;
  await page.getByRole("button", { name: person.name }).click();
  await page.getByRole("heading", { name: t.signIn.pin(person.name) }).waitFor();
  await page.keyboard.type(person.pin);
  await page.keyboard.press("Enter");
  await page.getByRole("navigation", { name: t.rooms.label }).waitFor();
};

export const openRoom = (
  screen: Screen,
  words: Words,
  room: "sale" | "returns" | "claims" | "enrol" | "budget",
): Promise<void> =>
  screen.page.getByRole("navigation", { name: words.counter.rooms.label })
    .getByRole("button", { name: words.counter.rooms[room] }).click();

/** Opens the camera in the "find member" dialog; wait for what it recognises. */
export const openCounterCamera = async (screen: Screen, words: Words) => {
  const { page } = screen;
  const t = words.counter.member;
  await page.keyboard.press("F3");
  const dialog = page.getByRole("dialog", { name: t.findTitle });
  await dialog.getByRole("button", { name: t.camera }).click();
  await dialog.locator(".camera-live").waitFor();
};

/** The strip above the basket: who the customer is. */
export const memberStrip = (screen: Screen): Locator => screen.page.locator(".member-strip");

export const memberShows = async (screen: Screen, words: Words, name: string, points: number) => {
  await memberStrip(screen).getByText(name, { exact: true }).waitFor();
  await memberStrip(screen).getByText(words.formats.count(points), { exact: true }).waitFor();
};

/** Bare amounts, typed on the keyboard; yuan as they are typed. */
export const typeAmounts = async (screen: Screen, words: Words, ...yuan: string[]) => {
  const { page } = screen;
  const t = words.counter.sale;
  await page.getByRole("radio", { name: t.amount }).check({ force: true });
  for (const [index, amount] of yuan.entries()) {
    await page.keyboard.type(amount);
    await page.keyboard.press("Enter");
    await page.getByText(t.basketCount(index + 1), { exact: true }).waitFor();
  }
};

/** Takes the money: F8, and the answer to the question. Ends on the receipt. */
export const takePayment = async (screen: Screen, words: Words, totalFen: number) => {
  const { page } = screen;
  const t = words.counter;
  await page.keyboard.press("F8");
  const dialog = page.getByRole("dialog", { name: t.sale.confirmTitle });
  await dialog.getByText(words.formats.money(totalFen), { exact: true }).waitFor();
  await dialog.getByRole("button", { name: t.sale.confirmYes }).click();
  await page.getByRole("heading", { name: t.done.title }).waitFor();
};

/** What the receipt says the sale brought. */
export const saleBrought = async (
  screen: Screen,
  words: Words,
  points: { earned: number; balance: number },
) => {
  const brought = screen.page.locator(".done-points");
  await brought.getByText(words.formats.signed(points.earned), { exact: true }).waitFor();
  await brought.getByText(words.formats.count(points.balance), { exact: true }).waitFor();
};

/** Without a receipt on to the next customer. */
export const nextCustomer = async (screen: Screen, words: Words) => {
  await screen.page.keyboard.press("Enter");
  await screen.page.getByText(words.counter.sale.empty).waitFor();
};

/** Looks a claim up by its digits. */
export const findClaim = async (screen: Screen, words: Words, code: string) => {
  const { page } = screen;
  const t = words.counter.claims;
  await page.getByLabel(t.code, { exact: true }).fill(code);
  await page.getByRole("button", { name: t.search, exact: true }).click();
};

/** Hands the gift over: the button, and the answer to the question. */
export const handOver = async (screen: Screen, words: Words) => {
  const { page } = screen;
  const t = words.counter.claims;
  await page.getByRole("button", { name: t.handOver }).click();
  await page.getByRole("dialog", { name: t.askTitle }).getByRole("button", { name: t.yes }).click();
};
