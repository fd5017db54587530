/** A till with a queue is switched off, paired anew for another brand, and shared by two tabs: what it
 *  did is booked nowhere else, and a basket is shown in one tab only. What has no answer is said to be
 *  booked only where it is; what the disk does not take is said to be the disk's. */
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { staff } from "../api/demo/people.ts";
import { storesOf } from "../api/demo/places.ts";
import { type Db, openDb } from "../api/db/open.ts";
import { call, type Transport } from "../shared/call.ts";
import { revokeTerminal } from "../shared/console/place-doors.ts";
import { catalogue } from "../shared/problems.ts";
import { zh } from "../shared/wording/offline/zh.ts";
import { headOffice, newKey, storeId } from "./callers.ts";
import { makeSure, refusedBesideTab, untilTask } from "./asked-again.ts";
import { type Chain, openChain } from "./chain.ts";
import * as counterDoes from "./counter.ts";
import { countBoxed, putCommands } from "./offline-queue.ts";
import { keepPicture } from "./shop.ts";
import { scan } from "./scanner.ts";
import { pair } from "./terminals.ts";
import { openTill, type Till, workerReady } from "./till.ts";
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
const boxed = () => till.page.evaluate(countBoxed);
/** @param hear what lets the device hear that it was let go */
const pairAnew = async (
  store: string,
  person: { name: string; pin?: string | null },
  hear: () => Promise<unknown>,
) => {
  const { page } = till;
  const [row] = await db.execute("select id from terminal order by rowid desc limit 1");
  const params = { terminal: String(row!.id) };
  await call(office, revokeTerminal, { key: newKey(), params } as never);
  await hear();
  await page.getByRole("button", { name: words.kiosk.revoked.action }).click();
  await page.getByText(words.kiosk.pairing.title).waitFor();
  await pair(till, words, office, "counter", store);
  await counterDoes.signInAtCounter(till, words, { name: person.name, pin: person.pin! });
};
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

test("what one tab is sending is not taken over by the next, and a refusal ends once", async () => {
  await refusedBesideTab(till, `${chain.url}/kiosk/`, confirm);
  expect(await db.execute("select label from offline_task")).toEqual([]);
}, 60_000);

test("an order number that another sale has is never said to be booked", async () => {
  const { page } = till;
  await counterDoes.takePayment(till, words, 66_00);
  await counterDoes.nextCustomer(till, words);
  await counterDoes.typeAmounts(till, words, "66");
  const [sale] = await db.execute(
    `select s.order_no as no, s.occurred_at as at, l.name, l.quantity_milli as milli,
      l.amount_fen as fen from sale s join sale_line l on l.sale_id = s.id
     order by s.recorded_at desc limit 1`,
  );
  const [terminal] = await db.execute("select id from terminal order by rowid desc limit 1");
  const { no, at, name, milli, fen } = sale!;
  // Points that were to pay: such a command waits for a person.
  const make = (amountFen: number) => ({
    key: newKey(),
    endpoint: "recordSale",
    body: {
      orderNo: no,
      member: null,
      lines: [{ name, quantityMilli: milli, amountFen }],
      totalFen: amountFen,
      occurredAt: at,
      offset: { points: 1 },
    },
    madeAt: Date.now(),
    label: `${no} ${amountFen}`,
    terminal: terminal!.id,
  });
  const another = Number(fen) + 7;
  const before = await sales();
  await page.evaluate(putCommands, [make(Number(fen)), make(another)]);
  await page.reload();
  await page.getByRole("button", { name: t.shell.unresolved(2) }).click();
  const taken = t.unresolved.asTask(words.problem("order-exists"));
  await makeSure(till, `${no} ${another}`, taken);
  await makeSure(till, `${no} ${fen}`, t.unresolved.booked);
  await page.getByRole("dialog").getByRole("button", { name: t.unresolved.goOn }).click();
  const tasks = () => db.execute("select label, code from offline_task");
  await expect.poll(tasks).toEqual([{ label: `${no} ${another}`, code: "order-exists" }]);
  expect(await sales()).toBe(before);
}, 60_000);

