/** What stands in the store: a counter with a scanner that types and a printer of 80 mm, a kiosk
 *  where a number is typed, which asks for the PIN and forgets whoever walks away. */
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { hexinProducts } from "../api/demo/goods-hexin.ts";
import { demoMember, staff } from "../api/demo/people.ts";
import { maskName } from "../shared/cards/mask.ts";
import { offFen } from "../shared/tiers/discount.ts";
import type { Screen } from "./browser.ts";
import * as counterDoes from "./counter.ts";
import * as kioskDoes from "./kiosk.ts";
import { answeredLate } from "./late-answer.ts";
import { pressDigits } from "./phone.ts";
import { scan } from "./scanner.ts";
import { openShop, type Shop } from "./shop.ts";
import { letIn } from "./terminals.ts";
import { tracesOn } from "./traces.ts";
import { wordsFor } from "./words.ts";

const words = wordsFor("zh-CN");
const masked = maskName(demoMember.name);
const goods = hexinProducts.filter((product) => product.barcode !== null);
const [berries, eggs] = [goods[0]!, goods[1]!];
/** Gold pays 5 % less for what is fresh, line by line. */
const toPayFen = [berries, eggs].reduce(
  (sum, { priceFen }) => sum + priceFen - offFen(priceFen, 5),
  0,
);
const cashier = staff.find((person) => person.login === "wang.lei")!;

let shop: Shop;
let counter: Screen;
let kiosk: Screen;
/** The member's plastic card, as the front page of the demo shows it. */
let card: string;

beforeAll(async () => {
  shop = await openShop();
  card = /\b91\d{14}\b/.exec(await (await fetch(shop.chain.url)).text())![0];
  ({ counter, kiosk } = await letIn(shop, words, "counter", "kiosk"));
  await counterDoes.signInAtCounter(counter, words, { ...cashier, pin: cashier.pin! });
}, 180_000);
afterEach(({ task }) => shop.keepFailure(task));
afterAll(() => shop?.close());

const look = (screen: Screen, name: string) => shop.look(screen, name, "zh-CN");
const money = words.formats.money;

test("a scanner that types finds the member and the goods, and leaves no field dirty", async () => {
  const { page } = counter;
  const search = page.getByRole("searchbox").or(page.getByPlaceholder(words.counter.sale.search));
  await scan(page, card);
  await counterDoes.memberStrip(counter).getByText(masked, { exact: true }).waitFor();
  await scan(page, berries.barcode!);
  await page.locator(".basket-line", { hasText: berries.nameZh }).waitFor();
  await search.first().click();
  await scan(page, eggs.barcode!);
  await page.locator(".basket-line", { hasText: eggs.nameZh }).waitFor();
  expect(await search.first().inputValue()).toBe("");
  await page.locator(".basket-total").getByText(money(toPayFen)).waitFor();
  await scan(page, "6900000000000");
  await page.getByText(words.counter.sale.notFoundScan("6900000000000")).waitFor();
  await look(counter, "counter-scanned");
}, 60_000);

test("the receipt prints on paper of 80 mm, one page as long as the receipt", async () => {
  const { page } = counter;
  await counterDoes.takePayment(counter, words, toPayFen);
  // No printer here: what would go to it is taken as a PDF instead.
  await page.evaluate(() => void (globalThis.print = () => {}));
  await page.keyboard.press("p");
  await page.locator(".receipt[data-printing]").waitFor();
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString(
    "latin1",
  );
  const boxes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)];
  const millimetres = (points: string) => Number(points) / 72 * 25.4;
  expect(boxes.length).toBe(1);
  expect(millimetres(boxes[0]![1]!)).toBeCloseTo(80, 0);
  expect(millimetres(boxes[0]![2]!)).toBeGreaterThan(80);
  await page.evaluate(() => void dispatchEvent(new Event("afterprint")));
  await page.getByText(words.counter.sale.empty).waitFor();
}, 60_000);

test("the barcode of the receipt finds the sale again", async () => {
  const { page } = counter;
  await counterDoes.openRoom(counter, words, "returns");
  const number = await page.locator(".sale-row-no").first().innerText();
  await scan(page, number);
  await page.getByRole("heading", { name: number }).waitFor();
  await counterDoes.openRoom(counter, words, "sale");
}, 60_000);

test("a new card's number is there though the room was left before the answer", async () => {
  const { page } = counter;
  const t = words.counter.enrol;
  await counterDoes.openRoom(counter, words, "enrol");
  await page.getByRole("checkbox", { name: t.terms }).check({ force: true });
  await answeredLate(
    page,
    "**/api/members",
    () => page.getByRole("button", { name: t.go, exact: true }).click(),
    () => counterDoes.openRoom(counter, words, "sale"),
  );
  await counterDoes.openRoom(counter, words, "enrol");
  await page.locator(".issued-number").getByText(/^91/).waitFor();
  await page.getByRole("button", { name: t.next }).click();
  await counterDoes.openRoom(counter, words, "sale");
}, 60_000);

