/** Commands without an answer that staff ask about again, days later. @module */
import { expect } from "vitest";
import { newKey } from "./callers.ts";
import * as counterDoes from "./counter.ts";
import { countBoxed, putCommands } from "./offline-queue.ts";
import type { Till } from "./till.ts";
import { wordsFor } from "./words.ts";

const words = wordsFor("zh-CN");
const t = words.counter;

/** Asks again about one, in the open dialog. @param said what the screen says of it */
export const makeSure = async ({ page }: Till, label: string, said: string): Promise<void> => {
  const item = page.getByRole("dialog").locator("li", { hasText: label });
  await item.getByRole("button", { name: t.unresolved.check }).click();
  await page.getByText(said).first().waitFor();
};

/** A sale of three days and an hour ago, that points were to pay. */
const lost = (label: string, terminal: string) => {
  const madeAt = Date.now() - 73 * 3_600_000;
  const body = {
    orderNo: label,
    member: null,
    lines: [{ name: "散装鸡蛋", quantityMilli: 1000, amountFen: 2_280 }],
    totalFen: 2_280,
    occurredAt: madeAt,
    offset: { points: 120 },
  };
  return { key: newKey(), endpoint: "recordSale", body, madeAt, label, terminal };
};

/** L-0001 is refused for its age and comes to the staff, though the page is loaded anew before the
 *  house has heard of it; L-0002 was made by another terminal.
 *  @param tasks what the house has of them */
export const untilTask = async (
  till: Till,
  terminal: string,
  tasks: () => Promise<unknown[]>,
): Promise<void> => {
  const { page, context } = till;
  await page.evaluate(putCommands, [lost("L-0001", terminal), lost("L-0002", "trm_earlier")]);
  const door = (url: URL) => url.pathname === "/api/offline/tasks";
  await context.route(
    door,
    (route) => route.request().method() === "POST" ? route.abort() : route.fallback(),
  );
  await page.reload();
  await page.getByRole("button", { name: t.shell.unresolved(2) }).click();
  await makeSure(till, "L-0001", t.unresolved.asTask(words.problem("time-refused")));
  await makeSure(till, "L-0002", t.unresolved.asLeft);
  await page.reload();
  await page.getByRole("navigation", { name: t.rooms.label }).waitFor();
  for (const count of [1, 2]) {
    expect(await page.getByRole("button", { name: t.shell.unresolved(count) }).count()).toBe(0);
  }
  expect(await tasks()).toEqual([]);
  await context.unroute(door);
  await page.reload();
  await expect.poll(tasks, { timeout: 20_000 })
    .toEqual([{ label: "L-0001", code: "time-refused" }]);
};

/** A sale that is on its way while a second tab is opened, refused then, and booked under another
 *  number: the second tab neither sends nor keeps it.
 *  The next basket is what the last one was.
 *  @param pay says that the money has come */
export const refusedBesideTab = async (
  till: Till,
  kiosk: string,
  pay: () => Promise<void>,
): Promise<void> => {
  const { page, context } = till;
  const door = (url: URL) => url.pathname === "/api/sales";
  const problem = { type: "/problems/order-exists", status: 409, title: "", saleId: "sal_x" };
  let answer = () => {};
  const over = new Promise<void>((done) => answer = done);
  let asked = 0;
  await context.route(door, async (route) => {
    if (route.request().method() !== "POST") return await route.fallback();
    asked++;
    await over;
    await route.fulfill({ status: 409, json: problem, contentType: "application/problem+json" });
  });
  await pay();
  await expect.poll(() => asked).toBe(1);
  const second = await context.newPage();
  const looked = second.waitForResponse((heard) => heard.url().includes("/api/offline/tasks"));
  await second.goto(kiosk);
  await second.getByRole("navigation", { name: t.rooms.label }).waitFor();
  await looked;
  expect(await page.evaluate(countBoxed)).toBe(0);
  answer();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(t.sale.numberTakenHint).waitFor();
  expect(asked).toBe(1);
  await context.unroute(door);
  await second.close();
  await dialog.getByRole("button", { name: t.sale.newNumber }).click();
  await page.getByRole("heading", { name: t.done.title }).waitFor();
  await counterDoes.nextCustomer(till, words);
  await counterDoes.typeAmounts(till, words, "66");
};
