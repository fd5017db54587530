/** A day without network at a counter: what is done is kept, survives the browser, and is booked once,
 *  in order, however often and however mixed it arrives. What the house refuses comes back to staff. */
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { staff } from "../api/demo/people.ts";
import { type Db, openDb } from "../api/db/open.ts";
import { verifyLedger } from "../api/points/verify.ts";
import { hexinProducts } from "../api/demo/goods-hexin.ts";
import type { Transport } from "../shared/call.ts";
import { zh } from "../shared/wording/offline/zh.ts";
import { axeFindings } from "./axe.ts";
import { headOffice, newPhone, storeId } from "./callers.ts";
import { openBrowser, openScreen } from "./browser.ts";
import { bookGoods, findOther } from "./book-goods.ts";
import { type Chain, openChain } from "./chain.ts";
import * as counterDoes from "./counter.ts";
import { pressDigits } from "./phone.ts";
import { lockedMeanwhile, payOffline } from "./locked-meanwhile.ts";
import { keepPicture } from "./shop.ts";
import { scan } from "./scanner.ts";
import * as queue from "./offline-queue.ts";
import { pair } from "./terminals.ts";
import { openTill, type Till, until, workerReady } from "./till.ts";
import { wordsFor } from "./words.ts";

const words = wordsFor("zh-CN");
const t = words.counter;
const cashier = staff.find((person) => person.login === "wang.lei")!;
const goods = hexinProducts.filter((product) => product.barcode !== null)[0]!;

let chain: Chain;
let db: Db;
let office: Transport;
let till: Till;
let card: string;
const findings: string[] = [];