test("who types the card number sees the account, and needs the PIN to spend", async () => {
  const { page } = kiosk;
  const t = words.kiosk;
  await kioskDoes.beginVisit(kiosk, words);
  await kioskDoes.typeCard(kiosk, words, card);
  await page.getByRole("heading", { level: 1, name: t.home.hello(masked) }).waitFor();
  await kioskDoes.openGift(kiosk, words, "平安扣钥匙圈");
  await kioskDoes.wantGift(kiosk, words);
  await page.getByText(t.verify.whySpend).waitFor();
  await look(kiosk, "kiosk-verify");
  await pressDigits(kioskDoes.pinKeys(kiosk, words), "140906");
  await page.getByRole("alert").getByText(t.problem.triesLeft(4)).waitFor();
  await look(kiosk, "kiosk-pin-wrong");
  await pressDigits(kioskDoes.pinKeys(kiosk, words), demoMember.pin);
  await kioskDoes.wantGift(kiosk, words);
  const code = await kioskDoes.takeTicket(kiosk, words);
  expect(code).toMatch(/^\d{20}$/);
  await page.getByRole("button", { name: t.ticket.finish }).click();
  await page.getByRole("button", { name: t.attract.start }).waitFor();
}, 90_000);

test("the account of a visitor who did not wait for it is not opened before the next", async () => {
  const { page } = kiosk;
  const t = words.kiosk;
  const start = page.getByRole("button", { name: t.attract.start });
  const hello = page.getByRole("heading", { name: t.home.hello(masked) });
  await kioskDoes.beginVisit(kiosk, words);
  await answeredLate(
    page,
    "**/api/scans",
    () => kioskDoes.typeCard(kiosk, words, card),
    async () => {
      await page.getByRole("button", { name: t.home.finish }).click();
      await start.waitFor();
    },
  );
  expect([await start.count(), await hello.count()]).toEqual([1, 0]);
}, 60_000);

test("a visitor who walks away is forgotten: nothing of them stays on the kiosk", async () => {
  const { page } = kiosk;
  const t = words.kiosk;
  await page.clock.install();
  const opened = page.waitForResponse((answer) => new URL(answer.url()).pathname === "/api/scans")
    .then((answer) => answer.json());
  await kioskDoes.beginVisit(kiosk, words);
  await kioskDoes.typeCard(kiosk, words, card);
  await page.getByRole("heading", { level: 1, name: t.home.hello(masked) }).waitFor();
  const { scanId, member } = await opened;
  const traces = [card, masked, scanId, member.id, demoMember.name, demoMember.phone];
  expect((await tracesOn(page)).includes(masked)).toBe(true);
  await page.clock.runFor(46_000);
  const question = page.getByRole("dialog", { name: words.common.idleTitle });
  await question.getByRole("button", { name: words.common.idleContinue }).waitFor();
  await look(kiosk, "kiosk-idle");
  await page.clock.runFor(16_000);
  await page.getByRole("button", { name: t.attract.start }).waitFor();
  const left = await tracesOn(page);
  expect(left).toContain("jifu-terminal");
  expect(traces.filter((trace) => left.includes(trace))).toEqual([]);
}, 60_000);

test("five wrong PINs lock it, and the kiosk says until when", async () => {
  const { page } = kiosk;
  const t = words.kiosk;
  await kioskDoes.beginVisit(kiosk, words);
  await kioskDoes.typeCard(kiosk, words, card);
  await kioskDoes.openGift(kiosk, words, "平安扣钥匙圈");
  await kioskDoes.wantGift(kiosk, words);
  for (let left = 4; left >= 0; left--) {
    await pressDigits(kioskDoes.pinKeys(kiosk, words), "140906");
    const said = left > 0 ? t.problem.triesLeft(left) : words.problem("pin-locked");
    await page.getByRole("alert").getByText(said).waitFor();
  }
  await pressDigits(kioskDoes.pinKeys(kiosk, words), demoMember.pin);
  await page.getByRole("alert").getByText(/\d{2}:\d{2} 后可以再试/).waitFor();
  await look(kiosk, "kiosk-pin-locked");
}, 90_000);

test("nothing was wrong on any screen, and nothing the security policy forbids was tried", async () => {
  expect(shop.wrong()).toEqual([]);
  expect(await shop.cspReports()).toEqual([]);
});
