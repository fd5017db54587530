/** One of the staff locks before the queue is sent, another signs in while it is. @module */
import { expect } from "vitest";
import { staff } from "../api/demo/people.ts";
import { zh } from "../shared/wording/offline/zh.ts";
import * as counterDoes from "./counter.ts";
import { fillQueue } from "./offline-queue.ts";
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
const signedInMeanwhile = async (
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
  await expect.poll(booked, { timeout: 20_000 }).toBe(true);
  await context.unroute(door);
  for (const tab of [page, beside]) {
    await tab.getByRole("navigation", { name: t.rooms.label }).waitFor({ timeout: 5_000 });
  }
  await beside.close();
};

/** The answer to a lock comes late, and takes the cookie away: whoever signs in meanwhile stays. */
const lockedLate = async (till: Till): Promise<void> => {
  const { page, context } = till;
  const door = (url: URL) => url.pathname.endsWith("/me/sign-out");
  let answer = () => {};
  const late = new Promise<void>((done) => answer = done);
  let ended = () => {};
  const first = new Promise<void>((done) => ended = done);
  let asked = 0;
  let heard = 0;
  await context.route(door, async (route) => {
    if (asked++ > 0) return await first.then(() => route.fallback());
    const response = await route.fetch();
    ended();
    await late;
    await route.fulfill({ response });
    heard++;
  });
  await page.getByRole("button", { name: t.shell.lock }).click();
  await first;
  setTimeout(answer, 1_000);
  await counterDoes.signInAtCounter(till, words, { ...second, pin: second.pin! });
  await expect.poll(() => heard, { timeout: 15_000 }).toBe(1);
  const cookies = await context.cookies();
  expect(cookies.map(({ name }) => name)).toContain("jifu-counter");
  await context.unroute(door);
};

/** The house takes neither an operation nor, for now, the task of it: what was done after it is sent
 *  all the same, and the task is left as soon as it is taken.
 *  @param counts how many sales and tasks are in the books */
const taskRefused = async (
  { page, context }: Till,
  counts: () => Promise<number[]>,
): Promise<void> => {
  const [sales = 0, tasks = 0] = await counts();
  const door = (url: URL) => url.pathname === "/api/offline/tasks";
  await context.route(door, async (route) => {
    if (route.request().method() !== "POST") return await route.fallback();
    const problem = { type: "/problems/input-invalid", status: 400, title: "" };
    await route.fulfill({ status: 400, json: problem, contentType: "application/problem+json" });
  });
  const sale = (orderNo: string, member: object | null, label = orderNo) => {
    const occurredAt = Date.now();
    const lines = [{ name: "散装鸡蛋", quantityMilli: 1000, amountFen: 500 }];
    const body = { orderNo, member, lines, totalFen: 500, occurredAt };
    return { endpoint: "recordSale", kind: "sale", label, madeAt: occurredAt, body };
  };
  // What staff know it by may be what the house refused: here it is nothing that can be seen.
  await fillQueue(page, [sale("H-0001", { card: "0" }, "\u200b"), sale("H-0002", null)]);
  // A call in the middle of a round is not heard before the next: it is called until it is done.
  const called = async () => {
    await page.evaluate(() => new BroadcastChannel("jifu-offline").postMessage(""));
    return await counts();
  };
  await expect.poll(called, { timeout: 20_000 }).toEqual([sales + 1, tasks]);
  await context.unroute(door);
  await expect.poll(called, { timeout: 20_000 }).toEqual([sales + 1, tasks + 1]);
};

/** All of it, on a counter that is open.
 *  @param counts how many sales and tasks are in the books */
export const lockedMeanwhile = async (
  till: Till,
  kiosk: string,
  counts: () => Promise<number[]>,
): Promise<void> => {
  const [before = 0] = await counts();
  await signedInMeanwhile(till, kiosk, async () => (await counts())[0] === before + 1);
  await lockedLate(till);
  await taskRefused(till, counts);
};