test("a member who is frozen meanwhile does not stay on the till's screen", async () => {
  const { page } = till;
  const card = /\b91\d{14}\b/.exec(await (await fetch(chain.url)).text())![0];
  const strip = counterDoes.memberStrip(till);
  await scan(page, card);
  await strip.getByText(t.member.points, { exact: true }).waitFor();
  const ofScan = "id = (select member_id from scan order by opened_at desc limit 1)";
  await db.execute(`update member set state = 'frozen' where ${ofScan}`);
  await scan(page, card);
  await strip.getByText(words.problem("member-frozen")).waitFor();
  await strip.getByText(t.member.none).waitFor();
  expect(await strip.getByText(t.member.points, { exact: true }).count()).toBe(0);
  await db.execute(`update member set state = 'active' where ${ofScan}`);
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
  await page.keyboard.press("Enter");
  await counterDoes.typeAmounts(till, words, "12");
  await confirm();
  await page.getByRole("heading", { name: zh.kept.title }).waitFor();
  expect(await sales()).toBe(before);
}, 60_000);

test("paired anew for another brand, the queue is not booked there", async () => {
  const { page, context } = till;
  const before = await sales();
  let sent = 0;
  await pairAnew(otherStore.id, other, async () => {
    await context.setOffline(false);
    await page.getByText(zh.left.unsent(2)).waitFor();
    sent = till.sent.length;
  });
  await page.getByRole("button", { name: new RegExp(`^${zh.indicator.none}`) }).click();
  const left = page.getByRole("region", { name: zh.left.title });
  await left.getByText("66.00").first().waitFor();
  await left.getByText("12.00").first().waitFor();
  await keepPicture(page, "counter-left", "zh-CN");
  expect(till.sent.length).toBe(sent);
  expect(await sales()).toBe(before);
}, 90_000);

test("what is ended by hand says why until it is cleared, and goes with the pairing", async () => {
  const { page } = till;
  const before = await sales();
  const left = page.getByRole("region", { name: zh.left.title });
  const end = async (reason: string) => {
    await left.getByRole("button", { name: zh.left.end, exact: true }).first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: reason }).click();
    await dialog.getByRole("button", { name: zh.left.end, exact: true }).click();
    await left.getByText(zh.left.ended(other.name, reason)).waitFor();
  };
  await end(zh.left.reasons[0]!);
  await left.getByRole("button", { name: zh.left.clear }).click();
  await left.getByText(zh.left.ended(other.name, zh.left.reasons[0]!)).waitFor({
    state: "detached",
  });
  expect(await boxed()).toBe(1);
  await end(zh.left.reasons[1]!);
  await keepPicture(page, "counter-left-ended", "zh-CN");
  await pairAnew(storeId, cashier, () => page.reload());
  await page.getByRole("button", { name: new RegExp(`^${zh.indicator.none}`) }).click();
  await expect.poll(boxed).toBe(0);
  expect(await left.count()).toBe(0);
  expect(await sales()).toBe(before);
}, 90_000);

test(
  "what is refused when it is asked about again is a task, once, and survives a reload",
  async () => {
    const { page } = till;
    const before = await sales();
    const [row] = await db.execute("select id from terminal order by rowid desc limit 1");
    const tasks = () => db.execute("select label, code from offline_task where label like 'L-%'");
    await untilTask(till, String(row!.id), tasks);
    // What another terminal made is nobody's task here, and is not lost.
    await page.getByRole("button", { name: new RegExp(`^${zh.indicator.none}`) }).click();
    const left = page.getByRole("region", { name: zh.left.title });
    await left.getByText("L-0002").waitFor();
    expect(await left.getByText("L-0001").count()).toBe(0);
    await page.locator(".offline-task", { hasText: "L-0001" }).waitFor();
    await keepPicture(page, "counter-asked-again", "zh-CN");
    expect(await boxed()).toBe(2);
    expect(await sales()).toBe(before);
  },
  60_000,
);