beforeAll(async () => {
  chain = await openChain();
  db = await openDb({ url: `file:${chain.database}` });
  card = /\b91\d{14}\b/.exec(await (await fetch(chain.url)).text())![0];
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

const count = async (table: string): Promise<number> =>
  Number((await db.execute(`select count(*) as n from ${table}`))[0]!.n);
const look = async (name: string, page = till.page) => {
  findings.push(...(await axeFindings(page)).map((found) => `${name}: ${found}`));
  await keepPicture(page, name, "zh-CN");
};
const openQueue = () =>
  till.page.getByRole("button", { name: new RegExp(`^${zh.indicator.none}`) }).click();

test("without network a counter rings up, enrols and says what is old and what waits", async () => {
  const { page, context } = till;
  const phone = await newPhone(chain, "13500050001");
  await until(() => page.evaluate(queue.hasGoods), "the goods");
  await context.setOffline(true);
  await page.getByText(zh.banner.title).waitFor();
  await page.getByText(zh.banner.works).waitFor();
  await scan(page, card);
  await page.getByText(zh.member.hint).waitFor();
  await scan(page, goods.barcode!);
  await page.locator(".basket-line", { hasText: goods.nameZh }).waitFor();
  await look("counter-offline-sale");
  await payOffline(till, goods.priceFen);
  await page.getByText(zh.kept.member(zh.member.card(`**** ${card.slice(-4)}`))).waitFor();
  await look("counter-offline-kept");
  await page.keyboard.press("Enter");
  await scan(page, await phone.code());
  await page.getByText(zh.member.code, { exact: true }).waitFor();
  await counterDoes.typeAmounts(till, words, "66");
  await payOffline(till, 66_00);
  await page.keyboard.press("Enter");
  await counterDoes.openRoom(till, words, "enrol");
  await page.getByLabel(t.enrol.phone).fill("13500050002");
  await page.getByLabel(t.enrol.name).fill("顾念慈");
  await page.getByRole("checkbox", { name: t.enrol.terms }).check({ force: true });
  await page.getByRole("button", { name: t.enrol.go, exact: true }).click();
  await page.getByRole("heading", { name: zh.kept.enrolled }).waitFor();
  await look("counter-offline-enrolled");
  await counterDoes.openRoom(till, words, "returns");
  await page.getByText(zh.banner.waits.returns).waitFor();
  expect(await page.getByRole("button", { name: t.returns.search }).isDisabled()).toBe(true);
  await openQueue();
  await page.getByText(zh.screen.waitsForNetwork).first().waitFor();
  await page.getByText(zh.screen.progress(3)).waitFor();
  await look("counter-offline-queue");
}, 120_000);

test("a restart without network keeps the basket and the queue, and asks for the PIN", async () => {
  await counterDoes.openRoom(till, words, "sale");
  await scan(till.page, goods.barcode!);
  await till.page.locator(".basket-line", { hasText: goods.nameZh }).waitFor();
  await till.page.reload();
  await till.page.getByText(zh.signIn.hint).waitFor();
  await till.restart(true);
  const { page } = till;
  await page.getByText(zh.signIn.hint).waitFor();
  await look("counter-offline-sign-in");
  await queue.choosePersonOnLowScreen(page, cashier.name, t.signIn.enter);
  await page.keyboard.type("0000");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").getByText(words.kiosk.problem.triesLeft(4)).waitFor();
  await page.keyboard.type(cashier.pin!);
  await page.keyboard.press("Enter");
  await page.locator(".basket-line", { hasText: goods.nameZh }).waitFor();
  await payOffline(till, goods.priceFen);
  await page.keyboard.press("Enter");
  await openQueue();
  await page.getByText(zh.screen.progress(4)).waitFor();
}, 120_000);

test("500 operations arrive once and in order, whatever the line does", async () => {
  const before = { sale: await count("sale"), member: await count("member") };
  const from = Date.now() - 60_000;
  const all = queue.operations(from, card);
  await queue.fillQueue(till.page, all);
  await till.restart(true);
  await counterDoes.signInAtCounter(till, words, { ...cashier, pin: cashier.pin! });
  await openQueue();
  await till.page.getByText(zh.screen.progress(queue.QUEUED)).waitFor();
  // A second tab: it may show the queue, it may not send it as well.
  const other = await till.context.newPage();
  await other.goto(`${chain.url}/kiosk/`);
  till.sent.length = 0;
  // Whoever did all this locks the counter and goes: it is sent all the same.
  await till.page.getByRole("button", { name: t.shell.lock }).click();
  await till.page.getByText(zh.signIn.hint).waitFor();
  await till.context.setOffline(false);
  const booked = async () =>
    await count("sale") + await count("member") - before.sale - before.member;
  await until(async () => await booked() > 40, "the first to be booked");
  for (let i = 0; i < 3; i++) {
    await till.context.setOffline(true);
    await new Promise((done) => setTimeout(done, 120));
    await till.context.setOffline(false);
    await new Promise((done) => setTimeout(done, 200));
  }
  await until(async () => await booked() > 120, "more to be booked");
  await chain.kill();
  await chain.start();
  const second = queue.deliverAgain(till);
  const refused = () => count("offline_task");
  await until(async () => await refused() === queue.REFUSED, "the refused to come back");
  await second;
  const allBooked = queue.QUEUED - queue.REFUSED;
  await until(async () => await booked() >= allBooked, "all to be booked", 200_000);
  await until(() => queue.sessionEnded(till), "the session to end with the queue");
  await counterDoes.signInAtCounter(till, words, { ...cashier, pin: cashier.pin! });
  expect(await queue.deliverAgain(till)).toBeGreaterThan(100);
  const enrolments = all.filter(({ kind }) => kind === "enrolment").length;
  expect(await count("member")).toBe(before.member + enrolments - 1 + 1);
  expect(await count("sale")).toBe(before.sale + (queue.QUEUED - 4 - enrolments - 3) + 3);
  expect(await refused()).toBe(queue.REFUSED);
  const order = await queue.ordersBooked(db);
  expect(order).toEqual(order.toSorted());
  expect((await verifyLedger(db, Date.now())).findings).toEqual([]);
  await other.close();
}, 400_000);

test("what was refused is settled by staff, with a reason", async () => {
  const { page } = till;
  await page.getByText(words.problem("order-exists")).waitFor();
  await page.getByText(words.problem("member-exists")).waitFor();
  await look("counter-offline-tasks");
  const task = page.locator(".offline-task", { hasText: words.problem("card-code-invalid") });
  await task.getByRole("button", { name: zh.task.book }).click();
  const dialog = page.getByRole("dialog");
  await findOther(till, card);
  await dialog.getByRole("button", { name: zh.task.reasons.book.sale[0]! }).click();
  await look("counter-offline-book");
  await dialog.getByRole("button", { name: zh.task.book, exact: true }).click();
  await dialog.waitFor({ state: "hidden" });
  await bookGoods(till, db, () => look("counter-offline-book-goods"));
  const exists = page.locator(".offline-task", { hasText: words.problem("member-exists") });
  await exists.getByRole("button", { name: zh.task.dismiss }).click();
  await dialog.getByRole("button", { name: zh.task.reasons.dismiss.enrolment[2]! }).click();
  await dialog.getByRole("button", { name: zh.task.dismiss, exact: true }).click();
  await dialog.waitFor({ state: "hidden" });
  await page.getByText(zh.task.ended.dismissed(cashier.name, zh.task.reasons.dismiss.enrolment[2]!))
    .waitFor();
  expect(
    await db.execute(
      `select e.state, s.order_no, s.member_id is not null as known from offline_task_end e
     left join sale s on s.id = e.result order by e.state, s.order_no`,
    ),
  ).toEqual([
    { state: "booked", order_no: "Q-0020", known: 1 },
    { state: "booked", order_no: "Q-0060", known: 1 },
    { state: "dismissed", order_no: null, known: 0 },
  ]);
  expect((await verifyLedger(db, Date.now())).findings).toEqual([]);
}, 120_000);

test("who signs in while the queue of another is sent stays, in every tab", async () => {
  await counterDoes.openRoom(till, words, "sale");
  const counts = () => Promise.all([count("sale"), count("offline_task")]);
  await lockedMeanwhile(till, `${chain.url}/kiosk/`, counts);
}, 120_000);

test(
  "a kiosk without network takes the number of somebody who wants to join, and sends it",
  async () => {
    const browser = await openBrowser();
    const kiosk = await openScreen(browser, "kiosk", `${chain.url}/kiosk/`);
    const { page } = kiosk;
    await pair(kiosk, words, office, "kiosk", storeId);
    await page.getByRole("button", { name: words.kiosk.attract.start }).waitFor();
    await workerReady(page);
    await kiosk.context.setOffline(true);
    await page.getByText(words.kiosk.attract.notYet).waitFor();
    await look("kiosk-offline", page);
    await page.getByRole("button", { name: words.kiosk.attract.leave }).click();
    await page.getByRole("heading", { name: zh.join.title }).waitFor();
    await pressDigits(page.getByRole("group", { name: words.common.keypad }), "13500050009");
    await page.getByRole("checkbox", { name: zh.join.terms }).check({ force: true });
    await look("kiosk-join", page);
    await page.getByRole("button", { name: zh.join.go }).click();
    await page.getByRole("heading", { name: zh.join.done }).waitFor();
    await look("kiosk-join-done", page);
    await page.getByRole("button", { name: zh.join.finish }).click();
    await page.getByText(words.kiosk.attract.kept(1)).waitFor();
    const members = await count("member");
    await kiosk.context.setOffline(false);
    await until(async () => await count("join_request") === 1, "the number");
    const outbox = await (await fetch(`${chain.url}/api/outbox`)).json();
    expect(JSON.stringify(outbox)).toContain("13500050009");
    expect(await count("member")).toBe(members);
    expect(kiosk.complaints).toEqual([]);
    await browser.close();
  },
  120_000,
);

test("nothing was wrong on any of these screens", () => {
  expect([...findings, ...till.complaints]).toEqual([]);
});
