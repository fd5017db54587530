/** One of the staff locks before the queue is sent, another signs in while it is. @module */
import { expect } from "vitest";
import { staff } from "../api/demo/people.ts";
import { zh } from "../shared/wording/offline/zh.ts";
import * as counterDoes from "./counter.ts";
import type { Till } from "./till.ts";
import { wordsFor } from "./words.ts";

const words = wordsFor("zh-CN");
const t = words.counter;

const second = staff.find((person) => person.login === "xu.ting")!;

/** Takes the money without network. */
export const payOffline = async ({ page }: Till, totalFen: number): Promise<void> => {
  await page.keyboard.press("F8");
  const dialog = page.getByRole("dialog", { name: t.sale.confirmTitle });
  await dialog.getByText(words.formats.money(totalFen), { exact: true }).waitFor();
  await dialog.getByText(t.sale.keptThen).waitFor();
  await dialog.getByRole("button", { name: t.sale.confirmYes }).click();
  await page.getByRole("heading", { name: zh.kept.title }).waitFor();
};

/** The sender's tab hears who signed in beside it, and is not closed again by the late refusal of
 *  what it had asked for through the session before.
 *  @param booked the sale that waited is in the books */
export const signedInMeanwhile = async (
  till: Till,
  kiosk: string,
  booked: () => Promise<boolean>,
): Promise<void> => {
  const { page, context } = till;
  const beside = await context.newPage();
  await beside.goto(kiosk);
  await beside.getByRole("navigation", { name: t.rooms.label }).waitFor();
  await context.setOffline(true);
  await counterDoes.typeAmounts(till, words, "5");
  await payOffline(till, 5_00);
  let refuse = () => {};
  const late = new Promise<void>((done) => refuse = done);
  let asked = 0;
  const door = (url: URL) => url.pathname === "/api/sales";
  const problem = { type: "/problems/signed-out", status: 401, title: "" };
  await context.route(door, async (route) => {
    if (asked++ > 0) return await route.fallback();
    await late;
    await route.fulfill({ status: 401, json: problem, contentType: "application/problem+json" });
  });
  await page.getByRole("button", { name: t.shell.lock }).click();
  await context.setOffline(false);
  await expect.poll(() => asked, { timeout: 20_000 }).toBe(1);
  for (const tab of [page, beside]) await tab.getByText(zh.signIn.sending(1)).waitFor();
  await counterDoes.signInAtCounter({ ...till, page: beside }, words, {
    ...second,
    pin: second.pin!,
  });
  const rooms = page.getByRole("navigation", { name: t.rooms.label });
  await rooms.waitFor({ timeout: 5_000 });
  const heard = page.waitForResponse((answer) => door(new URL(answer.url())));
  refuse();
  expect((await heard).status()).toBe(401);
  await expect.poll(booked, { timeout: 10_000 }).toBe(true);
  await context.unroute(door);
  for (const tab of [page, beside]) {
    await tab.getByRole("navigation", { name: t.rooms.label }).waitFor({ timeout: 1_000 });
  }
  await beside.close();
};
