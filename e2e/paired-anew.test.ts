/** A till with a queue is switched off, paired anew for another brand, and shared by two tabs: what it
 *  did is booked nowhere else, and a basket is shown in one tab only. What the disk does not take is
 *  said to be the disk's. */
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { staff } from "../api/demo/people.ts";
import { storesOf } from "../api/demo/places.ts";
import { type Db, openDb } from "../api/db/open.ts";
import { call, type Transport } from "../shared/call.ts";
import { revokeTerminal } from "../shared/console/place-doors.ts";
import { catalogue } from "../shared/problems.ts";
import { zh } from "../shared/wording/offline/zh.ts";
import { headOffice, newKey, storeId } from "./callers.ts";
import { type Chain, openChain } from "./chain.ts";
import * as counterDoes from "./counter.ts";
import { keepPicture } from "./shop.ts";
import { openTill, pair, type Till, workerReady } from "./till.ts";
import { wordsFor } from "./words.ts";

const words = wordsFor("zh-CN");
const t = words.counter;
const cashier = staff.find((person) => person.login === "wang.lei")!;
const other = staff.find(({ pin, storeId }) => pin && storeId?.includes("muchen"))!;
const otherStore = storesOf(other.brandId!).find(({ id }) => id === other.storeId)!;

let chain: Chain;
let db: Db;
let office: Transport;
let till: Till;

beforeAll(async () => {
  chain = await openChain();
  db = await openDb({ url: `file:${chain.database}` });
  office = await headOffice(chain.url);
  till = await openTill(chain.url);
  await pair(till, words, office, "counter", storeId);
  await counterDoes.signInAtCounter(till, words, { ...cashier, pin: cashier.pin! });
  await workerReady(till.page);
}, 240_000);
afterEach(async ({ task: { name, result } }) => {
  if (result?.state === "fail") await keepPicture(till.page, name.slice(0, 20), "failed");
});
afterAll(async () => {
  await till?.close();
  db?.close();
  await chain?.close();
});

const sales = async (): Promise<number> =>
  Number((await db.execute("select count(*) as n from sale"))[0]!.n);
const confirm = async () => {
  await till.page.keyboard.press("F8");
  const dialog = till.page.getByRole("dialog", { name: t.sale.confirmTitle });
  await dialog.getByRole("button", { name: t.sale.confirmYes }).click();
};

test("a basket that one tab shows is not shown by the next", async () => {
  const { page, context } = till;
  await counterDoes.typeAmounts(till, words, "66");
  const second = await context.newPage();
  await second.goto(`${chain.url}/kiosk/`);
  await second.getByRole("navigation", { name: t.rooms.label }).waitFor();
  const waiting = () =>
    second.evaluate(() =>
      navigator.locks.query().then(({ pending }) =>
        pending!.some(({ name }) => name === "jifu-basket")
      )
    );
  await expect.poll(waiting).toBe(true);
  expect(await second.locator(".basket-line").count()).toBe(0);
  await page.close();
  // The tab that is left takes over what the closed one had open.
  await second.locator(".basket-line").waitFor();
  till.page = second;
}, 60_000);

test("a disk that takes nothing is said to be the disk's, and nothing is booked", async () => {
  const { page, context } = till;
  const before = await sales();
  await context.setOffline(true);
  await page.getByText(zh.banner.title).waitFor();
  await page.evaluate(() => {
    const put = IDBObjectStore.prototype.put;
    Object.assign(globalThis, { heal: () => IDBObjectStore.prototype.put = put });
    IDBObjectStore.prototype.put = function (...given) {
      if (this.name !== "queue") return put.apply(this, given);
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await confirm();
  await page.getByText(catalogue["device-full"].zh).waitFor();
  await page.getByText(catalogue["device-full"].remedyZh).waitFor();
  expect(await page.getByRole("heading", { name: zh.kept.title }).count()).toBe(0);
  await page.evaluate(() => (globalThis as unknown as { heal: () => void }).heal());
  await page.keyboard.press("Escape");
  await confirm();
  await page.getByRole("heading", { name: zh.kept.title }).waitFor();
  expect(await sales()).toBe(before);
}, 60_000);

test("paired anew for another brand, the queue is not booked there", async () => {
  const { page, context } = till;
  const before = await sales();
  const [row] = await db.execute("select id from terminal order by rowid desc limit 1");
  const params = { terminal: String(row!.id) };
  await call(office, revokeTerminal, { key: newKey(), params } as never);
  await context.setOffline(false);
  await page.getByText(zh.left.unsent(1)).waitFor();
  await page.getByRole("button", { name: words.kiosk.revoked.action }).click();
  await page.getByText(words.kiosk.pairing.title).waitFor();
  const sent = till.sent.length;
  await pair(till, words, office, "counter", otherStore.id);
  await counterDoes.signInAtCounter(till, words, { ...other, pin: other.pin! });
  await page.getByRole("button", { name: new RegExp(`^${zh.indicator.none}`) }).click();
  const left = page.getByRole("region", { name: zh.left.title });
  await left.getByText("66.00").first().waitFor();
  await keepPicture(page, "counter-left", "zh-CN");
  expect(till.sent.length).toBe(sent);
  expect(await sales()).toBe(before);
  await left.getByRole("button", { name: zh.left.end, exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: zh.left.reasons[0] }).click();
  await dialog.getByRole("button", { name: zh.left.end, exact: true }).click();
  await left.waitFor({ state: "detached" });
  expect(await sales()).toBe(before);
}, 90_000);
